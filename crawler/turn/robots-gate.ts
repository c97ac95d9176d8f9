import type { Corpus } from '#data/store/base/corpus.ts'
import { readRobots, writeRobots } from '#data/store/frontier/robots-cache.ts'
import type { Url } from '#data/url/brand.ts'
import { robotsToken } from '../fetch/identity.ts'
import { isTransient } from '../fetch/outcome.ts'
import type { RobotsAnswer } from '../fetch/robots/fetch-robots.ts'
import { groupFor, isAllowed } from '../fetch/robots/is-allowed.ts'
import { allowAll, type RobotsRules } from '../fetch/robots/parse-robots.ts'
import { longestCrawlDelayMs } from '../frontier/politeness.ts'
import { retryWaitMs } from '../frontier/retries.ts'
import type { Leave } from '../frontier/schedule.ts'

type Known =
  | { readonly kind: 'rules'; readonly rules: RobotsRules; readonly crawlDelayMs: number; readonly expiresAt: number }
  | { readonly kind: 'trying'; readonly tries: number; readonly nextTryAt: number }
  | { readonly kind: 'unreachable'; readonly slug: string; readonly detail: string }

/** Origins remembered in memory; the others are read from the corpus again. */
const remembered = 2_000

/** Without any connection to the host there is no page to exclude: its address fails, and says why. */
const noHost = new Set(['dns', 'connect', 'tls', 'proxy'])

/** What robots.txt files say, kept for 24 hours in the corpus. Times by the steady clock. */
export class RobotsGate {
  readonly #corpus: Corpus
  readonly #waitsMs: readonly number[]
  readonly #asksNobody: boolean
  readonly #isPast: boolean
  readonly #known = new Map<string, Known>()

  /** `waitsMs`: before further requests of a file that can't be reached. `asksNobody`, `isPast`: see FrontierSettings. */
  constructor(
    corpus: Corpus,
    waitsMs: readonly number[],
    { asksNobody, isPast }: { readonly asksNobody: boolean; readonly isPast: boolean },
  ) {
    this.#corpus = corpus
    this.#waitsMs = waitsMs
    this.#asksNobody = asksNobody
    this.#isPast = isPast
  }

  /** Whether `url` may be asked for, as far as its origin's robots.txt is concerned. */
  judge(url: Url, now: number): Leave {
    if (this.#isPast) return { kind: 'ask', crawlDelayMs: 0 }
    const known = this.#find(new URL(url).origin, now)
    if (known === undefined) return { kind: 'robots-first' }
    if (known.kind === 'trying')
      return known.nextTryAt > now ? { kind: 'wait', until: known.nextTryAt } : { kind: 'robots-first' }
    if (known.kind === 'unreachable') return refusal(known)
    const leave = obey(known, url)
    return leave.kind === 'ask' && this.#asksNobody ? { kind: 'ask', crawlDelayMs: 0 } : leave
  }

  /** Addresses of sitemaps that the file of `origin` names, as written; none when it isn't known. */
  sitemapsOf(origin: string): readonly string[] {
    const known = this.#known.get(origin) ?? this.#recall(origin)
    return known?.kind === 'rules' ? known.rules.sitemaps : []
  }

  /**
   * Takes what asking for the robots.txt of `origin` brought: where it redirected to another's (http to https), that is known,
   * too, and need not be asked for. Part of the caller's transaction.
   */
  learn(origin: string, answer: RobotsAnswer, now: number): void {
    if (this.#asksNobody) return this.#keep(origin, recordedRules(answer))
    this.#learn(origin, answer, now)
    if (answer.kind === 'rules') for (const other of redirecting(answer.hops, origin)) this.#learn(other, answer, now)
  }

  #learn(origin: string, answer: RobotsAnswer, now: number): void {
    const known = this.#known.get(origin)
    const tries = (known?.kind === 'trying' ? known.tries : 0) + 1
    if (answer.kind === 'rules') this.#keep(origin, readRules(answer.rules, answer.validUntil))
    else this.#keep(origin, this.#tryLater(answer, tries, now))
    this.#store(origin, answer, tries, now)
  }

  #tryLater(answer: RobotsAnswer & { kind: 'unreachable' }, tries: number, now: number): Known {
    const wait = isTransient(answer.outcome) ? this.#waitFor(answer.retryAfterMs, tries) : null
    if (wait === null) return { kind: 'unreachable', slug: answer.slug, detail: answer.detail }
    return { kind: 'trying', tries, nextTryAt: now + wait }
  }

