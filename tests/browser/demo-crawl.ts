import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { ownCrawl } from '#data/own-crawls.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { crawlStatus } from '#data/store/visits/crawl-status.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { serveDemoWeb } from '#seeds/demo-web/serve.ts'
import type { MapData } from '#viewer/protocol/map.ts'
import { createJobs, type Jobs } from '#viewer/server/jobs.ts'
import { corpusPlace } from '../viewer/invented-corpus-file.ts'
import { openMap, type OpenedMap } from './open-map.ts'

/** The list of the sites of the invented web. */
export const demoSeeds = join(import.meta.dirname, '..', '..', 'seeds', 'demo.csv')

/** What the tests of one file share; to be used inside tests and hooks only. */
export interface DemoCrawl {
  readonly visit: OpenedMap['visit']
  readonly corpusFile: string
  /** Pages read so far. */
  readonly fetched: () => number
  readonly mapNow: () => Promise<MapData>
}

/** Serves the map of a corpus that `prepare` makes, and the invented web, for crawls that the page starts. */
export function demoCrawl(prepare: (corpusFile: string, proxy: string) => Promise<void>): DemoCrawl {
  const place = corpusPlace()
  let web: Awaited<ReturnType<typeof serveDemoWeb>>
  let corpus: Corpus
  let jobs: Jobs
  let map: OpenedMap
  beforeAll(async () => {
    web = await serveDemoWeb()
    await prepare(place.file, web.proxy)
    corpus = openCorpus(place.file, 'read')
    const command = [process.execPath, join(import.meta.dirname, 'through-proxy.ts')] as const
    jobs = createJobs([...command], { ...process.env, TOILE_TEST_PROXY: web.proxy })
    map = await openMap(corpus, { jobs, ownCrawlOf: last => ownCrawl(process.env, place.file, last) })
  })
  afterAll(async () => {
    await map.close()
    await jobs.close()
    corpus.close()
    await web.close()
    place.remove()
  })
  return {
    visit: settings => map.visit(settings),
    corpusFile: place.file,
    fetched: () => crawlStatus(corpus).pages.fetched,
    mapNow: async () => (await (await fetch(`${map.served.address}api/map`)).json()) as MapData,
  }
}
