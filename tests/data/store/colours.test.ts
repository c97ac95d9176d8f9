import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { zones } from '#data/vocabulary/zones.ts'
import { factPlaces } from '#data/store/map/colours.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { analyseCorpus } from '#graph/analysis/analyse-corpus.ts'
import { setUpCrawl, linking, type Workbench } from '../../crawler/crawl-web.ts'
import { importTo } from '../../graph/exchange/import/through-corpus.ts'
import { type ServedWeb, serveWeb } from '../../webs/serve-web.ts'

let web: ServedWeb
let bench: Workbench
afterEach(async () => {
  bench.remove()
  await web.close()
})

const hosts = Array.from({ length: 8 }, (_, index) => `s${index}.example`)

/** Seeds of the first hosts, one per country given. */
const seed = (...countries: string[]): void =>
  writeFileSync(
    join(bench.folder, 'seeds.csv'),
    ['url,country', ...countries.map((country, index) => `http://${hosts[index]}/,${country}`), ''].join('\n'),
  )

/** Joins a tag to the first hosts. */
async function importSides(name: string, sides: readonly string[]): Promise<void> {
  const table = join(bench.folder, name)
  writeFileSync(table, ['id,side', ...sides.map((side, index) => `${hosts[index]},${side}`), ''].join('\n'))
  await importTo(bench.corpus, table, { as: 'attributes' })
}

const places = (column = 'country'): unknown => {
  const corpus = openCorpus(bench.corpus, 'read')
  const found = factPlaces(corpus).get(column)
  corpus.close()
  return Object.fromEntries(found!)
}

async function analyse(): Promise<void> {
  const corpus = openCorpus(bench.corpus, 'write')
  const options = { seed: 1, statuses: ['IN'], zones, weight: 'evidence', runs: 2, resolution: 1 } as const
  await analyseCorpus(
    corpus,
    options,
    () => 0,
    () => undefined,
  )
  corpus.close()
}

async function open(): Promise<void> {
  const page = { '/': linking(...hosts.map(host => `http://${host}/`)) }
  web = await serveWeb(Object.fromEntries(hosts.map(host => [host, page])))
  bench = setUpCrawl(web.proxy, [])
}

describe('the places that a corpus keeps', () => {
  it('stay through a longer seed list, and tables that are imported', async () => {
    await open()
    seed('FR', 'FR', 'US')
    await bench.crawl({ depth: 0 })
    await analyse()
    expect(places()).toEqual({ FR: 1, US: 2 })
    seed('FR', 'FR', 'US', 'DE', 'US', 'US', 'DE', 'DE')
    await bench.crawl({ depth: 0 })
    expect(places()).toEqual({ FR: 1, US: 2, DE: 3 })
    await importSides('first.csv', ['left', 'left', 'right'])
    expect(places('tag:side')).toEqual({ left: 1, right: 2 })
    await importSides('second.csv', ['', '', '', 'right', 'right', 'centre', 'right'])
    expect(places('tag:side')).toEqual({ left: 1, right: 2, centre: 3 })
    await analyse()
    expect(places('tag:side')).toEqual({ left: 1, right: 2, centre: 3 })
  })

  it('begin with the first analysis: until then the most frequent category comes first', async () => {
    await open()
    seed('FR', 'FR', 'US')
    await bench.crawl({ depth: 0 })
    expect(places()).toEqual({ FR: 1, US: 2 })
    seed('FR', 'FR', 'US', 'US', 'US')
    await bench.crawl({ depth: 0 })
    expect(places()).toEqual({ US: 1, FR: 2 })
  })
})
