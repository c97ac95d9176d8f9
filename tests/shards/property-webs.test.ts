import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dealShare } from '#crawler/shares/deal-share.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { linking, plainText } from '../crawler/crawl-web.ts'
import { type Hosts, type Page, serveWeb } from '../webs/serve-web.ts'
import { benchOfShares, expectSameFiles } from './bench-of-shares.ts'
import { standOf } from './stand-of.ts'

/** Sites of the list, two authors of one platform among them, and others that only are linked to. */
const seeds = [
  'a.example',
  'www.b.example',
  'c.example',
  'd.example',
  'e.example',
  'medium.com/@anna',
  'medium.com/@ben',
]
const beyond = ['bit.ly/x', 'f.example/', 'medium.com/@carl', 'sub.a.example/', 'x.github.io/']
const paths = ['/', '/1', '/2']
const own = seeds.flatMap(seed => paths.map(path => `http://${seed}${path}`))
const anywhere = fc.constantFrom(...own, ...beyond.map(place => `http://${place}`))

const answer = fc.oneof(
  { weight: 5, arbitrary: fc.array(anywhere, { maxLength: 5 }).map((targets): string | Page => linking(...targets)) },
  { weight: 2, arbitrary: anywhere.map((to): string | Page => ({ status: 302, headers: { location: to } })) },
  { weight: 1, arbitrary: fc.constant<string | Page>({ status: 404, body: '' }) },
)
const web = fc.record({
  answers: fc.tuple(...own.map(() => answer)),
  robots: fc.subarray(seeds.filter(seed => !seed.includes('/'))),
  listed: fc.subarray(own),
  short: anywhere,
  maxPages: fc.integer({ min: 1, max: 4 }),
})

function hostsOf({ answers, robots, listed, short }: typeof web extends fc.Arbitrary<infer Web> ? Web : never): Hosts {
  const hosts: Record<string, Record<string, string | Page>> = {
    'bit.ly': { '/x': { status: 301, headers: { location: short } } },
  }
  own.forEach((address, index) => {
    const { host, pathname } = new URL(address)
    ;(hosts[host] ??= {})[pathname] = answers[index]!
  })
  for (const host of robots) hosts[host]!['/robots.txt'] = plainText('User-agent: *\nDisallow: /2')
  for (const [host, pages] of Object.entries(hosts))
    pages['/sitemap.xml'] = plainText(listed.filter(address => new URL(address).host === host).join('\n'))
  return hosts
}

/**
 * Every hyperlink of every wave, by names, but for its sentence and heading: whether the first wave kept them of one that a redirect leads
 * back into its site depends on which of the two pages was read first, in one crawl, too.
 */
function linksOf(file: string): string[] {
  const { links = [] } = standOf(file)
  return links.map(row => JSON.stringify((JSON.parse(row) as unknown[]).toSpliced(13, 3))).toSorted()
}

function forgetRobots(file: string): void {
  const corpus = openCorpus(file, 'write')
  corpus.db.exec('DELETE FROM robots')
  corpus.close()
}

describe('a crawl by shares of random webs', () => {
  it('is the same bytes as one crawl: redirects over shares, authors of a platform, shorteners, robots, sitemaps, page limits, waves', async () => {
    await fc.assert(
      fc.asyncProperty(web, web, fc.constantFrom(2, 3, 7), async (drawn, later, of) => {
        const hosts: Record<string, Hosts[string]> = hostsOf(drawn)
        const served = await serveWeb(hosts)
        const bench = benchOfShares(['url', ...seeds.map(seed => `http://${seed}`), ''].join('\n'), {
          ...{ depth: 2, resolve: 'known', sitemaps: true, maxPages: drawn.maxPages + 3 },
          ...{ retryWaitsMs: [], robotsRetryWaitsMs: [] },
        })
        try {
          await bench.crawl('live', { proxy: served.proxy, archive: bench.path('warc') })
          const fromArchive = bench.path('warc')
          const whole = await bench.crawl('whole', { fromArchive })
          const { corpus } = await bench.merge(await bench.shares(of, { fromArchive }), 'merged')
          // What no share asked: where short addresses lead.
          await bench.crawl('merged', { fromArchive })
          await expectSameFiles(corpus, whole)
          // The web has changed; the second wave is dealt out of the merged corpus, and taken back.
          Object.assign(hosts, hostsOf(later))
          // Asked for anew, so that the archive has it: what an archive lacks is dated by the clock.
          forgetRobots(bench.path('live.sqlite'))
          await bench.crawl('live', { proxy: served.proxy, again: 'later', archive: bench.path('later') })
          const wave = { again: 'later', fromArchive: bench.path('later') }
          const wholeLater = await bench.crawl('whole', wave)
          const dealt = Array.from({ length: of }, (_, share) => bench.path(`dealt-${share}.sqlite`))
          dealt.forEach((file, share) => dealShare(corpus, { share, of }, file, Date.now()))
          for (const share of dealt.keys()) await bench.crawl(`dealt-${share}`, wave)
          await bench.merge(dealt, 'merged')
          await bench.crawl('merged', wave)
          await expectSameFiles(corpus, wholeLater)
          expect(linksOf(corpus)).toEqual(linksOf(wholeLater))
        } finally {
          bench.remove()
          await served.close()
        }
      }),
      { seed: 14, numRuns: 4, endOnFailure: true },
    )
    expect.hasAssertions()
  }, 240_000)
})
