import type { HttpClient } from '../create-client.ts'
import { exchange } from '../exchange.ts'
import type { CaptureFacts, FetchOutcome } from '../outcome.ts'
import { planBody } from '../plan-body.ts'
import { Refusal } from '../refusal.ts'
import { readOutcome } from '../read-outcome.ts'
import type { FetchOptions } from '../request.ts'
import type { Url } from '#data/url/brand.ts'
import { replay } from './replay-answer.ts'
import type { ChosenCapture, RecordedExchange, WebArchive } from './web-archive.ts'

export interface ReplayOptions {
  /** Limits of the crawl that is repeated: see ClientOptions. Default 10 000 000. */
  readonly maxBytes?: number
  /** Default false. */
  readonly allowPrivate?: boolean
  /** Milliseconds since 1970: when the archive is asked. */
  readonly now: () => number
  /** The time of what is not in the archive, milliseconds since 1970. Default: when it was asked. */
  readonly missingAt?: number | null
  /** Runs what reads the head of an answer of `url`. Default: just runs it. */
  readonly readingHead?: <Result>(url: Url, work: () => Result) => Result
}

/**
 * A client that answers from an archive, never from a network: the last exchange recorded for an address, read by the same
 * rules as a live one, so that what is extracted is the same. An address that the archive doesn't have fails as `not-archived`.
 */
export function createReplayClient(archive: WebArchive, options: ReplayOptions): HttpClient {
  const { maxBytes = 10_000_000, allowPrivate = false, now, missingAt = null } = options
  const { readingHead = (_url, work) => work() } = options

  async function fetch(url: Url, request: FetchOptions = {}): Promise<FetchOutcome> {
    request.signal?.throwIfAborted()
    const most = request.maxBytes ?? maxBytes
    const askedAt = now()
    const found = await archive.find(url, most, request.signal, request.etag)
    const transfer = await exchange({
      dispatch: handler => replay(found, handler),
      plan: head => planBody(head, request, most),
      timeoutMs: 60_000,
      signal: request.signal,
      keepWire: false,
    })
    const { url: base = url, at = null, ip = null, place: archived = null, answer, chosen } = exchangeOf(found)
    const startedAt = at ?? dateOf(transfer.head?.headers['date']) ?? missingAt ?? now()
    const facts = {
      url: base,
      startedAt,
      durationMs: 0,
      bytesWire: transfer.bytesWire,
      ip,
      archived,
      capture: captureOf(at, askedAt, chosen),
    }
    const limits = answer?.limits ?? []
    const outcome = readingHead(url, () => readOutcome(facts, transfer, allowPrivate, { limits }))
    return base === url ? outcome : { ...outcome, url, ...(outcome.kind === 'answer' && { base }) }
  }
  return { fetch, close: archive.close }
}

type Found = Awaited<ReturnType<WebArchive['find']>>

const exchangeOf = (found: Found): Partial<RecordedExchange> =>
  found === null || found instanceof Refusal ? {} : found

const captureOf = (capturedAt: number | null, askedAt: number, chosen?: ChosenCapture): CaptureFacts => ({
  capturedAt,
  askedAt,
  memento: chosen?.memento ?? '',
  driftDays: chosen?.driftDays ?? null,
  captures: chosen?.captures ?? null,
})

/** What the answer's own header says of its time. */
function dateOf(header: string | undefined): number | null {
  const date = Date.parse(header ?? '')
  return Number.isNaN(date) ? null : date
}
