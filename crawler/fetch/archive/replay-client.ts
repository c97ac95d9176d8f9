import type { RecordPlace } from '#data/store/visits/archive-place.ts'
import type { Url } from '#data/url/brand.ts'
import type { HttpClient } from '../create-client.ts'
import { exchange } from '../exchange.ts'
import type { FetchOutcome } from '../outcome.ts'
import { planBody } from '../plan-body.ts'
import { readOutcome } from '../read-outcome.ts'
import type { FetchOptions } from '../request.ts'
import { readArchive, readRecord } from './read-archive.ts'
import { readResponse, replay } from './replay-response.ts'
import { baseHeader } from './warc-records.ts'

export interface ReplayOptions {
  /** Limits of the crawl that is repeated: see ClientOptions. Default 10 000 000. */
  readonly maxBytes?: number
  /** Default false. */
  readonly allowPrivate?: boolean
}

/** A client that answers from an archive, never from a network. */
export interface ReplayClient extends HttpClient {
  /** Addresses that have a response. */
  readonly urls: () => Iterable<Url>
  /** The page as its scripts had left it, and the address its links resolve against; null if it wasn't rendered. */
  readonly rendered: (url: Url) => Promise<{ readonly html: string; readonly base: string } | null>
  /** Where that form is kept. */
  readonly renderedAt: (url: Url) => RecordPlace | null
}

/**
 * Opens the WARC files in `folder`. `fetch` gives the last response to an address, read by the same rules as the first
 * time, so that what is extracted is the same; an address without one fails as `closed` (code NOT_ARCHIVED).
 */
export async function openReplay(folder: string, options: ReplayOptions = {}): Promise<ReplayClient> {
  const { maxBytes = 10_000_000, allowPrivate = false } = options
  const responses = new Map<string, RecordPlace>()
  const conversions = new Map<string, RecordPlace>()
  for await (const { type, url, file, offset } of readArchive(folder))
    (type === 'response' ? responses : conversions).set(url, { file, offset })

  async function fetch(url: Url, request: FetchOptions = {}): Promise<FetchOutcome> {
    request.signal?.throwIfAborted()
    const place = responses.get(url)
    const found = place ? readResponse(await readRecord(place)) : null
    const transfer = await exchange({
      dispatch: handler => replay(found, handler),
      plan: head => planBody(head, request, request.maxBytes ?? maxBytes),
      timeoutMs: 60_000,
      signal: request.signal,
      keepWire: false,
    })
    const { startedAt, ip } = found ?? { startedAt: 0, ip: null }
    const facts = { url, startedAt, durationMs: 0, bytesWire: transfer.bytesWire, ip, archived: place ?? null }
    return readOutcome(facts, transfer, allowPrivate)
  }

  async function rendered(url: Url) {
    const place = conversions.get(url)
    if (place === undefined) return null
    const { record, block } = await readRecord(place)
    return { html: block.toString('utf8'), base: record.warcHeader(baseHeader) ?? url }
  }
  return {
    fetch,
    rendered,
    renderedAt: url => conversions.get(url) ?? null,
    urls: () => responses.keys() as Iterable<Url>,
    close: async () => undefined,
  }
}
