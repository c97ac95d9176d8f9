import type { Dispatcher } from 'undici'
import type { Url } from '../../../data/url/brand.ts'
import type { HttpClient } from '../create-client.ts'
import { exchange } from '../exchange.ts'
import type { FetchOutcome } from '../outcome.ts'
import { planBody } from '../plan-body.ts'
import { readOutcome } from '../read-outcome.ts'
import { Refusal } from '../refusal.ts'
import type { FetchOptions } from '../request.ts'
import { readHttpBlock } from './http-block.ts'
import type { HttpBlock } from './http-block.ts'
import { readArchive, readRecord } from './read-archive.ts'
import type { RecordPlace } from './read-archive.ts'
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
    const found = place ? await readResponse(place) : null
    const transfer = await exchange({
      dispatch: handler => replay(found, handler),
      plan: head => planBody(head, request, request.maxBytes ?? maxBytes),
      timeoutMs: 60_000,
      signal: request.signal,
      keepWire: false,
    })
    const { startedAt, ip } = found ?? { startedAt: 0, ip: null }
    return readOutcome({ url, startedAt, durationMs: 0, bytesWire: transfer.bytesWire, ip }, transfer, allowPrivate)
  }

  async function rendered(url: Url) {
    const place = conversions.get(url)
    if (place === undefined) return null
    const { record, block } = await readRecord(place)
    return { html: block.toString('utf8'), base: record.warcHeader(baseHeader) ?? url }
  }
  return { fetch, rendered, urls: () => responses.keys() as Iterable<Url>, close: async () => undefined }
}

interface Archived extends HttpBlock {
  readonly startedAt: number
  readonly ip: string | null
  readonly truncated: string | null
}

async function readResponse(place: RecordPlace): Promise<Archived | null> {
  const { record, block } = await readRecord(place)
  const http = readHttpBlock(block)
  if (http === null) return null
  return {
    ...http,
    startedAt: Date.parse(record.warcDate ?? '') || 0,
    ip: record.warcHeader('WARC-IP-Address') ?? null,
    truncated: record.warcHeader('WARC-Truncated') ?? null,
  }
}

/** Why the body ended early, as it failed then. What was cut for its length fails by its length again. */
const endings: Readonly<Record<string, () => Refusal>> = {
  time: () => new Refusal('timeout', 'the answer was not complete in time'),
  disconnect: () => new Refusal('incomplete', 'the connection ended before the body did'),
}

/** Plays `found` to `handler` as undici would. */
function replay(found: Archived | null, handler: Dispatcher.DispatchHandler) {
  let aborted = false
  const controller = {
    aborted: false,
    paused: false,
    reason: null,
    rawHeaders: [...(found?.flatHeaders ?? [])],
    pause: () => undefined,
    resume: () => undefined,
    abort: () => void (aborted = true),
  }
  handler.onRequestStart?.(controller, {})
  if (found === null)
    return handler.onResponseError?.(controller, new Refusal('closed', 'not in the archive', 'NOT_ARCHIVED'))
  handler.onResponseStart?.(controller, found.status, {}, found.statusText)
  if (!aborted && found.body.length > 0) handler.onResponseData?.(controller, found.body)
  if (aborted) return undefined
  const ending = endings[found.truncated ?? '']
  return ending ? handler.onResponseError?.(controller, ending()) : handler.onResponseEnd?.(controller, {})
}
