import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { serveDemoWeb } from '#seeds/demo-web/serve.ts'
import { benchOfShares, expectSameFiles, type ShareBench } from './bench-of-shares.ts'

const seedList = readFileSync(join(import.meta.dirname, '..', '..', 'seeds', 'demo.csv'), 'utf8')

/** The demonstration web, crawled once with an archive; all that follows reads that, so that dates agree. */
let bench: ShareBench
let whole: string

beforeAll(async () => {
  const web = await serveDemoWeb()
  bench = benchOfShares(seedList, { depth: 1, resolve: 'none' })
  await bench.crawl('live', { proxy: web.proxy, archive: bench.path('warc') })
  await web.close()
  whole = await bench.crawl('whole', { fromArchive: bench.path('warc') })
}, 120_000)
afterAll(() => bench?.remove())

describe('a crawl by shares, merged', () => {
  // The analysis is stored in the whole corpus, too: its turn comes last.
  it.each([1, 2, 7, 3])(
    'of %i shares is the same bytes in all six tables as one crawl',
    async of => {
      const parts = await bench.shares(of, { fromArchive: bench.path('warc') })
      const merged = await bench.merge(parts.toReversed(), `merged-${of}`)
      await expectSameFiles(merged.corpus, whole, of === 3)
    },
    120_000,
  )
})
