import type { RecordPlace } from '#data/store/visits/archive-place.ts'
import type { Url } from '#data/url/brand.ts'

/**
 * Why an address gave no answer that can be used. Stable: they are written to corpora.
 * - `dns`: the name has no address. `connect`: no connection (refused, unreachable). `tls`: no trusted connection.
 * - `timeout`: the whole exchange, or the connecting, took longer than allowed. `proxy`: the proxy refused or is away.
 * - `closed`: the connection ended before an answer began. `incomplete`: it ended in the middle of the body.
 * - `protocol`: the answer isn't HTTP. `too-large`: header or body is beyond its limit. `bad-encoding`: the body can't
 *   be decompressed. `not-html`: answered with success, but not with HTML. `private`: the address isn't of the public Internet.
 * `not-archived`: an archive is read, and doesn't have the address.
 * `archive-refused`: the archive doesn't show it. `archive-failed`: the archive gave no answer that can be used.
 * `unreadable`: an earlier process hung or died while it read the answer; not asked again.
 * An answer with another status is no failure here; its slug is made by `statusSlug`.
 */
export type FetchSlug =
  | 'dns'
  | 'connect'
  | 'tls'
  | 'timeout'
  | 'proxy'
  | 'closed'
  | 'incomplete'
  | 'protocol'
  | 'too-large'
  | 'bad-encoding'
  | 'not-html'
  | 'private'
  | 'not-archived'
  | 'archive-refused'
  | 'archive-failed'
  | 'unreadable'

/** Header names in lower case; values as latin1 text, several of one name joined by ', '. Has no prototype. */
export type Headers = Readonly<Record<string, string>>

/** Where an answer sends us. `location` is the header's text, a stranger's. */
export type Redirect =
  /** `again`: `url` was asked before, with other cookies or in another spelling, so that this is no loop. */
  | { readonly kind: 'to'; readonly url: Url; readonly again?: boolean }
  | { readonly kind: 'private'; readonly location: string }
  | { readonly kind: 'invalid'; readonly location: string }

/** What is known of an exchange however it ended. */
export interface Exchanged {
  readonly url: Url
  /** Milliseconds since 1970, and milliseconds until the last byte. */
  readonly startedAt: number
  readonly durationMs: number
  /** Bytes of the body as they came over the wire. */
  readonly bytesWire: number
  /** Address that answered; null behind a proxy or without a connection. */
  readonly ip: string | null
  /** Where an archive keeps the answer; absent or null: nowhere. */
  readonly archived?: RecordPlace | null
  /** Set when an archive was asked. */
  readonly capture?: CaptureFacts
  /** The answer left other cookies than the request had. Absent: it did not. */
  readonly hasNewCookies?: boolean
  /** What a strict reader would not have taken: `lenient` (head or framing), `incomplete-body`. Absent: nothing. */
  readonly limits?: readonly string[]
}

/** What an archive tells of the exchange that it gave. */
export interface CaptureFacts {
  /** Milliseconds since 1970: when it was captured (null: not known), and when the archive was asked. */
  readonly capturedAt: number | null
  readonly askedAt: number
  /** Address under which the archive shows it; '': it has none. */
  readonly memento: string
  /** See driftDays; null: no date was asked for. */
  readonly driftDays: number | null
  /** Of the address, in the window; null: no date was asked for. */
  readonly captures: number | null
}

export interface Answer extends Exchanged {
  readonly kind: 'answer'
  readonly status: number
  readonly headers: Headers
  /** Set for 301, 302, 303, 307 and 308 with a Location, else null. */
  readonly redirect: Redirect | null
  /** Lower case, without parameters; '' if the header is absent or unreadable. */
  readonly contentType: string
  /** Decompressed; empty when it wasn't wanted (see `want`). */
  readonly body: Buffer
  /** Length of `body`. */
  readonly bytes: number
  /** The body ends before its end: 'size' (cut at maxBytes), 'encoding' (its compression stops in the middle). */
  readonly cut: 'size' | 'encoding' | null
  /** What its links resolve against, where an archive has it under another spelling of the address; absent: `url`. */
  readonly base?: Url
}

export interface FetchFailure extends Exchanged {
  readonly kind: 'failed'
  readonly slug: FetchSlug
  /** One sentence for a log; printable ASCII and Latin letters only. */
  readonly detail: string
  /** The system's own code (ENOTFOUND, ECONNREFUSED, CERT_HAS_EXPIRED …), or ''. */
  readonly code: string
  /** Null when no header arrived. */
  readonly status: number | null
  readonly headers: Headers
  readonly contentType: string
  /**
   * Asked for once more, at the host's next turn, it could be read: a kept connection was closed before the request
   * reached the host, or the answer is one that only the lenient reader takes, which the next request gets.
   */
  readonly again?: boolean
}

export type FetchOutcome = Answer | FetchFailure

/** Runs `work`, which reads what `answer` brought: whoever asked may want to know of it. */
export type Reading = <Result>(answer: Answer, work: () => Result) => Result

/** The contract's slug for an answer that isn't a page: 'http-404'. */
export const statusSlug = (status: number): string => `http-${status}`

/** Codes that a machine without a network gives, whatever host is asked for. */
const offlineCodes = new Set(['EAI_AGAIN', 'ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL'])

/**
 * The failure could come from this machine's own network rather than from the host. A name that isn't found is one:
 * some systems say ENOTFOUND when they are offline. Only several hosts together tell.
 */
export function couldBeOffline(outcome: FetchOutcome): boolean {
  return (
    outcome.kind === 'failed' && (outcome.slug === 'dns' || outcome.slug === 'proxy' || offlineCodes.has(outcome.code))
  )
}

const transientSlugs = new Set<FetchSlug>(['dns', 'connect', 'timeout', 'proxy', 'closed', 'incomplete'])
const transientStatuses = new Set([408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524])

/** Asking again later could give a page. */
export function isTransient(outcome: FetchOutcome): boolean {
  if (outcome.kind === 'failed') return transientSlugs.has(outcome.slug) && outcome.code !== 'ENOTFOUND'
  return transientStatuses.has(outcome.status)
}
