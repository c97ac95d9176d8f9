import { type HostTimes, writeHost } from '#data/store/frontier/host-times.ts'
import { hostOf, internHost } from '#data/store/base/intern-page.ts'
import type { Url } from '#data/url/brand.ts'
import type { FetchFailure, FetchSlug } from '../fetch/outcome.ts'
import { startStopwatch } from '../fetch/loop-stalls.ts'
import { afterAnswer } from '../frontier/politeness.ts'
import type { CrawlContext, HeldHost } from './crawl-context.ts'

export type Fetcher = CrawlContext['client']

export type PoliteContext = Pick<
  CrawlContext,
  'batch' | 'client' | 'clock' | 'corpus' | 'giveUp' | 'isLeftOut' | 'schedule'
>

/** Two turns that wait for each other's hosts would wait for ever. */
const longestClaimMs = 120_000

/**
 * A client whose every request waits for its host's turn, as pages do: for what is asked for beside them. The host that
 * the caller's turn holds already is waited for, not claimed.
 */
export function politeFetch(context: PoliteContext, held?: HeldHost): Fetcher {
  return {
    fetch: async (url, options) => {
      if (context.isLeftOut(url)) return notAsked(url, 'private', 'its owner opted out')
      if (held?.times.name === hostOf(url)) await holdHost(context, held)
      const claimed = held?.times.name === hostOf(url) ? held : await claimHost(context, hostOf(url))
      if (claimed === null) return notAsked(url, 'timeout', 'the host had no time')
      const elapsedMs = startStopwatch()
      try {
        return await context.client.fetch(url, options)
      } finally {
        claimed.times = afterAnswer(claimed.times, context.clock.steady(), elapsedMs())
        if (claimed !== held) giveBack(context, claimed.times)
      }
    },
  }
}

async function holdHost({ schedule, giveUp }: PoliteContext, held: HeldHost): Promise<void> {
  if (held.asked) await schedule.waitUntilDue(held.times, giveUp)
  held.asked = true
}

async function claimHost({ batch, corpus, schedule, giveUp }: PoliteContext, name: string): Promise<HeldHost | null> {
  const id = batch.write(() => internHost(corpus, name))
  try {
    return {
      times: await schedule.claim(id, AbortSignal.any([giveUp, AbortSignal.timeout(longestClaimMs)])),
      asked: true,
    }
  } catch (error) {
    if (giveUp.aborted) throw error
    return null
  }
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
