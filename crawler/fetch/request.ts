import type { Url } from '#data/url/brand.ts'
import { acceptedEncodings } from './decompress.ts'
import type { RawHeaders } from './headers.ts'
import type { Identity } from './identity.ts'
import { isPayloadTag } from './past/payload-tag.ts'

export interface FetchOptions {
  /** Conditional request: values of an earlier answer's headers. An unchanged page answers 304. */
  readonly etag?: string | undefined
  readonly lastModified?: string | undefined
  /** When aborted, fetch rejects with its reason. */
  readonly signal?: AbortSignal | undefined
  readonly maxBytes?: number | undefined
  readonly timeoutMs?: number | undefined
  /** 'html' (default): only the body of a 2xx HTML document. 'any': every body, whatever its type and status. */
  readonly want?: 'html' | 'any'
  /** What a body beyond maxBytes is. Default 'fail'. */
  readonly tooLarge?: 'fail' | 'cut'
  readonly method?: 'GET' | 'HEAD'
  /** Default: HTML. */
  readonly accept?: string
  /** The moment that a TimeGate is asked for (RFC 7089, 2.1.1), and the bytes of a file that are wanted (RFC 9110, 14.2). */
  readonly acceptDatetime?: string | undefined
  readonly range?: string | undefined
  /** Sent as Referer; none by default. */
  readonly referer?: string
  /** Since the host's last answer to whichever crawl of this machine, where crawls take turns at hosts. Default: the crawl's delay. */
  readonly delayMs?: number | undefined
}

/** One exchange as it was on the wire, for an archive. Header values and names are latin1. */
export interface ArchivedExchange {
  readonly url: Url
  readonly method: string
  readonly startedAt: number
  readonly durationMs: number
  readonly ip: string | null
  readonly requestHeaders: RawHeaders
  readonly status: number
  readonly statusText: string
  readonly responseHeaders: RawHeaders
  /** Without its chunking, still compressed. */
  readonly body: Buffer
  /** Head and body as they came, chunks included, where only the lenient reader took them; else null or absent. */
  readonly wire?: Buffer | null
  readonly truncated: 'length' | 'time' | 'disconnect' | null
}

const acceptHtml = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1'

export interface Introduction {
  readonly identity: Identity
  readonly acceptLanguage: string
  /** Value of the Cookie header, or ''. */
  readonly cookie: string
}

/** The header of a request; `Host` and `Connection` are added on the way. */
export function requestHeaders(request: FetchOptions, introduction: Introduction): Record<string, string> {
  const { identity, acceptLanguage, cookie } = introduction
  const all: Record<string, string | undefined> = {
    'user-agent': identity.userAgent,
    accept: request.accept ?? acceptHtml,
    'accept-language': acceptLanguage,
    // Bytes of a file are counted as it stands.
    'accept-encoding': request.range === undefined ? acceptedEncodings : 'identity',
    from: identity.from ?? undefined,
    cookie,
    referer: request.referer,
    'accept-datetime': request.acceptDatetime,
    range: request.range,
    // What was read of an archive has none that its site would know.
    'if-none-match': request.etag !== undefined && isPayloadTag(request.etag) ? undefined : request.etag,
    'if-modified-since': request.lastModified,
  }
  const sent: Record<string, string> = {}
  for (const [name, value] of Object.entries(all)) if (value && isHeaderValue(value)) sent[name] = value
  return sent
}

/** What came from a stranger's header or a page goes back only if it is a header's text. */
const isHeaderValue = (value: string) => /^[\t\x20-\x7e\x80-\xff]*$/.test(value)
