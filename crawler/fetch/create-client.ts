import type { RecordPlace } from '#data/store/visits/archive-place.ts'
import { isPrivateHost } from '#data/url/private-host.ts'
import type { Url } from '#data/url/brand.ts'
import { privateRefusal } from './connect-public.ts'
import type { CookieKeeper } from './cookie-keeper.ts'
import { createLookup } from './dns-lookup.ts'
import type { Lookup } from './dns-lookup.ts'
import { exchange } from './exchange.ts'
import type { Transfer } from './exchange.ts'
import { setCookiesOf } from './headers.ts'
import type { Identity } from './identity.ts'
import type { FetchOutcome } from './outcome.ts'
import { planBody } from './plan-body.ts'
import { archivedExchange, readOutcome } from './read-outcome.ts'
import type { Refusal } from './refusal.ts'
import { requestHeaders } from './request.ts'
import type { ArchivedExchange, FetchOptions } from './request.ts'
import { RedirectStates } from './redirect-states.ts'
import { startStopwatch } from './loop-stalls.ts'
import { createRoute } from './routes.ts'

export interface ClientOptions {
  /** Who we are: see buildIdentity. */
  readonly identity: Identity
  /** All requests go through it, and names are its to look up. Default null. */
  readonly proxy?: string | null
  /** Ask private and special-use addresses too. Default false. */
  readonly allowPrivate?: boolean
  /** For one whole exchange. Default 30 000. */
  readonly timeoutMs?: number
  /** For the connection alone. Default 10 000. */
  readonly connectTimeoutMs?: number
  /** Of a body, compressed and decompressed alike. Default 10 000 000. */
  readonly maxBytes?: number
  /** Of an answer's head. Default 65 536. */
  readonly maxHeaderBytes?: number
  /** Connections kept open over all hosts. Default 256. */
  readonly maxSockets?: number
  /** Default 'fr,en;q=0.9,*;q=0.5'. */
  readonly acceptLanguage?: string
  /** Keeps each host's cookies; null (the default) takes none. */
  readonly cookies?: CookieKeeper | null
  /** Looks names up; share it to know which hosts live at one address. Default: an own one. */
  readonly lookup?: Lookup
  /** Milliseconds since 1970. Default Date.now. */
  readonly now?: () => number
  /** Is given every exchange that had an answer, and waited for, to say where it keeps it: an archive. */
  readonly onExchange?: ((exchange: ArchivedExchange) => Promise<RecordPlace | null>) | null
  /** Runs what reads the head of an answer of `url`. Default: just runs it. */
  readonly readingHead?: <Result>(url: Url, work: () => Result) => Result
}

export interface HttpClient {
  /**
   * Asks for one address, once: redirects are told, not followed. Rejects only when `signal` is aborted (its reason), or
   * when `onExchange` does.
   */
  readonly fetch: (url: Url, options?: FetchOptions) => Promise<FetchOutcome>
  /** Ends all connections. */
  readonly close: () => Promise<void>
}

/** A client that says who it is, asks public hosts only, and takes no more than it was allowed. */
export function createClient(options: ClientOptions): HttpClient {
  const { timeoutMs = 30_000, connectTimeoutMs = 10_000, maxBytes = 10_000_000, maxHeaderBytes = 65_536 } = options
  const { proxy = null, allowPrivate = false, maxSockets = 256, now = Date.now, onExchange = null } = options
  const { readingHead = (_url, work) => work() } = options
  const { cookies = null, lookup = createLookup({ now }), acceptLanguage = 'fr,en;q=0.9,*;q=0.5' } = options
  const states = new RedirectStates(url => cookies?.cookiesFor(url) ?? '')
  const route = createRoute({ proxy, allowPrivate, lookup, connectTimeoutMs, maxHeaderBytes, maxSockets })

  async function fetch(url: Url, request: FetchOptions = {}): Promise<FetchOutcome> {
    const startedAt = now()
    const elapsedMs = startStopwatch()
    const target = new URL(states.spellingOf(url))
    const cookie = cookies?.cookiesFor(url) ?? ''
    const headers = requestHeaders(request, { identity: options.identity, acceptLanguage, cookie })
    const ask = () =>
      exchange({
        dispatch: handler => route.dispatch(target, headers, request.method ?? 'GET', handler),
        plan: head => planBody(head, request, request.maxBytes ?? maxBytes),
        timeoutMs: request.timeoutMs ?? timeoutMs,
        signal: request.signal,
        keepWire: onExchange !== null,
      })
    const wasConnected = route.connectionTo(target.origin) !== null
    let transfer =
      allowPrivate || !isPrivateHost(target.hostname) ? await ask() : refused(privateRefusal(target.hostname))
    if (wasConnected && foundClosed(transfer)) transfer = await ask()
    const ip = transfer.stage === 'connecting' ? null : (route.connectionTo(target.origin)?.ip ?? null)
    const facts = { url, startedAt, durationMs: elapsedMs(), bytesWire: transfer.bytesWire, ip }
    const { head } = transfer
    if (cookies && head) readingHead(url, () => cookies.keep(url, setCookiesOf(head.raw)))
    const archived =
      onExchange && transfer.head
        ? await onExchange(archivedExchange(facts, request, headers, transfer, transfer.head))
        : null
    return readingHead(url, () => states.note(readOutcome({ ...facts, archived }, transfer, allowPrivate), cookie))
  }
  return { fetch, close: route.close }
}

function refused(error: Refusal): Transfer {
  return { head: null, received: null, error, stage: 'connecting', bytesWire: 0, wire: [], isPartial: true }
}

const closedCodes = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'])

/** The host had closed the kept connection before our request reached it: it never saw this request. */
function foundClosed({ stage, error }: Transfer): boolean {
  return stage === 'waiting' && error instanceof Error && 'code' in error && closedCodes.has(String(error.code))
}
