import type { Url } from '#data/url/brand.ts'
import type { HttpClient } from '../create-client.ts'
import type { Answer, FetchOutcome } from '../outcome.ts'
import { Refusal } from '../refusal.ts'
import { readRetryAfter } from '../retry-after.ts'
import type { ArchiveTurns } from './archive-turns.ts'

export interface ArchiveAsking {
  readonly client: Pick<HttpClient, 'fetch'>
  readonly turns: ArchiveTurns
  readonly now: () => number
  /** The first rest of an archive that refuses for now; each further one is twice as long, an hour at most. */
  readonly firstRestMs: number
  /** Told when the archive rests. */
  readonly onRest: (ms: number) => void
}

export interface ArchiveQuestion {
  readonly address: string
  readonly delayMs: number
  readonly maxBytes: number
  readonly signal: AbortSignal | undefined
}

const longestRestMs = 3_600_000
/** With rests that double from a minute on: some three hours. */
const mostTries = 9

/** An answer is the captured site's own: RFC 7089, 2.1.1. Without it the archive speaks. */
export const isMemento = ({ headers }: Pick<FetchOutcome, 'headers'>): boolean => 'memento-datetime' in headers

/**
 * Asks an archive for one address, in its turn. While the archive refuses for now (429, 503 and other errors of its own, no connection)
 * all of its requests rest: for as long as Retry-After says, else a minute, and twice as long each time. Resolves to a capture, to
 * what the archive itself answers, or to why there is nothing.
 */
export async function askArchive(asking: ArchiveAsking, question: ArchiveQuestion): Promise<Answer | Refusal> {
  const { client, turns, now, firstRestMs, onRest } = asking
  const { address, delayMs, maxBytes, signal } = question
  for (let tries = 1; ; tries++) {
    // Not in normal form: an archive knows an address by the spelling that it captured.
    const outcome = await turns.take(delayMs, signal, () =>
      client.fetch(address as Url, { want: 'any', accept: '*/*', tooLarge: 'cut', maxBytes, signal }),
    )
    if (!refusesForNow(outcome)) return outcome.kind === 'answer' ? own(outcome) : failed(outcome)
    if (tries >= mostTries) return failed(outcome)
    const asked = readRetryAfter(outcome.headers['retry-after'], now())
    const ms = Math.min(asked ?? firstRestMs * 2 ** (tries - 1), longestRestMs)
    turns.rest(ms)
    onRest(ms)
  }
}

const transientSlugs = new Set(['connect', 'dns', 'timeout', 'closed', 'proxy', 'tls', 'incomplete'])

const refusesForNow = (outcome: FetchOutcome): boolean =>
  outcome.kind === 'failed'
    ? transientSlugs.has(outcome.slug)
    : !isMemento(outcome) && (outcome.status === 429 || outcome.status >= 500) && !isExcluded(outcome)

/** Names of the Wayback Machine's software for what its operators, or the site's owner, don't show. */
const exclusion = /(?:Administrative|Robot)AccessControlException/

const isExcluded = ({ headers, body, status }: Answer): boolean =>
  exclusion.test(headers['x-archive-wayback-runtime-error'] ?? '') ||
  (status !== 200 && exclusion.test(body.toString('latin1', 0, 20_000)))

function own(answer: Answer): Answer | Refusal {
  if (isMemento(answer)) return answer
  const { status } = answer
  if (isExcluded(answer) || status === 403 || status === 451)
    return new Refusal('archive-refused', `the archive answers ${status}`, 'NOT_ARCHIVED')
  if (status === 404) return new Refusal('not-archived', 'not in the archive', 'NOT_ARCHIVED')
  return status >= 400 ? failed(answer) : answer
}

const failed = (outcome: FetchOutcome): Refusal =>
  new Refusal(
    'archive-failed',
    outcome.kind === 'failed' ? outcome.detail : `the archive answers ${outcome.status}`,
    'NOT_ARCHIVED',
  )
