import { useId, useState } from 'react'
import type { Words } from '../words/format.ts'

interface NameFormProps {
  readonly label: string
  /** What stands in the field at first. */
  readonly start: string
  readonly go: string
  readonly words: Words
  /** What was asked for is being done. */
  readonly isBusy: boolean
  readonly onName: (name: string) => void
  readonly onLeave: () => void
}

/** Asks for a name. */
export function NameForm({ label, start, go, words, isBusy, onName, onLeave }: NameFormProps) {
  const id = useId()
  const [name, setName] = useState(start)
  return (
    <form
      className="study-ask"
      onSubmit={event => {
        event.preventDefault()
        if (name.trim() !== '') onName(name)
      }}
    >
      <p className="field">
        <label htmlFor={id}>{label}</label>
        <input id={id} type="text" maxLength={80} value={name} onChange={event => setName(event.target.value)} />
      </p>
      <p className="button-row">
        <button type="submit" className="button" disabled={isBusy}>
          {go}
        </button>
        <button type="button" className="button" onClick={onLeave}>
          {words.studyCancel}
        </button>
      </p>
    </form>
  )
}
