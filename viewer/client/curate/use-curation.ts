import { useCallback, useMemo, useState } from 'react'
import { sayMistake } from '#data/vocabulary/words/say.ts'
import type { AskedChange, ChangeOutcome, ChangeRequest } from '#viewer/protocol/change.ts'
import { remember, remembered } from '../remember.ts'
import { send, token } from '../send.ts'
import type { Speech } from '../words/format.ts'

/** ShownChanges the corpus in a person's name. */
export interface Curation {
  /** Who changes; kept with every event, and what keeps coders apart. */
  readonly coder: string
  readonly setCoder: (name: string) => void
  /** Returns whether the corpus is now as asked. */
  readonly send: (change: AskedChange) => Promise<boolean>
  /** What became of the last change, in words; empty at first. */
  readonly message: string
  readonly isProblem: boolean
  /** The last change made here that can be taken back. */
  readonly lastEvent: number | null
}

const coderKey = 'toile-coder'

/** Null where the corpus can't be changed: a published page, or a server that only shows. */
export function useCuration({ language, words }: Speech): Curation | null {
  const [coder, setName] = useState(() => remembered(coderKey) ?? 'user')
  const [last, setLast] = useState({ message: '', isProblem: false, event: null as number | null })
  const change = useCallback(
    async (asked: AskedChange): Promise<boolean> => {
      const outcome = await post({ by: coder, reason: '', change: asked })
      if (outcome.outcome === 'done') {
        const undone = asked.kind === 'undo'
        setLast({
          message: undone ? words.takenBack : words.saved,
          isProblem: false,
          event: undone ? null : outcome.event,
        })
        return true
      }
      const problems = { stale: words.changedMeanwhile, busy: words.corpusBusy, lost: words.notSaved }
      const message =
        outcome.outcome === 'refused'
          ? words.refused(outcome.said.map(said => sayMistake(said, language)).join('\n'))
          : problems[outcome.outcome]
      setLast({ message, isProblem: true, event: null })
      return false
    },
    [coder, language, words],
  )
  const setCoder = useCallback((name: string) => {
    remember(coderKey, name)
    setName(name)
  }, [])
  return useMemo(
    () =>
      token === null
        ? null
        : { coder, setCoder, send: change, message: last.message, isProblem: last.isProblem, lastEvent: last.event },
    [coder, setCoder, change, last],
  )
}

async function post(request: ChangeRequest): Promise<ChangeOutcome | { readonly outcome: 'lost' }> {
  const { answer } = await send<ChangeOutcome>('./api/change', request)
  return answer.outcome === undefined ? { outcome: 'lost' } : (answer as ChangeOutcome)
}