  /** Who says when to come back is asked then, however often: how long a host may rest is the schedule's to say. */
  #waitFor(retryAfterMs: number | null, tries: number): number | null {
    const own = retryWaitMs(tries, this.#waitsMs)
    if (retryAfterMs === null || this.#waitsMs.length === 0) return own
    return Math.max(retryAfterMs, own ?? this.#waitsMs.at(-1)!)
  }

  #store(origin: string, answer: RobotsAnswer, tries: number, now: number): void {
    const read = answer.kind === 'rules'
    writeRobots(this.#corpus, {
      origin,
      fetchedAt: Math.round(now),
      expiresAt: Math.round(read ? answer.validUntil : now),
      outcome: read ? 'rules' : 'unreachable',
      detail: read ? `http-${answer.status}` : answer.slug,
      tries,
      rules: read ? JSON.stringify(answer.rules) : '',
    })
  }

  #find(origin: string, now: number): Known | undefined {
    const known = this.#known.get(origin) ?? this.#recall(origin)
    if (known === undefined || (known.kind === 'rules' && known.expiresAt <= now)) return undefined
    this.#keep(origin, known)
    return known
  }

  #recall(origin: string): Known | undefined {
    if (this.#asksNobody) return undefined
    const row = readRobots(this.#corpus, origin)
    if (row === undefined) return undefined
    if (row.outcome === 'unreachable') return { kind: 'unreachable', slug: row.detail, detail: '' }
    return readRules(JSON.parse(row.rules) as RobotsRules, row.expiresAt)
  }

  /** The last used stay; those being tried again are never forgotten. */
  #keep(origin: string, known: Known): void {
    this.#known.delete(origin)
    this.#known.set(origin, known)
    if (this.#known.size <= remembered) return
    for (const [oldest, { kind }] of this.#known) if (kind !== 'trying') return void this.#known.delete(oldest)
  }
}

/** Other origins whose own robots.txt was asked for on the way. */
const redirecting = (hops: readonly Url[], from: string): string[] =>
  hops
    .filter(hop => hop === `${new URL(hop).origin}/robots.txt`)
    .flatMap(hop => {
      const { origin } = new URL(hop)
      return origin === from ? [] : [origin]
    })

/**
 * What an archive's robots.txt says to us is obeyed, as it was then. Where it holds none, or one that could not be had,
 * everything is allowed: nobody is visited. It is kept in memory alone, since it gives no leave to visit the site today.
 */
const recordedRules = (answer: RobotsAnswer): Known =>
  readRules(answer.kind === 'rules' ? answer.rules : allowAll, Number.POSITIVE_INFINITY)

function readRules(rules: RobotsRules, expiresAt: number): Known {
  const seconds = groupFor(rules, robotsToken).crawlDelay ?? 0
  return { kind: 'rules', rules, crawlDelayMs: seconds * 1000, expiresAt }
}

function obey({ rules, crawlDelayMs }: Known & { kind: 'rules' }, url: Url): Leave {
  if (!isAllowed(rules, robotsToken, url)) return { kind: 'settle', state: 'excluded', cause: 'robots', detail: '' }
  if (crawlDelayMs > longestCrawlDelayMs)
    return { kind: 'settle', state: 'excluded', cause: 'crawl-delay', detail: `${crawlDelayMs / 1000} s` }
  return { kind: 'ask', crawlDelayMs }
}

function refusal({ slug, detail }: Known & { kind: 'unreachable' }): Leave {
  if (slug === 'private') return { kind: 'settle', state: 'excluded', cause: 'private', detail }
  if (noHost.has(slug))
    return { kind: 'settle', state: 'failed', cause: slug, detail: detail || 'asked for robots.txt' }
  return { kind: 'settle', state: 'excluded', cause: 'robots-unreachable', detail: detail || slug }
}
