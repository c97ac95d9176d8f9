import { useState } from 'react'
import type { StudiesRequest, StudyLine } from '#viewer/protocol/studies.ts'
import { NameForm } from './name-form.tsx'
import type { StartPartProps } from './start-part.ts'

type Wish = 'rename' | 'copy' | 'delete' | null

/** Renames, copies, puts away, deletes. */
export function StudyTools({ study, speech, ask }: StartPartProps & { readonly study: StudyLine }) {
  const { words } = speech
  const { name } = study
  const [wish, setWish] = useState<Wish>(null)
  const [message, setMessage] = useState('')
  const [isBusy, setBusy] = useState(false)
  const act = async (request: StudiesRequest): Promise<void> => {
    setBusy(true)
    const asked = await ask(request, words)
    setBusy(false)
    setMessage(asked.message)
    if (asked.message === '') setWish(null)
  }
  const leave = (): void => {
    setWish(null)
    setMessage('')
  }
  const form = { words, isBusy, onLeave: leave }
  return (
    <details className="study-tools">
      <summary>
        {words.studyToolsShort}
        <span className="unseen"> {name}</span>
      </summary>
      <p className="button-row">
        <button type="button" className="button" onClick={() => setWish('rename')}>
          {words.studyRename}
        </button>
        <button type="button" className="button" onClick={() => setWish('copy')}>
          {words.studyCopy}
        </button>
        <button type="button" className="button" disabled={isBusy} onClick={() => void act({ kind: 'archive', name })}>
          {words.studyArchive}
        </button>
        <button type="button" className="button" onClick={() => setWish('delete')}>
          {words.studyDelete}
        </button>
      </p>
      {wish === 'rename' && (
        <NameForm
          {...form}
          label={words.studyNewName(name)}
          start={name}
          go={words.studyRename}
          onName={to => void act({ kind: 'rename', name, to })}
        />
      )}
      {wish === 'copy' && (
        <NameForm
          {...form}
          label={words.studyCopyName(name)}
          start={words.studyCopyOf(name)}
          go={words.studyCopy}
          onName={to => void act({ kind: 'copy', name, to })}
        />
      )}
      {wish === 'delete' && (
        <div role="alertdialog" aria-label={words.studyDelete} className="study-ask">
          <p>{words.studyDeleteAsk(name, words.pages(study.pages))}</p>
          <p className="button-row">
            <button
              type="button"
              className="button danger"
              disabled={isBusy}
              onClick={() => void act({ kind: 'delete', name })}
            >
              {words.studyDeleteGo}
            </button>
            <button type="button" className="button" onClick={leave}>
              {words.studyCancel}
            </button>
          </p>
        </div>
      )}
      {isBusy && (
        <p className="hint not-yet" aria-busy="true">
          {words.studyMoving}
        </p>
      )}
      {message !== '' && <p className="notice">{message}</p>}
    </details>
  )
}
