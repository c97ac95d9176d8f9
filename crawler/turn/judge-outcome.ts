import { bringsPage } from '#data/store/base/was-read.ts'
import type { LastReading } from '#data/store/visits/unchanged-visit.ts'
import type { Url } from '#data/url/brand.ts'
import type { Answer, FetchFailure, FetchOutcome } from '../fetch/outcome.ts'
import { isTransient, statusSlug } from '../fetch/outcome.ts'
import { retryLater, type Rest } from '../frontier/host-rests.ts'
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
  | { readonly kind: 'failed'; readonly slug: string; readonly detail: string; readonly hostWaitMs?: number }
  | { readonly kind: 'excluded'; readonly cause: string; readonly detail: string }

export interface Circumstances {
  /** Requests made for this page in this wave, this one included. */
  readonly attempts: number
  readonly retryWaitsMs: readonly number[]
  /** Redirects since the last click. */
  readonly hop: number
  readonly previous: LastReading | undefined
  /** What an answer 429 or 503 means for the whole host; null: it was another answer, or nobody is waited for. */
  readonly rest: Rest | null
  readonly now: number
}

/** The same address once more, with other cookies or in another spelling, at the host's next turn. */
export const inAnotherState: Verdict = {
  kind: 'later',
  slug: 'redirect-loop',
  detail: 'in another state',
  waitMs: 0,
  hostWaitMs: 0,
}

/** RFC 9110 leaves the number to us; the Fetch standard's is 20. */
const maxHops = 20
/** Of redirects to the very address. */
const maxAgain = 3
/** Tries of an answer that asks to be tried otherwise; one is enough, a second is for a process that was stopped between. */
const maxTriesAgain = 2

/** Decides from one outcome; pure. */
export function judgeOutcome(outcome: FetchOutcome, here: Circumstances): Verdict {
  if (outcome.kind === 'failed' && outcome.again && here.attempts <= maxTriesAgain) return onceMore(outcome, here)
  if (isTransient(outcome)) return orLater(outcome, here)
  if (outcome.kind === 'answer') return judgeAnswer(outcome, here)
  if (outcome.slug === 'private') return { kind: 'excluded', cause: 'private', detail: outcome.detail }
  // What a redirect to nowhere has beside a page says less than that it is one.
  if (outcome.slug === 'not-html' && Math.floor((outcome.status ?? 0) / 100) === 3)
    return { kind: 'failed', slug: statusSlug(outcome.status!), detail: '' }
  return { kind: 'failed', slug: outcome.slug, detail: outcome.detail }
}

function judgeAnswer(answer: Answer, here: Circumstances): Verdict {
  if (answer.redirect !== null) return judgeRedirect(answer, here)
  if (answer.status === 304 && here.previous) return { kind: 'unchanged', previous: here.previous, answer }
  if (!bringsPage(answer.status, answer.bytes)) return { kind: 'failed', slug: statusSlug(answer.status), detail: '' }
  return { kind: 'read', answer }
}

function judgeRedirect(answer: Answer, { hop, attempts }: Circumstances): Verdict {
  const { redirect, status, url } = answer
  if (redirect?.kind === 'private')
    return { kind: 'excluded', cause: 'private', detail: `redirects to ${redirect.location}` }
  if (redirect?.kind !== 'to')
    return { kind: 'failed', slug: statusSlug(status), detail: `redirects to '${redirect?.location ?? ''}'` }
  // Some hosts send a reader back to the same address, to see whether the cookie comes along, or with a word on who sent them.
  if (redirect.url === url && redirect.again === true && attempts <= maxAgain) return inAnotherState
  if (hop >= maxHops) return { kind: 'failed', slug: 'redirect-loop', detail: `more than ${maxHops} redirects` }
  return { kind: 'redirect', to: redirect.url, ...(redirect.again === true ? { again: true } : {}) }
}

/** At the host's next turn, by what the client has learned: see FetchFailure. */
function onceMore({ slug, detail }: FetchFailure, { attempts, retryWaitsMs }: Circumstances): Verdict {
  // A body that broke off once may come whole a little later.
  const waitMs = slug === 'incomplete' ? (retryWaitMs(attempts, retryWaitsMs) ?? 0) : 0
  return { kind: 'later', slug, detail, waitMs, hostWaitMs: 0 }
}

function orLater(outcome: FetchOutcome, { attempts, retryWaitsMs, rest, now }: Circumstances): Verdict {
  const slug = outcome.kind === 'answer' ? statusSlug(outcome.status) : outcome.slug
  const detail = outcome.kind === 'answer' ? '' : outcome.detail
  if (rest?.isTooLong)
    return { kind: 'failed', slug: 'retry-later', detail: retryLater(now + rest.ms, slug), hostWaitMs: rest.ms }
  // The host rests, and the page with it: no other page of the host is asked for meanwhile.
  if (rest?.isAsked) return { kind: 'later', slug, detail, waitMs: 0, hostWaitMs: rest.ms }
  const waitMs = retryWaitMs(attempts, retryWaitsMs)
  if (waitMs === null) return { kind: 'failed', slug, detail, hostWaitMs: rest?.ms ?? 0 }
  if (rest !== null) return { kind: 'later', slug, detail, waitMs: 0, hostWaitMs: rest.ms }
  return { kind: 'later', slug, detail, waitMs, hostWaitMs: hostWait(slug, waitMs) }
}

/** A host that can't be reached is left alone altogether; another failure concerns its page. */
const hostWait = (slug: string, waitMs: number): number => (['connect', 'dns', 'timeout'].includes(slug) ? waitMs : 0)
