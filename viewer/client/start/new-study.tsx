import { useState } from 'react'
import type { StartPartProps } from './start-part.ts'
import { studyAddress } from './use-studies.ts'

/** Makes an empty study and goes there: its own page takes the list and begins the crawl. */
export function NewStudy({ speech, ask }: StartPartProps) {
  const { words } = speech
  const [name, setName] = useState('')
  const [message, setMessage] = useState('')
  const make = async (): Promise<void> => {
    const asked = await ask({ kind: 'create', name }, words)
    setMessage(asked.message)
    if (asked.message === '') window.location.assign(studyAddress(asked.name))
  }
  return (
    <form
      className="way"
      onSubmit={event => {
        event.preventDefault()
        if (name.trim() !== '') void make()
      }}
    >
      <h2>{words.newStudy}</h2>
      <p className="hint">{words.newStudyHint}</p>
      <p className="field">
        <label htmlFor="new-study">{words.newStudyName}</label>
        <input id="new-study" type="text" maxLength={80} value={name} onChange={event => setName(event.target.value)} />
      </p>
      {message !== '' && <p className="notice">{message}</p>}
      <button type="submit" className="button" disabled={name.trim() === ''}>
        {words.newStudyGo}
      </button>
    </form>
  )
}
