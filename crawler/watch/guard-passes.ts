import type { Guard } from '#data/store/visits/guard.ts'
import { isGivenUp, type Pass, type Unread } from '#data/store/frontier/unread.ts'
import type { Watch } from './reading-watch.ts'

export interface GuardedPasses {
  readonly watch: Watch
  readonly unread: readonly Unread[]
  readonly waveId: number
  /** Told what is left out, as earlier processes did not survive it. */
  readonly onLeftOut: (url: string, pass: Pass) => void
}

/** What is stored of strangers' pages is read at a crawl's end as their pages were: noted first, and left out once it held the loop. */
export function guardPasses({ watch, unread, waveId, onLeftOut }: GuardedPasses): Guard {
  const givenUp = unread.filter(one => isGivenUp(one, waveId))
  return (url, pass, work) => {
    if (!givenUp.some(one => one.pass === pass && one.url === url))
      return watch.read({ url, waveId, facts: null, pass }, work)
    onLeftOut(url, pass)
    return null
  }
}
