import { setImmediate as turnOfLoop } from 'node:timers/promises'
import { crawledEntities, offerPage, originsWithoutSitemaps, recordSitemaps } from '#data/store/frontier/sitemaps.ts'
import type { Url } from '#data/url/brand.ts'
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
  await offerPages(context, pages)
  const row = { origin, waveId: context.waveId, readAt: Math.round(context.clock.now()), files, pages: pages.length }
  context.batch.write(() => recordSitemaps(context.corpus, row))
}

/** So many pages hold the loop for some milliseconds: an origin lists 50,000 at most. */
const pagesAtOnce = 100

/** What a kill leaves undone the next call does: the origin is noted when all are offered. */
async function offerPages({ batch, corpus, entities, waveId }: SitemapContext, pages: readonly Url[]): Promise<void> {
  const crawled = crawledEntities(corpus)
  for (let at = 0; at < pages.length; at += pagesAtOnce) {
    batch.write(() => {
      for (const url of pages.slice(at, at + pagesAtOnce)) offerPage(corpus, entities, { url, waveId, crawled })
    })
    await turnOfLoop()
  }
}
