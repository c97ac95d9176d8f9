import type { Url } from '#data/url/brand.ts'
import type { HttpClient } from '../create-client.ts'
import { HostAtRest } from '../host-at-rest.ts'
import type { Answer, FetchOutcome } from '../outcome.ts'
import { Refusal } from '../refusal.ts'
import type { FetchOptions } from '../request.ts'
import { readRetryAfter } from '../retry-after.ts'
import type { ArchiveTurns } from './archive-turns.ts'

export interface ArchiveAsking {
  readonly client: Pick<HttpClient, 'fetch'>
  readonly turns: ArchiveTurns
  readonly now: () => number
  /** The first wait after an answer that went wrong, in milliseconds; each further one of the same question is twice as long. */
  readonly firstWaitMs: number
  /** Told when the archive's host rests. */
  readonly onRest: (ms: number, host: string) => void
}

export interface ArchiveQuestion extends Pick<FetchOptions, 'acceptDatetime' | 'range' | 'timeoutMs'> {
  readonly address: string
  readonly delayMs: number
  readonly maxBytes: number
  readonly signal: AbortSignal | undefined
}

/** Of one question, while the archive refuses for now: with rests that double from a minute on, some three hours. */
const mostRefusals = 9
/** Of one question that goes wrong, as the Archive's own clients do it: after 2, 4, 8, 16, 32 s. */
const mostFaults = 6

/** An answer is the captured site's own: RFC 7089, 2.1.1. Without it the archive speaks. */
export const isMemento = ({ headers }: Pick<FetchOutcome, 'headers'>): boolean => 'memento-datetime' in headers

/**
 * Asks an archive for one address, in its turn. While the archive refuses for now (429, 503, no connection) all of its requests rest:
 * for as long as Retry-After says, else a minute, and twice as long each time. A question that goes wrong otherwise (other errors of its
 * own, no whole answer in time) is asked again a little later. Resolves to a capture, to what the archive itself
 * answers (see ownAnswer), or to why there is nothing.
 */
export async function askArchive(asking: ArchiveAsking, question: ArchiveQuestion): Promise<Answer | Refusal> {
  const { client, turns, now, firstWaitMs, onRest } = asking
  const { address, ...options } = question
  const { host } = new URL(address)
  for (let refusals = 0, faults = 0; ;) {
    // Not in normal form: an archive knows an address by the spelling that it captured.
    const outcome = await turns
      .take(options.delayMs, options.signal, () =>
        client.fetch(address as Url, { want: 'any', accept: '*/*', tooLarge: 'cut', ...options }),
      )
      .catch(unlessAtRest)
    if (outcome instanceof HostAtRest) {
      turns.leaveAlone(outcome.until - now())
      continue
    }
    const trouble = troubleOf(outcome)
    if (trouble === null) turns.answered()
    if (trouble === null) return outcome.kind === 'answer' ? outcome : failed(outcome)
    if (trouble === 'refused' ? ++refusals >= mostRefusals : ++faults >= mostFaults) return failed(outcome)
    const askedMs = readRetryAfter(outcome.headers['retry-after'], now())
    const isRest = trouble === 'refused' || askedMs !== null
    const restMs = isRest ? turns.refused(askedMs) : turns.wentWrong(firstWaitMs * 2 ** (faults - 1))
    if (restMs !== null) onRest(restMs, host)
  }
}

/** Another crawl of this machine was refused: that is no answer to this question. */
function unlessAtRest(error: unknown): HostAtRest {
  if (error instanceof HostAtRest) return error
  throw error
}

const refusingSlugs = new Set(['connect', 'dns', 'proxy', 'tls'])
const faultySlugs = new Set(['timeout', 'closed', 'incomplete'])

/** `refused`: nothing is to be asked for a while; `fault`: this answer went wrong. Null: it is an answer, or none will ever come. */
function troubleOf(outcome: FetchOutcome): 'refused' | 'fault' | null {
  if (outcome.kind === 'failed')
    return refusingSlugs.has(outcome.slug) ? 'refused' : faultySlugs.has(outcome.slug) ? 'fault' : null
  const { status } = outcome
  if (isMemento(outcome) || isExcluded(outcome)) return null
  return status === 429 || status === 503 ? 'refused' : status >= 500 && status !== 501 ? 'fault' : null
}

/** Names of the Wayback Machine's software for what its operators, or the site's owner, don't show. */
const exclusion = /(?:Administrative|Robot)AccessControlException/

export const isExcluded = ({ headers, body, status }: Answer): boolean =>
  exclusion.test(headers['x-archive-wayback-runtime-error'] ?? '') ||
  (status !== 200 && exclusion.test(body.toString('latin1', 0, 20_000)))

/** A capture, or what the archive's own words come to; an answer that sends elsewhere or that nobody can tell stays one. */
export function ownAnswer(answer: Answer): Answer | Refusal {
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
