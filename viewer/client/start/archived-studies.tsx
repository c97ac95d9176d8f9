import { useState } from 'react'
import type { StartPartProps } from './start-part.ts'

/** The studies put away, folded; each can be taken back. */
export function ArchivedStudies({ names, speech, ask }: StartPartProps & { readonly names: readonly string[] }) {
  const { words } = speech
  const [message, setMessage] = useState('')
  if (names.length === 0) return null
  return (
    <details className="archived">
      <summary>{words.studiesArchived(names.length)}</summary>
      <ul>
        {names.map(name => (
          <li key={name}>
            <bdi>{name}</bdi>{' '}
            <button
              type="button"
              className="plain"
              onClick={() => void ask({ kind: 'restore', name }, words).then(asked => setMessage(asked.message))}
            >
              {words.studyRestore}
              <span className="unseen"> {name}</span>
            </button>
          </li>
        ))}
      </ul>
      {message !== '' && <p className="notice">{message}</p>}
    </details>
  )
}
