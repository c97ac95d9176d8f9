import { originsWithoutSitemaps, recordSitemaps } from '#data/store/frontier/sitemaps.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import { fetchSitemaps } from '../fetch/sitemap/fetch-sitemaps.ts'
import type { CrawlContext } from './crawl-context.ts'
import { type Fetcher, notAsked } from './polite-fetch.ts'
import { readingFor, sideFetch, type SideContext, trustRobots } from './side-fetch.ts'

type SitemapContext = SideContext & Pick<CrawlContext, 'allowPrivate' | 'concurrency' | 'entities' | 'stop'>

/**
 * Before the first level is opened: the pages that the sitemaps of the start pages' hosts list become start pages, too.
 * What was read is noted per origin, so that a stop loses at most the origins under way.
 */
export async function offerSitemaps(context: SitemapContext): Promise<void> {
  const waiting = originsWithoutSitemaps(context.corpus, context.waveId)
  const workers = Array.from({ length: Math.min(context.concurrency, waiting.length) }, async () => {
    for (let origin = waiting.shift(); origin !== undefined && !context.stop.aborted; origin = waiting.shift())
      await readOrigin(context, origin)
  })
  await Promise.all(workers)
  await context.batch.stored()
}

async function readOrigin(context: SitemapContext, origin: string): Promise<void> {
  const home = normalizeUrl(`${origin}/`)
  if (home === null || !(await trustRobots(context, home))) return
  const client: Fetcher = {
    fetch: async (url, options = {}) =>
      (await sideFetch(context, url, options)) ?? notAsked(url, 'private', 'its robots.txt forbids it'),
  }
  const { allowPrivate, giveUp: signal } = context
  const options = { signal, allowPrivate, reading: readingFor(context) }
  const { files, pages } = await fetchSitemaps(client, origin, context.gate.sitemapsOf(origin), options)
  const row = { origin, waveId: context.waveId, readAt: Math.round(context.clock.now()), files, pages }
  context.batch.write(() => recordSitemaps(context.corpus, context.entities, row))
}
