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
import { createIrregularHosts } from './lenient/irregular-hosts.ts'
import { lenientDispatch, type LenientFindings, limitsOf } from './lenient/lenient-dispatch.ts'
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
   * Asks for one address, once: redirects are told, not followed. What `again` says of a failure is the caller's to do, when
   * the host's delay has passed; an answer that no strict reader takes is then read as browsers read it. Rejects only when `signal` is aborted (its reason), or
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

  const irregular = createIrregularHosts()

  async function ask(url: Url, request: FetchOptions, headers: Record<string, string>): Promise<Asked> {
    const target = new URL(states.spellingOf(url))
    const method = request.method ?? 'GET'
    const isLenient = irregular.reads(url)
    const way = isLenient ? route.alone(target) : null
    const findings: LenientFindings = { isIrregular: false, isCut: false, wire: [], ip: null }
    const wasConnected = !isLenient && route.connectionTo(target.origin) !== null
    const transfer = await exchange({
      dispatch: handler =>
        way === null
          ? route.dispatch(target, headers, method, handler)
          : lenientDispatch(
              { ...way, method, headers: { ...way.headers, ...headers }, maxHeaderBytes },
              handler,
              findings,
            ),
      plan: head => planBody(head, request, request.maxBytes ?? maxBytes),
      timeoutMs: request.timeoutMs ?? timeoutMs,
      signal: request.signal,
      keepWire: onExchange !== null,
    })
    if (isLenient) irregular.learn(url, findings.isIrregular)
    // Asked in this order: of an answer that is none undici says no more than of a closed connection.
    const again = isLenient ? false : irregular.suspect(url, transfer) || (wasConnected && foundClosed(transfer))
    const ip = isLenient ? findings.ip : (route.connectionTo(target.origin)?.ip ?? null)
    return { transfer, again, ip, findings: isLenient ? findings : null }
  }

  async function fetch(url: Url, request: FetchOptions = {}): Promise<FetchOutcome> {
    const startedAt = now()
    const elapsedMs = startStopwatch()
    const { hostname } = new URL(states.spellingOf(url))
    const cookie = cookies?.cookiesFor(url) ?? ''
    const headers = requestHeaders(request, { identity: options.identity, acceptLanguage, cookie })
    const asked =
      allowPrivate || !isPrivateHost(hostname) ? await ask(url, request, headers) : refused(privateRefusal(hostname))
    const { transfer, again, findings } = asked
    const { head, stage, bytesWire } = transfer
    const ip = stage === 'connecting' ? null : asked.ip
    const facts = { url, startedAt, durationMs: elapsedMs(), bytesWire, ip }
    if (cookies && head) readingHead(url, () => cookies.keep(url, setCookiesOf(head.raw)))
    const hasNewCookies = cookies !== null && cookies.cookiesFor(url) !== cookie
    const limits = findings === null ? [] : limitsOf(findings)
    const wire = findings === null || limits.length === 0 ? null : Buffer.concat(findings.wire)
    const archived =
      onExchange && head ? await onExchange(archivedExchange(facts, request, headers, transfer, head, wire)) : null
    return readingHead(url, () =>
      states.note(
        readOutcome({ ...facts, archived, ...(hasNewCookies && { hasNewCookies }) }, transfer, allowPrivate, {
          limits,
          again,
        }),
        cookie,
      ),
    )
  }
  return { fetch, close: route.close }
}

/** One request, how it went, and what is to be made of that. */
interface Asked {
  readonly transfer: Transfer
  /** See FetchFailure. */
  readonly again: boolean
  readonly ip: string | null
  /** Null: it was read strictly. */
  readonly findings: LenientFindings | null
}

function refused(error: Refusal): Asked {
  const nothing = { head: null, received: null, bytesWire: 0, wire: [], isPartial: true }
  return { transfer: { ...nothing, error, stage: 'connecting' }, again: false, ip: null, findings: null }
}

const closedCodes = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'])

/** The host had closed the kept connection before our request reached it: it never saw this request. */
function foundClosed({ stage, error }: Transfer): boolean {
  return stage === 'waiting' && error instanceof Error && 'code' in error && closedCodes.has(String(error.code))
}
