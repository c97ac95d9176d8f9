import { copyFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { dealShare } from '#crawler/shares/deal-share.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { linking } from '../crawler/crawl-web.ts'
import { archiveFolder, responseOf } from '../crawler/fetch/archive/invented-archive.ts'
import { expectInTime } from '../data/store/expect-in-time.ts'
import { benchOfShares, type ShareBench } from './bench-of-shares.ts'
import { standOf } from './stand-of.ts'

const page = (site: string, year: number, ...links: readonly string[]) =>
  responseOf(`http://${site}.example/`, linking(...links.map(name => `http://${name}.example/`)), {
    'WARC-Date': `${year}-04-20T00:00:00Z`,
  })

/** 'moved' has the address new.example since 2015, and had old.example until 2014: fans link to both in both years. */
const records = [
  page('old', 2012, 'friend'),
  page('new', 2012, 'before'),
  page('fan', 2012, 'old', 'new'),
  page('ally', 2012, 'new', 'fan'),
  page('old', 2017, 'casino'),
  page('new', 2017, 'fan', 'old'),
  page('fan', 2017, 'old', 'new'),
  page('ally', 2017, 'old'),
]
const seeds = [
  'url,prefixes',
  'http://new.example/,http://new.example (2015/..) http://old.example (../2014)',
  'http://fan.example/,',
  'http://ally.example/,',
  '',
]

let bench: ShareBench
let archive: ReturnType<typeof archiveFolder>
beforeAll(() => {
  archive = archiveFolder({ 'years.warc': Buffer.concat(records) })
  bench = benchOfShares(seeds.join('\n'), { depth: 1, resolve: 'none', fromArchive: archive.folder, within: 90 })
})
afterAll(() => {
  bench?.remove()
  archive?.remove()
})

it.each([
  ['2017', '2012'],
  ['2012', '2017'],
])(
  'a wave of the past by shares, after %s that of %s, is what one crawl makes of it: with dated prefixes, too',
  async (first, second) => {
    const [whole, back] = [`whole-${second}`, `back-${second}`]
    await bench.crawl(whole, { past: `${first}-04-22` })
    copyFileSync(bench.path(`${whole}.sqlite`), bench.path(`${back}.sqlite`))
    await bench.crawl(whole, { past: `${second}-04-22` })
    const parts: string[] = []
    for (const share of [0, 1]) {
      const name = `${back}-${share}`
      dealShare(bench.path(`${back}.sqlite`), { share, of: 2 }, bench.path(`${name}.sqlite`), Date.now())
      parts.push(await bench.crawl(name, { past: `${second}-04-22` }))
    }
    await bench.merge(parts, back)
    expect(standOf(bench.path(`${back}.sqlite`))).toEqual(standOf(bench.path(`${whole}.sqlite`)))
    const corpus = openCorpus(bench.path(`${back}.sqlite`), 'read')
    expectInTime(corpus)
    corpus.close()
  },
)
