import { normalizeUrl } from '#data/url/normalize-url.ts'
import type { Url } from '#data/url/brand.ts'
import type { HttpClient } from '../create-client.ts'
import { robotsToken } from '../identity.ts'
import type { FetchOutcome, FetchSlug } from '../outcome.ts'
import { readRetryAfter } from '../retry-after.ts'
import { keepOnlyFor } from './is-allowed.ts'
import { allowAll, maxRobotsBytes, parseRobots } from './parse-robots.ts'
import type { RobotsRules } from './parse-robots.ts'

/** What a host says about crawling, or why it couldn't be asked. */
export type RobotsAnswer =
  | {
      readonly kind: 'rules'
      /** Only what they say to us; everything is allowed when the host has no such file (any 4xx but 429). */
      readonly rules: RobotsRules
      readonly status: number
      /** Milliseconds since 1970: 24 hours after the request (RFC 9309, 2.4). */
      readonly validUntil: number
      readonly hops: readonly Url[]
    }
  | {
      /** Everything is disallowed for now (RFC 9309, 2.3.1.4). */
      readonly kind: 'unreachable'
      readonly slug: FetchSlug | `http-${number}`
      readonly detail: string
      /** What its Retry-After asks for, in milliseconds; null if it asks for nothing. */
      readonly retryAfterMs: number | null
      /** The last outcome, which tells whether our own network could be the cause. */
      readonly outcome: FetchOutcome
      readonly hops: readonly Url[]
    }

export interface FetchRobotsOptions {
  readonly signal?: AbortSignal | undefined
  /** Milliseconds since 1970. Default Date.now. */
  readonly now?: () => number
}

const dayMs = 24 * 60 * 60 * 1000
/** RFC 9309, 2.3.1.2 asks for five at least; beyond our bound the file counts as not there. */
const maxHops = 10

/**
 * Asks the host of `origin` for its /robots.txt and follows its redirects, also to other hosts: each hop is an own
 * request of `client` (which refuses private addresses). Rejects only when the signal is aborted.
 */
export async function fetchRobots(
  client: Pick<HttpClient, 'fetch'>,
  origin: string,
  options: FetchRobotsOptions = {},
): Promise<RobotsAnswer> {
  const { signal, now = Date.now } = options
  const first = normalizeUrl(new URL('/robots.txt', origin).href)
  if (first === null) throw new TypeError(`'${origin}' is no http(s) address`)
  const hops: Url[] = []
  const validUntil = now() + dayMs
  for (let next: Url = first; ;) {
    hops.push(next)
    const outcome = await client.fetch(next, { signal, want: 'any', tooLarge: 'cut', maxBytes: maxRobotsBytes, accept })
    const redirect = outcome.kind === 'answer' ? outcome.redirect : null
    if (redirect?.kind === 'to' && hops.length <= maxHops && !hops.includes(redirect.url)) next = redirect.url
    else return readAnswer(outcome, { hops, validUntil, now: now() })
  }
}

const accept = 'text/plain,*/*;q=0.5'

interface Known {
  readonly hops: readonly Url[]
  readonly validUntil: number
  readonly now: number
}

function readAnswer(outcome: FetchOutcome, { hops, validUntil, now }: Known): RobotsAnswer {
  const retryAfterMs = readRetryAfter(outcome.headers['retry-after'], now)
  const unreachable = (slug: FetchSlug | `http-${number}`, detail: string) =>
    ({ kind: 'unreachable', slug, detail, retryAfterMs, outcome, hops }) as const
  if (outcome.kind === 'failed') return unreachable(outcome.slug, outcome.detail)
  const { status, redirect, body } = outcome
  if (status === 429 || status >= 500) return unreachable(`http-${status}`, `robots.txt answered ${status}`)
  // A redirect into a private network hides what the host wants, which isn't the same as wanting nothing.
  if (redirect?.kind === 'private')
    return unreachable('private', 'robots.txt redirects to an address that is not public')
  const rules = status >= 200 && status < 300 ? keepOnlyFor(parseRobots(body), robotsToken) : allowAll
  return { kind: 'rules', rules, status, validUntil, hops }
}
