import type { LastReading } from '#data/store/visits/unchanged-visit.ts'
import type { Url } from '#data/url/brand.ts'
import type { Answer, FetchOutcome } from '../fetch/outcome.ts'
import { isTransient, statusSlug } from '../fetch/outcome.ts'
import { readRetryAfter } from '../fetch/retry-after.ts'
import { retryWaitMs } from '../frontier/retries.ts'

/** What an outcome means for its page. */
export type Verdict =
  | { readonly kind: 'read'; readonly answer: Answer }
  | { readonly kind: 'unchanged'; readonly previous: LastReading; readonly answer: Answer }
  /** `again`: to what was asked in another state. `by`: the host of another site over which it came back. */
  | { readonly kind: 'redirect'; readonly to: Url; readonly again?: boolean; readonly by?: string }
  /** Another request, after `waitMs` at the earliest; the whole host is left alone for `hostWaitMs`. */
  | {
      readonly kind: 'later'
      readonly slug: string
      readonly detail: string
      readonly waitMs: number
      readonly hostWaitMs: number
    }
  | { readonly kind: 'failed'; readonly slug: string; readonly detail: string }
  | { readonly kind: 'excluded'; readonly cause: string; readonly detail: string }

export interface Circumstances {
  /** Requests made for this page in this wave, this one included. */
  readonly attempts: number
  readonly retryWaitsMs: readonly number[]
  /** Redirects since the last click. */
  readonly hop: number
  readonly previous: LastReading | undefined
  readonly now: number
}

/** RFC 9110 leaves the number to us; the Fetch standard's is 20. */
const maxHops = 20
/** Of redirects to the very address. */
const maxAgain = 3
/** A Retry-After beyond this isn't waited for. */
const longestRetryAfterMs = 120_000
const busy = new Set([429, 503])

/** Decides from one outcome; pure. */
export function judgeOutcome(outcome: FetchOutcome, here: Circumstances): Verdict {
  if (isTransient(outcome)) return orLater(outcome, here)
  if (outcome.kind === 'answer') return judgeAnswer(outcome, here)
  if (outcome.slug === 'private') return { kind: 'excluded', cause: 'private', detail: outcome.detail }
  return { kind: 'failed', slug: outcome.slug, detail: outcome.detail }
}

function judgeAnswer(answer: Answer, here: Circumstances): Verdict {
  if (answer.redirect !== null) return judgeRedirect(answer, here)
  if (answer.status === 304 && here.previous) return { kind: 'unchanged', previous: here.previous, answer }
  if (answer.status !== 200) return { kind: 'failed', slug: statusSlug(answer.status), detail: '' }
  return { kind: 'read', answer }
}

function judgeRedirect(answer: Answer, { hop, attempts }: Circumstances): Verdict {
  const { redirect, status, url } = answer
  if (redirect?.kind === 'private')
    return { kind: 'excluded', cause: 'private', detail: `redirects to ${redirect.location}` }
  if (redirect?.kind !== 'to')
    return { kind: 'failed', slug: statusSlug(status), detail: `redirects to '${redirect?.location ?? ''}'` }
  // Some hosts send a reader back to the same address, to see whether the cookie comes along, or with a word on who sent them.
  if (redirect.url === url && redirect.again === true && attempts <= maxAgain)
    return { kind: 'later', slug: 'redirect-loop', detail: 'in another state', waitMs: 0, hostWaitMs: 0 }
  if (hop >= maxHops) return { kind: 'failed', slug: 'redirect-loop', detail: `more than ${maxHops} redirects` }
  return { kind: 'redirect', to: redirect.url, ...(redirect.again === true ? { again: true } : {}) }
}

function orLater(outcome: FetchOutcome, { attempts, retryWaitsMs, now }: Circumstances): Verdict {
  const slug = outcome.kind === 'answer' ? statusSlug(outcome.status) : outcome.slug
  const detail = outcome.kind === 'answer' ? '' : outcome.detail
  const asked =
    outcome.kind === 'answer' && busy.has(outcome.status) ? readRetryAfter(outcome.headers['retry-after'], now) : null
  if (asked !== null && asked > longestRetryAfterMs)
    return { kind: 'failed', slug, detail: `Retry-After of ${Math.round(asked / 1000)} s` }
  const waitMs = retryWaitMs(attempts, retryWaitsMs)
  if (waitMs === null) return { kind: 'failed', slug, detail }
  return {
    kind: 'later',
    slug,
    detail,
    waitMs: Math.max(waitMs, asked ?? 0),
    hostWaitMs: asked ?? hostWait(slug, waitMs),
  }
}

/** A host that is overloaded or can't be reached is left alone altogether; another failure concerns its page. */
const hostWait = (slug: string, waitMs: number): number =>
  ['http-429', 'http-503', 'connect', 'dns', 'timeout'].includes(slug) ? waitMs : 0
