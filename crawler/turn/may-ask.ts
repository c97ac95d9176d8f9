import type { ReadyPage } from '#data/store/frontier/ready-pages.ts'
import type { Url } from '#data/url/brand.ts'
import { isPrivateHost } from '#data/url/private-host.ts'
import { trapOf } from '../frontier/trap-of.ts'
import type { RobotsGate } from './robots-gate.ts'
import type { Leave } from '../frontier/schedule.ts'
import type { TimeBudget } from '../frontier/time-budget.ts'

export interface GateParts {
  readonly robots: RobotsGate
  readonly budget: TimeBudget
  readonly isLeftOut: (url: Url) => boolean
  readonly allowPrivate: boolean
  /** Of the wave's start. */
  readonly year: number
}

/** Whether a page whose turn has come may be asked for, and if not, why: what is asked of nobody comes first. */
export const mayAsk =
  (parts: GateParts) =>
  (page: ReadyPage, now: number): Leave => {
    if (parts.isLeftOut(page.url)) return exclude('opt-out', '')
    if (!parts.allowPrivate && isPrivateHost(new URL(page.url).hostname)) return exclude('private', '')
    // A start page is somebody's word, not a program's.
    const trap = page.depth + page.hop > 0 ? trapOf(page.url, parts.year) : null
    // Where a site sends its readers on with the id of their visit, that address is all there is; its links are read without.
    if (trap !== null && !(trap === 'session-id' && page.hop > 0)) return exclude('trap', trap)
    if (parts.budget.isSpent(page.entityId)) return exclude('trap', 'time-limit')
    return parts.robots.judge(page.url, now)
  }

const exclude = (cause: string, detail: string): Leave => ({ kind: 'settle', state: 'excluded', cause, detail })
