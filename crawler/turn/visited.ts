import type { ReadyPage } from '#data/store/frontier/ready-pages.ts'
import type { FetchOutcome } from '../fetch/outcome.ts'
import type { ToldVisit } from '../tell/progress.ts'
import type { Verdict } from './judge-outcome.ts'
import type { RenderedReading } from './read-page.ts'

/** A request that was made: its page, how it ended, and what that means. `steadyNow` by the clock of turns. */
export interface Visited {
  readonly page: ReadyPage
  readonly outcome: FetchOutcome
  readonly verdict: Verdict
  /** Set when the verdict is 'read'. */
  readonly reading: RenderedReading | null
  /** No visit of any wave has read the page before. */
  readonly isFirst: boolean
  readonly steadyNow: number
}

/** For the display. */
export const toldOf = ({ verdict, reading }: Visited): ToldVisit => ({
  hasEnded: verdict.kind !== 'later',
  links: reading?.page.links.length ?? 0,
  cause: verdict.kind === 'failed' ? verdict.slug : verdict.kind === 'excluded' ? verdict.cause : '',
})

/** For the log. */
export const factsOf = ({ page, outcome, verdict, reading }: Visited): Readonly<Record<string, unknown>> => ({
  url: page.url,
  depth: page.depth,
  verdict: verdict.kind,
  status: outcome.status,
  ms: Math.round(outcome.durationMs),
  bytes: outcome.bytesWire,
  ...('slug' in verdict ? { slug: verdict.slug, detail: verdict.detail } : {}),
  ...('cause' in verdict ? { cause: verdict.cause, detail: verdict.detail } : {}),
  ...(verdict.kind === 'redirect' ? { to: verdict.to } : {}),
  ...(reading ? { links: reading.page.links.length, rendered: reading.rendered } : {}),
})
