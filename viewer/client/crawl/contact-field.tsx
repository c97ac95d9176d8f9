import { useId } from 'react'
import type { Words } from '../words/format.ts'

interface ContactFieldProps {
  readonly contact: string
  readonly onChange: (contact: string) => void
  readonly words: Words
}

/** Who sends the crawler. */
export function ContactField({ contact, onChange, words }: ContactFieldProps) {
  const id = useId()
  return (
    <>
      <p className="field">
        <label htmlFor={id}>{words.crawlContact}</label>
        <input
          id={id}
          type="text"
          autoComplete="email"
          placeholder="you@example.org"
          value={contact}
          onChange={event => onChange(event.target.value)}
        />
      </p>
      <p className="hint">{words.crawlContactHint}</p>
    </>
  )
}
