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
  /** Gets a sentence for each file that could not be read to its end. Default: nobody is told. */
  readonly tell?: (sentence: string) => void
  /** Runs what reads the head of an answer of `url`. Default: just runs it. */
  readonly readingHead?: <Result>(url: Url, work: () => Result) => Result
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
  const { maxBytes = 10_000_000, allowPrivate = false, readingHead = (_url, work) => work() } = options
  const { tell = () => undefined } = options
  const responses = new Map<string, RecordPlace>()
  const conversions = new Map<string, RecordPlace>()
  for await (const { type, url, file, offset } of readArchive(folder, tell))
    (type === 'response' ? responses : conversions).set(url, { file, offset })

  async function fetch(url: Url, request: FetchOptions = {}): Promise<FetchOutcome> {
    request.signal?.throwIfAborted()
    const place = responses.get(url)
    const record = place ? await readRecord(place) : null
    const found = record && readingHead(url, () => readResponse(record))
    const transfer = await exchange({
      dispatch: handler => replay(found, handler),
      plan: head => planBody(head, request, request.maxBytes ?? maxBytes),
      timeoutMs: 60_000,
      signal: request.signal,
      keepWire: false,
    })
    const { startedAt, ip } = found ?? { startedAt: 0, ip: null }
    const facts = { url, startedAt, durationMs: 0, bytesWire: transfer.bytesWire, ip, archived: place ?? null }
    return readingHead(url, () => readOutcome(facts, transfer, allowPrivate))
  }

  async function rendered(url: Url) {
    const place = conversions.get(url)
    if (place === undefined) return null
    const { head, block } = await readRecord(place)
    return { html: block.toString('utf8'), base: head.header(baseHeader) ?? url }
  }
  return {
    fetch,
    rendered,
    renderedAt: url => conversions.get(url) ?? null,
    urls: () => responses.keys() as Iterable<Url>,
    close: async () => undefined,
  }
}
