import type { Corpus } from '#data/store/base/corpus.ts'
import type { HostTimes } from '#data/store/frontier/host-times.ts'
import type { Url } from '#data/url/brand.ts'
import type { HttpClient } from '../fetch/create-client.ts'
import type { Clock } from '../frontier/clock.ts'
import type { Unreadables } from '../watch/unreadables.ts'
import type { Watch } from '../watch/reading-watch.ts'
import type { NetworkWatch } from './network-watch.ts'
import type { Frontier } from './open-frontier.ts'
import type { Web } from './open-web.ts'
import type { RenderMode } from './rendering-memory.ts'
import type { Visited } from './visited.ts'

/** A host that a turn holds. `times` are those after its last answer. */
export interface HeldHost {
  times: HostTimes
  /** It has been asked in this turn, so that the next request must wait. */
  asked: boolean
}

/**
 * All that the turns of one run share, made by open-context.ts alone. A function that needs few of these names them:
 * `Pick<CrawlContext, …>`.
 */
export interface CrawlContext extends Frontier, Pick<Web, 'lookup' | 'renderer' | 'restForAll'> {
  readonly corpus: Corpus
  readonly clock: Clock
  readonly waveId: number
  readonly runId: number
  /** Clicks from an entity's start pages. */
  readonly depth: number
  /** Requests under way at one time. */
  readonly concurrency: number
  readonly allowPrivate: boolean
  /** Whether each page's own text is kept. */
  readonly texts: boolean
  /** Which pages a browser reads. */
  readonly mode: RenderMode
  readonly retryWaitsMs: readonly number[]
  /** Never asked for: its owner opted out. */
  readonly isLeftOut: (url: Url) => boolean
  readonly client: Pick<HttpClient, 'fetch'>
  /** The hosts that turns hold, by the page that is rendered. */
  readonly heldBy: Map<Url, HeldHost>
  readonly network: Pick<NetworkWatch, 'discards' | 'untilBack'>
  /** The host's manners after an answer: see afterAnswer. As they were when an archive has answered. */
  readonly timesAfter: (times: HostTimes, endedAt: number, durationMs: number, notBefore?: number) => HostTimes
  /** Told before a stranger's text is read. */
  readonly watch: Watch
  readonly unreadables: Unreadables
  /** No new requests; those under way may end until `giveUp`. */
  readonly stop: AbortSignal
  readonly giveUp: AbortSignal
  /** Told when a host is left alone because it asked for it. */
  readonly onRest: (host: string, ms: number) => void
  readonly onVisit: (visited: Visited) => void
}
