import type { LoadedAnswer } from '../ask.ts'
import type { Words } from '../words/format.ts'

interface NotYetProps {
  readonly answer: LoadedAnswer<unknown>
  readonly words: Words
  /** Said when the server knows nothing of it. */
  readonly gone?: string
}

/** In the place of an answer that is on its way, or did not come: said to eyes and ears alike. */
export function NotYet({ answer, words, gone }: NotYetProps) {
  if (answer.state === 'ready') return null
  if (answer.state === 'waiting')
    return (
      <p className="hint not-yet" aria-busy="true">
        {words.loading}
      </p>
    )
  return (
    <p className="notice" role="alert">
      {answer.status === 404 && gone !== undefined ? gone : answer.status === 503 ? words.whyBusy : words.partFailed}
    </p>
  )
}
