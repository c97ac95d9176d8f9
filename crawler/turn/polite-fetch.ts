import { type HostTimes, writeHost } from '#data/store/frontier/host-times.ts'
import { hostOf, internHost } from '#data/store/base/intern-page.ts'
import type { Url } from '#data/url/brand.ts'
import type { FetchFailure, FetchOutcome, FetchSlug } from '../fetch/outcome.ts'
import type { FetchOptions } from '../fetch/request.ts'
import { HostAtRest } from '../fetch/host-at-rest.ts'
import { readRetryAfter } from '../fetch/retry-after.ts'
import { type Clock, steadyAt } from '../frontier/clock.ts'
import type { CrawlContext, HeldHost } from './crawl-context.ts'

export type Fetcher = CrawlContext['client']

export type PoliteContext = Pick<
  CrawlContext,
  'batch' | 'client' | 'clock' | 'corpus' | 'giveUp' | 'isLeftOut' | 'schedule' | 'timesAfter'
>

/** Two turns that wait for each other's hosts would wait for ever. */
const longestClaimMs = 120_000

/**
 * A client whose every request waits for its host's turn, as pages do: for what is asked for beside them. The host that
 * the caller's turn holds already is waited for, not claimed. What can be read at a second try gets one, a turn later.
 */
export function politeFetch(context: PoliteContext, held?: HeldHost): Fetcher {
  return {
    fetch: async (url, options) => {
      if (context.isLeftOut(url)) return notAsked(url, 'private', 'its owner opted out')
      const outcome = await askInTurn(context, held, url, options)
      return outcome.kind === 'failed' && outcome.again ? askInTurn(context, held, url, options) : outcome
    },
  }
}

async function askInTurn(
  context: PoliteContext,
  held: HeldHost | undefined,
  url: Url,
  options: FetchOptions | undefined,
): Promise<FetchOutcome> {
  const isHeld = held?.times.name === hostOf(url)
  // Nothing was asked in this turn: it is the turn that waits.
  const isFirst = isHeld && !held.asked
  const claimed = isHeld ? await holdHost(context, held) : await claimHost(context, hostOf(url))
  if (claimed === null) return notAsked(url, 'timeout', 'the host had no time')
  try {
    return await askNow(context, claimed, url, options)
  } catch (error) {
    if (!(error instanceof HostAtRest) || isFirst) throw error
    claimed.times = { ...claimed.times, notBefore: steadyAt(context.clock, error.until) }
  } finally {
    if (!isHeld) giveBack(context, claimed.times)
  }
  return askInTurn(context, held, url, options)
}

/** The time that crawls wait for each other's turns is not the host's: what its answer took counts. */
async function askNow(
  { client, clock, schedule, timesAfter }: PoliteContext,
  claimed: HeldHost,
  url: Url,
  options: FetchOptions | undefined,
): Promise<FetchOutcome> {
  const delayMs = schedule.waitMs(claimed.times)
  const outcome = await client.fetch(url, { ...options, delayMs }).catch((error: unknown) => {
    if (!(error instanceof HostAtRest)) claimed.times = timesAfter(claimed.times, clock.steady(), 0)
    throw error
  })
  claimed.times = timesAfter(claimed.times, clock.steady(), outcome.durationMs, restUntil(outcome, clock))
  return outcome
}

/** When a host may be asked again that refuses for now and says for how long; 0: it doesn't. */
function restUntil(outcome: FetchOutcome, clock: Clock): number {
  if (outcome.status !== 429 && outcome.status !== 503) return 0
  const asked = readRetryAfter(outcome.headers['retry-after'], clock.now())
  return asked === null ? 0 : Math.round(clock.steady() + asked)
}

/** Null: the host rests for longer than a turn may wait. */
async function holdHost({ schedule, giveUp }: PoliteContext, held: HeldHost): Promise<HeldHost | null> {
  if (held.asked && !(await inTime(giveUp, signal => schedule.waitUntilDue(held.times, signal)))) return null
  held.asked = true
  return held
}

/** Whether `wait` came to its end in the time that a claim may take; rejects when the crawl is given up. */
async function inTime(giveUp: AbortSignal, wait: (signal: AbortSignal) => Promise<unknown>): Promise<boolean> {
  try {
    await wait(AbortSignal.any([giveUp, AbortSignal.timeout(longestClaimMs)]))
    return true
  } catch (error) {
    if (giveUp.aborted) throw error
    return false
  }
}

async function claimHost({ batch, corpus, schedule, giveUp }: PoliteContext, name: string): Promise<HeldHost | null> {
  const id = batch.write(() => internHost(corpus, name))
  let times: HostTimes | null = null
  await inTime(giveUp, async signal => (times = await schedule.claim(id, signal)))
  return times && { times, asked: true }
}

function giveBack({ batch, corpus, schedule }: PoliteContext, times: HostTimes): void {
  batch.write(() => writeHost(corpus, times))
  schedule.release(times)
}

/** As if it had been asked and had failed. */
export const notAsked = (url: Url, slug: FetchSlug, detail: string): FetchFailure => ({
  kind: 'failed',
  url,
  slug,
  detail,
  code: '',
  status: null,
  headers: {},
  contentType: '',
  startedAt: Date.now(),
  durationMs: 0,
  bytesWire: 0,
  ip: null,
})
