import type { Corpus } from '#data/store/base/corpus.ts'
import { type HostTimes, writeHost } from '#data/store/frontier/host-times.ts'
import { hostOf, internHost } from '#data/store/base/intern-page.ts'
import type { Url } from '#data/url/brand.ts'
import type { Batch } from '../frontier/batch.ts'
import type { Clock } from '../frontier/clock.ts'
import type { HttpClient } from '../fetch/create-client.ts'
import type { FetchFailure, FetchSlug } from '../fetch/outcome.ts'
import { afterAnswer } from '../frontier/politeness.ts'
import type { Schedule } from '../frontier/schedule.ts'

export type Fetcher = Pick<HttpClient, 'fetch'>

export interface PoliteParts {
  readonly corpus: Corpus
  readonly batch: Batch
  readonly clock: Clock
  readonly client: Fetcher
  readonly schedule: Schedule
  readonly giveUp: AbortSignal
  /** Never asked for: its owner opted out. */
  readonly isLeftOut: (url: Url) => boolean
}

/** A host that a turn holds. `times` are those after its last answer. */
export interface HeldHost {
  times: HostTimes
  /** It has been asked in this turn, so that the next request must wait. */
  asked: boolean
}

/** Two turns that wait for each other's hosts would wait for ever. */
const longestClaimMs = 120_000

/**
 * A client whose every request waits for its host's turn, as pages do: for what is asked for beside them. The host that
 * the caller's turn holds already is waited for, not claimed.
 */
export function politeFetch(parts: PoliteParts, held?: HeldHost): Fetcher {
  return {
    fetch: async (url, options) => {
      if (parts.isLeftOut(url)) return notAsked(url, 'private', 'its owner opted out')
      if (held?.times.name === hostOf(url)) await holdHost(parts, held)
      const claimed = held?.times.name === hostOf(url) ? held : await claimHost(parts, hostOf(url))
      if (claimed === null) return notAsked(url, 'timeout', 'the host had no time')
      const begun = parts.clock.steady()
      try {
        return await parts.client.fetch(url, options)
      } finally {
        const now = parts.clock.steady()
        claimed.times = afterAnswer(claimed.times, now, now - begun)
        if (claimed !== held) giveBack(parts, claimed.times)
      }
    },
  }
}

async function holdHost({ schedule, giveUp }: PoliteParts, held: HeldHost): Promise<void> {
  if (held.asked) await schedule.waitUntilDue(held.times, giveUp)
  held.asked = true
}

async function claimHost({ batch, corpus, schedule, giveUp }: PoliteParts, name: string): Promise<HeldHost | null> {
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

function giveBack({ batch, corpus, schedule }: PoliteParts, times: HostTimes): void {
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
