import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SiteGraph } from '#data/records.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { censoredLinks } from '#data/store/graph/censored-links.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { readSiteGraph } from '#data/store/graph/site-graph.ts'
import type { GraphQuestion } from '#data/store/graph/graph-question.ts'
import { countCensored } from '#graph/analysis/resample/count-censored.ts'
import { limitsBelow, smallerCrawlsOf } from '#graph/analysis/smaller-crawls.ts'
import { linking, setUpCrawl, type Workbench } from '../crawler/crawl-web.ts'
import { type ServedWeb, serveWeb } from '../webs/serve-web.ts'

/** Two sites of twelve pages in three levels, and one without links: what is cited depends on how far one reads. */
function inventWeb(): Record<string, Record<string, { body: string }>> {
  const site = (own: string, other: string) => {
    const pages: Record<string, { body: string }> = {}
    for (let page = 0; page < 13; page++) {
      const below = [3 * page + 1, 3 * page + 2, 3 * page + 3].filter(next => next < 13).map(next => `/p${next}`)
      const abroad = page % 2 === 0 ? [`http://${other}/p${page}`] : page === 7 ? ['http://quiet.example/'] : []
      pages[page === 0 ? '/' : `/p${page}`] = {
        body: linking(...below, ...abroad, '/gone', 'http://stranger.example/'),
      }
    }
    return { ...pages, '/robots.txt': { body: `User-agent: *\nDisallow: /p${own.length % 2 === 0 ? 4 : 5}\n` } }
  }
  return {
    'one.example': site('one', 'other.example'),
    'other.example': site('four', 'one.example'),
    'quiet.example': { '/': { body: linking() } },
  }
}

const question: GraphQuestion = { statuses: ['IN'], zones, weight: 'evidence' }

/** Without the dates, which tell when and not what. */
const counted = ({ nodes, edges }: SiteGraph) => [
  nodes,
  edges.map(({ source, target, weight, links, pages, linksByZone }) => [
    `${source}>${target}`,
    weight,
    links,
    pages,
    linksByZone,
  ]),
]

describe('the graph of a smaller crawl', () => {
  let web: ServedWeb
  let whole: Workbench
  const seeds = ['http://one.example/', 'http://other.example/', 'http://quiet.example/']

  beforeAll(async () => {
    web = await serveWeb(inventWeb())
    whole = setUpCrawl(web.proxy, seeds)
    await whole.crawl({ depth: 2, maxPages: 500 })
  })
  afterAll(async () => {
    whole.remove()
    await web.close()
  })

  it.each([
    ['no click', { depth: 0 }],
    ['one click', { depth: 1 }],
    ['one page', { maxPages: 1 }],
    ['a limit inside a level', { maxPages: 3 }],
    ['a limit inside the last level, failures counted', { maxPages: 9 }],
    ['a limit beyond what there is', { maxPages: 100 }],
    ['both limits', { depth: 1, maxPages: 2 }],
  ])('is that which such a crawl finds: %s', async (_, limits) => {
    const smaller = setUpCrawl(web.proxy, seeds)
    await smaller.crawl({ depth: 2, maxPages: 500, ...limits })
    const [found, rebuilt] = [openCorpus(smaller.corpus, 'read'), openCorpus(whole.corpus, 'read')]
    try {
      const { rebuild } = smallerCrawlsOf(rebuilt, question)
      expect(counted(rebuild(limits))).toEqual(counted(readSiteGraph(found, question)))
    } finally {
      found.close()
      rebuilt.close()
      smaller.remove()
    }
  })

  it('is tried at depths and page limits below those of the crawl', () => {
    const corpus = openCorpus(whole.corpus, 'read')
    try {
      const { depths, pageLimits } = smallerCrawlsOf(corpus, question)
      expect({ depths, pageLimits }).toEqual({ depths: [0, 1], pageLimits: [1, 2, 5, 10] })
    } finally {
      corpus.close()
    }
  })

  it('counts what was not seen, by cause, and what it would have held', () => {
    const corpus = openCorpus(whole.corpus, 'read')
    try {
      const { read, unread, silent, outside } = countCensored(censoredLinks(corpus, question))
      // Of 13 pages of a site, 12 are read: one is forbidden. The seven even ones cite the other site.
      expect(read.pages).toBe(25)
      expect(unread.map(({ cause, pages, sites }) => `${cause} ${pages} ${sites}`)).toEqual([
        'http-404 2 2',
        'robots 2 2',
      ])
      expect(unread[0]!.expectedLinks).toBe(0)
      // Cited by its parent, and the even page 4 by the other site's page 4.
      expect(unread[1]).toMatchObject({ linksTo: 3 })
      expect(unread[1]!.expectedLinks).toBeCloseTo((6 + 1) / 12 + (7 + 1) / 12, 12)
      expect(silent).toEqual({ sites: 0, pairs: 0, pairShare: 0 })
      expect(outside).toEqual({ links: 24, entities: 1 })
    } finally {
      corpus.close()
    }
  })
})

describe('limitsBelow(extent)', () => {
  it.each([
    [{ depth: null, pages: 0 }, [], []],
    [{ depth: 0, pages: 1 }, [], []],
    [{ depth: 3, pages: 120 }, [0, 1, 2], [10, 20, 50, 100]],
    [{ depth: 7, pages: 500 }, [3, 4, 5, 6], [20, 50, 100, 200]],
    [{ depth: 4e12, pages: 1 }, [4e12 - 4, 4e12 - 3, 4e12 - 2, 4e12 - 1], []],
  ])('%o: depths %o, limits %o', (extent, depths, pageLimits) => {
    expect(limitsBelow(extent)).toEqual({ depths, pageLimits })
  })
})

describe('countCensored(counts)', () => {
  it('takes a page not read to link as those read of its site, and one that is not there not to link', () => {
    const found = countCensored({
      sites: [
        { site: 1, pages: 10, links: 20 },
        { site: 2, pages: 0, links: 0 },
      ],
      unread: [
        { site: 1, cause: 'max-pages', pages: 15, linksTo: 40 },
        { site: 1, cause: 'http-404', pages: 90, linksTo: 3 },
        { site: 2, cause: 'connect', pages: 1, linksTo: 5 },
        { site: 2, cause: 'max-pages', pages: 2, linksTo: 1 },
      ],
      outside: { links: 7, entities: 2 },
    })
    expect(found.unread).toEqual([
      { cause: 'http-404', pages: 90, sites: 1, linksTo: 3, expectedLinks: 0 },
      { cause: 'max-pages', pages: 17, sites: 2, linksTo: 41, expectedLinks: 30 },
      { cause: 'connect', pages: 1, sites: 1, linksTo: 5, expectedLinks: 0 },
    ])
    expect(found).toMatchObject({ expectedLinks: 30, expectedShare: 0.6 })
    expect(found.silent).toEqual({ sites: 1, pairs: 1, pairShare: 0.5 })
  })

  it('works on nothing', () => {
    const none = countCensored({ sites: [], unread: [], outside: { links: 0, entities: 0 } })
    expect(none).toMatchObject({ expectedShare: 0, silent: { pairShare: 0 } })
  })
})
