/** What is known of a host's recent behaviour. Times in milliseconds, by one clock. */
export interface Manners {
  /** End of its last answer; null: never asked. */
  readonly lastAnswerAt: number | null
  /** Asked to be left alone until then (Retry-After, back-off). */
  readonly notBefore: number
  /** Smoothed time of its answers. */
  readonly responseMs: number
}

export interface Politeness {
  /** From the end of one answer of a host to the next request to it. */
  readonly delayMs: number
  /** An archive is read: whatever a host has asked for, nobody visits it. Default false. */
  readonly asksNobody?: boolean
}

/** A host that takes longer than this to answer is asked more slowly. */
const slowMs = 2_000
const slowFactor = 2
const slowestWaitMs = 30_000

/** The longest Crawl-delay that is waited for; a host that asks for more is left out. */
export const longestCrawlDelayMs = 120_000

/**
 * Wait after an answer: the delay of the call, a longer Crawl-delay, or twice the response time of a host that needs more
 * than two seconds (at most 30 s), whichever is longest. Heritrix waits a multiple of the response time, too.
 */
export function waitMs(responseMs: number, crawlDelayMs: number, { delayMs }: Politeness): number {
  const slow = responseMs > slowMs ? Math.min(slowFactor * responseMs, slowestWaitMs) : 0
  return Math.max(delayMs, crawlDelayMs, slow)
}

/** Earliest start of the next request to the host. */
export function dueAt(manners: Manners, crawlDelayMs: number, politeness: Politeness): number {
  if (politeness.asksNobody) return 0
  if (manners.lastAnswerAt === null) return manners.notBefore
  return Math.max(manners.lastAnswerAt + waitMs(manners.responseMs, crawlDelayMs, politeness), manners.notBefore)
}

/** Weight of the newest answer in the smoothed response time. */
const newest = 0.3

/** The host's manners after an answer (or the lack of one) that ended at `endedAt` and took `durationMs`. */
export function afterAnswer<M extends Manners>(manners: M, endedAt: number, durationMs: number, notBefore = 0): M {
  const smoothed = manners.responseMs === 0 ? durationMs : manners.responseMs * (1 - newest) + durationMs * newest
  return { ...manners, lastAnswerAt: Math.ceil(endedAt), responseMs: Math.round(smoothed), notBefore }
}

/**
 * The manners of a stored host as a new process may rely on them. Times of another process's clock are never later than
 * `now` (plus `longestMs` for a time to come), so that a clock that was set back holds nobody up. `askedAt`: the last
 * process was killed and may have asked any host until then without having stored it.
 */
export function recallManners<M extends Manners>(stored: M, now: number, longestMs: number, askedAt: number | null): M {
  const stated = stored.lastAnswerAt === null ? null : Math.min(stored.lastAnswerAt, now)
  return { ...stored, lastAnswerAt: askedAt ?? stated, notBefore: Math.min(stored.notBefore, now + longestMs) }
}
