import { useState } from 'react'
import type { SummaryData } from '#viewer/protocol/summary.ts'
import { useAnswerAt } from '../ask.ts'
import { remember, remembered } from '../remember.ts'
import { home } from '../start/page-mark.ts'

export interface SummaryControl {
  /** What is to be told before anything else; null: nothing. */
  readonly summary: SummaryData | null
  /** It isn't known yet whether there is something to tell. */
  readonly isWaiting: boolean
  readonly leave: () => void
}

const key = (): string => `toile-told ${window.location.pathname}`
const mark = ({ run, startedAt }: SummaryData): string => `${run} ${startedAt}`

/** A study that is opened tells of its last crawl once. An address that names a view shows that view instead. */
export function useSummary(): SummaryControl {
  const [isWanted, setWanted] = useState(() => home !== null && window.location.hash === '')
  const answer = useAnswerAt<{ summary: SummaryData | null }>(isWanted ? './api/summary' : null, 0)
  const told = answer.state === 'ready' ? answer.data.summary : null
  const isNews = isWanted && told !== null && !told.isDemonstration && remembered(key()) !== mark(told)
  return {
    summary: isNews ? told : null,
    isWaiting: isWanted && answer.state === 'waiting',
    leave: () => {
      if (told !== null) remember(key(), mark(told))
      setWanted(false)
    },
  }
}

/** Tells of it once more. */
export function tellAgain(): void {
  remember(key(), '')
  window.location.assign(window.location.pathname)
}
