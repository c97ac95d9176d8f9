import { type PageState, pageStates } from '#data/vocabulary/page-states.ts'
import { type Status, statuses } from '#data/vocabulary/statuses.ts'
import { ask } from '#data/store/report/corpus-question.ts'
import { mergedShares, readShard } from '#data/store/shares/shard.ts'
import { type ToldOfCount, toldOfCount } from '#data/store/parts/told-of-count.ts'
import {
  entitiesByStatus,
  hyperlinks,
  pagesByState,
  reviewRounds,
  runs,
  waves,
} from '#data/store/report/crawl-questions.ts'
import { cellOf, type Num, num, rowsOf } from './num.ts'
import { findPast, type PastFindings } from './past.ts'
import type { Study } from './study.ts'

/** The crawl in figures. */
export interface Observed {
  readonly crawls: Num
  readonly imports: readonly string[]
  /** The corpus is one share of a crawl: its number from 0, and of how many. */
  readonly shard: { readonly share: number; readonly of: number } | null
  /** Of how many shares it was merged; null: of none. */
  readonly shares: number | null
  /** Its edges were counted from archives; null: they were not. */
  readonly counted: ToldOfCount | null
  /** Requests by wave, with the times of the first and the last. */
  readonly waves: readonly {
    readonly label: string
    readonly firstVisit: number
    readonly lastVisit: number
    readonly visits: Num
  }[]
  readonly past: PastFindings
  /** How the corpus grew: of those discovered, who was kept and dropped in each round of review. */
  readonly rounds: readonly { readonly round: number; readonly kept: Num; readonly dropped: Num }[]
  readonly entities: readonly { readonly status: Status; readonly entities: Num }[]
  /** All addresses in scope, and by state. */
  readonly addresses: Num
  readonly pages: readonly { readonly state: PageState; readonly pages: Num; readonly share: Num }[]
  readonly hyperlinks: {
    readonly inside: Num
    readonly between: Num
    /** Of those between entities: to entities that nobody reviewed. */
    readonly unreviewed: Num
    readonly private: Num
  }
}

export function observe(study: Study): Observed {
  const { corpus } = study
  const calls = ask(corpus, runs)
  const states = ask(corpus, pagesByState).sort((a, b) => pageStates.indexOf(a.state) - pageStates.indexOf(b.state))
  const addresses = states.reduce((sum, { pages }) => sum + pages, 0)
  const [links] = ask(corpus, hyperlinks)
  const linkCount = (column: keyof NonNullable<typeof links>): Num =>
    cellOf('corpus:hyperlinks', links?.[column] ?? 0, column)
  return {
    crawls: rowsOf('corpus:runs', calls.filter(({ command }) => command === 'crawl').length, { command: 'crawl' }),
    shard: readShard(corpus),
    shares: mergedShares(corpus),
    counted: toldOfCount(corpus),
    imports: calls.filter(({ command }) => command === 'import').map(({ input }) => input),
    waves: ask(corpus, waves).map(({ visits, ...wave }) => ({
      ...wave,
      visits: cellOf('corpus:waves', visits, 'visits', { label: wave.label }),
    })),
    past: findPast(study),
    rounds: ask(corpus, reviewRounds).map(({ round, kept, dropped }) => ({
      round,
      kept: cellOf('corpus:review_rounds', kept, 'kept', { round }),
      dropped: cellOf('corpus:review_rounds', dropped, 'dropped', { round }),
    })),
    entities: ask(corpus, entitiesByStatus)
      .sort((a, b) => statuses.indexOf(a.status) - statuses.indexOf(b.status))
      .map(({ status, entities }) => ({
        status,
        entities: cellOf('corpus:entities_by_status', entities, 'entities', { status }),
      })),
    addresses: num(addresses, { table: 'corpus:pages_by_state', take: 'sum:pages' }),
    pages: states.map(({ state, pages }) => ({
      state,
      pages: cellOf('corpus:pages_by_state', pages, 'pages', { state }),
      share: num(pages / addresses, { table: 'corpus:pages_by_state', where: { state }, take: 'sum:pages', among: {} }),
    })),
    hyperlinks: {
      inside: linkCount('inside'),
      between: linkCount('between'),
      unreviewed: linkCount('unreviewed'),
      private: linkCount('private'),
    },
  }
}
