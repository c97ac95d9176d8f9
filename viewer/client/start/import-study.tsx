import { useState } from 'react'
import { base64Of } from '../base64-of.ts'
import type { StartPartProps } from './start-part.ts'
import { studyAddress } from './use-studies.ts'

/** Makes a study of a network's file, chosen or dropped. */
export function ImportStudy({ speech, ask, mostBytes }: StartPartProps & { readonly mostBytes: number }) {
  const { words } = speech
  const [file, setFile] = useState<File | null>(null)
  const [name, setName] = useState('')
  const [message, setMessage] = useState('')
  const take = (next: File | null): void => {
    setFile(next)
    setMessage(next !== null && next.size > mostBytes ? words.importTooLarge : '')
    if (next !== null) setName(nameFrom(next.name))
  }
  const bring = async (given: File): Promise<void> => {
    const base64 = await base64Of(given)
    if (base64 === null) return setMessage(words.seedsStates.lost)
    const asked = await ask({ kind: 'import', name, file: given.name.slice(-100), base64 }, words)
    setMessage(asked.message)
    if (asked.message === '') window.location.assign(studyAddress(asked.name))
  }
  const isReady = file !== null && file.size <= mostBytes && name.trim() !== ''
  return (
    <form
      className="way"
      onDragOver={event => event.preventDefault()}
      onDrop={event => {
        event.preventDefault()
        take(event.dataTransfer.files[0] ?? null)
      }}
      onSubmit={event => {
        event.preventDefault()
        if (isReady) void bring(file)
      }}
    >
      <h2>{words.importNetwork}</h2>
      <p className="hint">{words.importHint}</p>
      <p className="field">
        <label htmlFor="import-file">{words.importFile}</label>
        <input id="import-file" type="file" onChange={event => take(event.target.files?.[0] ?? null)} />
      </p>
      {file !== null && (
        <p className="field">
          <label htmlFor="import-name">{words.newStudyName}</label>
          <input
            id="import-name"
            type="text"
            maxLength={80}
            value={name}
            onChange={event => setName(event.target.value)}
          />
        </p>
      )}
      {message !== '' && <p className="notice">{message}</p>}
      <button type="submit" className="button" disabled={!isReady}>
        {words.importGo}
      </button>
    </form>
  )
}

/** 'My map.gexf' → 'My map', without what no name of a study holds. */
const nameFrom = (file: string): string =>
  file
    .replace(/\.[^.]*$/, '')
    .replace(/[\p{C}/\\:*?"<>|%#]+/gu, ' ')
    .replace(/^[.\s-]+|[.\s]+$/g, '')
    .slice(0, 80)
