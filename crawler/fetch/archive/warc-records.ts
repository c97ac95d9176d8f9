import { createHash, randomUUID } from 'node:crypto'
import { StatusAndHeaders, WARCRecord } from 'warcio'
import type { WARCType } from 'warcio'
import type { RawHeaders } from '../headers.ts'
import type { ArchivedExchange } from '../request.ts'

/**
 * The records of one exchange (WARC 1.1, ISO 28500:2017): response, request and metadata, tied together by
 * WARC-Concurrent-To. An answer 304 is a revisit. Blocks hold the bytes as they were on the wire, but for the chunking:
 * its header is renamed, as other archiving tools do. An answer that only the lenient reader takes is kept as it came.
 */
export function exchangeRecords(exchange: ArchivedExchange): readonly WARCRecord[] {
  const id = newId()
  const shared = {
    'WARC-Target-URI': exchange.url,
    'WARC-Date': new Date(exchange.startedAt).toISOString(),
    ...(exchange.ip !== null && { 'WARC-IP-Address': exchange.ip }),
  }
  const together = { ...shared, 'WARC-Concurrent-To': id }
  const fetchTimeMs = String(Math.round(exchange.durationMs))
  return [
    responseRecord(exchange, { ...shared, 'WARC-Record-ID': id }),
    makeRecord('request', 'application/http; msgtype=request', requestBlock(exchange), {
      ...together,
      'WARC-Payload-Digest': sha256(nothing),
    }),
    makeRecord('metadata', warcFields, fields({ fetchTimeMs }), together),
  ]
}

/** The first record of each file: who crawled, with what. */
export function infoRecord(filename: string, at: number, info: Headers): WARCRecord {
  const date = new Date(at).toISOString()
  return makeRecord('warcinfo', warcFields, fields(info), { 'WARC-Filename': filename, 'WARC-Date': date })
}

/** Our own header: the address against which a rendered page's links resolve. Readers ignore names they don't know. */
export const baseHeader = 'Toile-Base-URI'

/** Our own header, too: the block holds an answer as only the lenient reader takes it, byte by byte. */
export const wireHeader = 'Toile-Wire'

/** A page as its scripts left it: made from what was received, hence a conversion. */
export function renderedRecord(url: string, base: string, html: string, at: number): WARCRecord {
  return makeRecord('conversion', 'text/html; charset=utf-8', [Buffer.from(html, 'utf8')], {
    'WARC-Target-URI': url,
    'WARC-Date': new Date(at).toISOString(),
    [baseHeader]: base,
  })
}

/** A capture of another archive: when and of which address it was captured, and where it was read. */
export interface CapturedResponse {
  readonly url: string
  /** Milliseconds since 1970: when it was captured, and when it was read. */
  readonly at: number
  readonly readAt: number
  /** Where that archive shows it. */
  readonly source: string
  readonly status: number
  readonly headers: RawHeaders
  readonly body: Buffer
  readonly isCut: boolean
}

/**
 * The record of a capture that another archive gave: its address and date are those of the capture, so that whoever reads it has the past.
 * Where it comes from is said as tools that convert say it (WARC-Source-URI, WARC-Creation-Date).
 */
export function captureRecord({ url, at, readAt, source, status, headers, body, isCut }: CapturedResponse): WARCRecord {
  const block = [httpHead(`HTTP/1.1 ${status}`, headers), body]
  return makeRecord('response', 'application/http; msgtype=response', block, {
    'WARC-Target-URI': url,
    'WARC-Date': new Date(at).toISOString(),
    'WARC-Source-URI': source,
    'WARC-Creation-Date': new Date(readAt).toISOString(),
    ...(isCut && { 'WARC-Truncated': 'length' }),
    'WARC-Payload-Digest': sha256(body),
  })
}

type Headers = Readonly<Record<string, string>>

const warcFields = 'application/warc-fields'
const notModified = 'http://netpreserve.org/warc/1.1/revisit/server-not-modified'
const nothing = Buffer.alloc(0)
const newId = () => `<urn:uuid:${randomUUID()}>`
const sha256 = (bytes: Buffer) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

/** `block` is given as bytes: warcio's own HTTP headers are text, and a stranger's bytes would come out otherwise. */
function makeRecord(type: WARCType, contentType: string, block: readonly Buffer[], headers: Headers): WARCRecord {
  const all = { 'WARC-Type': type, 'WARC-Record-ID': newId(), ...headers, 'Content-Type': contentType }
  const warcHeaders = new StatusAndHeaders({ statusline: 'WARC/1.1', headers: new Map(Object.entries(all)) as never })
  return new WARCRecord({ warcHeaders, reader: block })
}

function responseRecord(exchange: ArchivedExchange, headers: Headers): WARCRecord {
  const { status, statusText, responseHeaders, body, wire = null, truncated } = exchange
  const renamed = responseHeaders.map(([name, value]) => [nameInArchive(name), value] as const)
  const block = wire === null ? [httpHead(`HTTP/1.1 ${status} ${statusText}`.trim(), renamed), body] : [wire]
  return makeRecord(status === 304 ? 'revisit' : 'response', 'application/http; msgtype=response', block, {
    ...headers,
    ...(status === 304 && { 'WARC-Profile': notModified }),
    ...(truncated !== null && { 'WARC-Truncated': truncated }),
    ...(wire !== null && { [wireHeader]: 'as it came' }),
    'WARC-Payload-Digest': sha256(body),
  })
}

/** The body is kept without its chunks. */
const nameInArchive = (name: string) => (/^transfer-encoding$/i.test(name) ? `X-Archive-Orig-${name}` : name)

function requestBlock({ url, method, requestHeaders }: ArchivedExchange): readonly Buffer[] {
  const { pathname, search } = new URL(url)
  return [httpHead(`${method} ${pathname}${search} HTTP/1.1`, requestHeaders)]
}

const httpHead = (firstLine: string, headers: RawHeaders) =>
  Buffer.from([firstLine, ...headers.map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n'), 'latin1')

const fields = (named: Headers) => [
  Buffer.from(
    Object.entries(named)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join(''),
  ),
]
