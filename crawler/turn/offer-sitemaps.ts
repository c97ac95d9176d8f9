import type { PrefixTable } from '#data/entity/assign-entity.ts'
import { originsWithoutSitemaps, recordSitemaps } from '#data/store/frontier/sitemaps.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import { fetchSitemaps } from '../fetch/sitemap/fetch-sitemaps.ts'
import { type Fetcher, notAsked } from './polite-fetch.ts'
import { sideFetch, type SideParts, trustRobots } from './side-fetch.ts'

export interface SitemapParts extends SideParts {
  readonly entities: PrefixTable<number>
  readonly waveId: number
  readonly allowPrivate: boolean
  /** Origins asked at one time. */
  readonly concurrency: number
  readonly stop: AbortSignal
}

/**
 * Before the first level is opened: the pages that the sitemaps of the start pages' hosts list become start pages, too.
 * What was read is noted per origin, so that a stop loses at most the origins under way.
 */
export async function offerSitemaps(parts: SitemapParts): Promise<void> {
  const waiting = originsWithoutSitemaps(parts.corpus, parts.waveId)
  const workers = Array.from({ length: Math.min(parts.concurrency, waiting.length) }, async () => {
    for (let origin = waiting.shift(); origin !== undefined && !parts.stop.aborted; origin = waiting.shift())
      await readOrigin(parts, origin)
  })
  await Promise.all(workers)
  await parts.batch.stored()
}

async function readOrigin(parts: SitemapParts, origin: string): Promise<void> {
  const home = normalizeUrl(`${origin}/`)
  if (home === null || !(await trustRobots(parts, home))) return
  const client: Fetcher = {
    fetch: async (url, options = {}) =>
      (await sideFetch(parts, url, options)) ?? notAsked(url, 'private', 'its robots.txt forbids it'),
  }
  const { allowPrivate, giveUp: signal } = parts
  const { files, pages } = await fetchSitemaps(client, origin, parts.gate.sitemapsOf(origin), { signal, allowPrivate })
  const row = { origin, waveId: parts.waveId, readAt: Math.round(parts.clock.now()), files, pages }
  parts.batch.write(() => recordSitemaps(parts.corpus, parts.entities, row))
}
