import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Hosts, ServedWeb } from '../webs/serve-web.ts'
import { linking, plainText, type Workbench } from './crawl-web.ts'
import { inventWeb, seedsOf } from './invented-web.ts'
import { openCrawl, openWeb } from './open-web.ts'
import { pageRequests } from './page-requests.ts'

const to = (location: string, status = 301) => ({ status, headers: { location } })

const askedOf = (web: ServedWeb, host: string): string[] =>
  pageRequests(web)
    .filter(one => one.host === host)
    .map(one => one.path)

/** 'source > target' entities of every link between entities. */
const edges = (bench: Workbench): string[] =>
  bench
    .query<{ edge: string }>(
      `SELECT DISTINCT s.name || ' > ' || t.name AS edge FROM link JOIN entity s ON s.id = source_entity JOIN entity t ON t.id = target_entity
       WHERE s.id <> t.id ORDER BY 1`,
    )
    .map(row => row.edge)

describe('--resolve', () => {
  const hosts: Hosts = {
    'a.example': {
      '/': linking('http://bit.ly/one', 'http://bit.ly/two', 'http://b.example/', 'http://moved.example/'),
    },
    'bit.ly': {
      '/one': to('http://t.co/hop'),
      '/two': to('http://c.example/page', 302),
      '/three': to('http://d.example/'),
    },
    't.co': { '/hop': to('http://a.example/deep') },
    'b.example': { '/': '' },
    'moved.example': { '/': to('http://new.example/') },
    'new.example': { '/': '' },
    'c.example': { '/page': linking('http://never.example/') },
  }

  it('known: asks short addresses where they lead, hop by hop, and links count for that', async () => {
    const { web, bench } = await openCrawl(hosts, ['http://a.example/'])
    await bench.crawl({ resolve: 'known', depth: 0 })
    expect(edges(bench)).toEqual(['a.example > b.example', 'a.example > c.example', 'a.example > moved.example'])
    expect(askedOf(web, 'bit.ly')).toEqual(['/one', '/two'])
    expect(askedOf(web, 't.co')).toEqual(['/hop'])
    for (const host of ['b.example', 'c.example', 'moved.example']) expect(askedOf(web, host)).toEqual([])
    expect(Object.keys(bench.states())).toEqual(['http://a.example/'])
    expect(await bench.crawl({ resolve: 'known', depth: 0 })).toBe('nothing-to-do')
  })

  it('all: asks every address of other entities once, but never those of a crawled one', async () => {
    const { web, bench } = await openCrawl(hosts, ['http://a.example/', 'http://b.example/'])
    await bench.crawl({ resolve: 'all', depth: 0 })
    expect(edges(bench)).toEqual(['a.example > b.example', 'a.example > c.example', 'a.example > new.example'])
    expect(askedOf(web, 'b.example')).toEqual(['/'])
    expect(askedOf(web, 'new.example')).toEqual(['/'])
    expect(askedOf(web, 'c.example')).toEqual(['/page'])
    expect(askedOf(web, 'never.example')).toEqual([])
    expect(askedOf(web, 'a.example')).toEqual(['/'])
  })

  it('none: asks nobody', async () => {
    const { web, bench } = await openCrawl(hosts, ['http://a.example/'])
    await bench.crawl({ resolve: 'none', depth: 0 })
    expect(askedOf(web, 'bit.ly')).toEqual([])
  })

  it('obeys robots.txt and comes last, with the delay', async () => {
    const { web, bench } = await openCrawl(
      { ...hosts, 'bit.ly': { ...hosts['bit.ly'], '/robots.txt': plainText('User-agent: *\nDisallow: /one') } },
      ['http://a.example/'],
    )
    await bench.crawl({ resolve: 'known', depth: 0, delay: 0.15 })
    expect(askedOf(web, 'bit.ly')).toEqual(['/two'])
    const [robots, two] = web.requests.filter(one => one.host === 'bit.ly')
    expect(two!.beganAt - robots!.endedAt).toBeGreaterThanOrEqual(148)
    const lastPage = web.requestsFor('a.example/').at(-1)!
    expect(robots!.beganAt).toBeGreaterThan(lastPage.endedAt)
  })

  it('asked for later, follows what an earlier call had left', async () => {
    const { web, bench } = await openCrawl(hosts, ['http://a.example/'])
    await bench.crawl({ resolve: 'none', depth: 0 })
    expect(await bench.crawl({ resolve: 'known', depth: 0 })).toBe('done')
    expect(edges(bench)).toContain('a.example > c.example')
    expect(askedOf(web, 'a.example')).toEqual(['/'])
  })
})

describe('--sitemaps', () => {
  const sitemap = (...urls: readonly string[]) => ({
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.map(url => `<url><loc>${url}</loc></url>`).join('')}</urlset>`,
  })

  it('makes the pages they list start pages, those of other entities left out', async () => {
    const { web, bench } = await openCrawl(
      {
        'a.example': {
          '/robots.txt': plainText('User-agent: *\nDisallow: /no\nSitemap: http://a.example/map.xml'),
          '/map.xml': sitemap('http://a.example/hidden', 'http://b.example/x', 'http://a.example/no/1'),
          '/': '',
          '/hidden': linking('/deeper'),
          '/deeper': '',
        },
      },
      ['http://a.example/'],
    )
    await bench.crawl({ sitemaps: true, depth: 1 })
    expect(bench.pages().map(({ url, state, depth }) => [url, state, depth])).toEqual([
      ['http://a.example/', 'fetched', 0],
      ['http://a.example/deeper', 'fetched', 1],
      ['http://a.example/hidden', 'fetched', 0],
      ['http://a.example/no/1', 'excluded', 0],
    ])
    expect(askedOf(web, 'a.example').filter(path => path === '/map.xml')).toHaveLength(1)
    expect(await bench.crawl({ sitemaps: true, depth: 1 })).toBe('nothing-to-do')
  })

  it('are not asked for unless wanted, and can be wanted later', async () => {
    const { web, bench } = await openCrawl(
      { 'a.example': { '/': '', '/sitemap.xml': sitemap('http://a.example/1'), '/1': '' } },
      ['http://a.example/'],
    )
    await bench.crawl({ depth: 0 })
    expect(askedOf(web, 'a.example')).toEqual(['/'])
    await bench.crawl({ depth: 0, sitemaps: true })
    expect(askedOf(web, 'a.example')).toEqual(['/', '/sitemap.xml', '/1'])
  })
})

describe('--archive', () => {
  it('keeps every exchange, so that the crawl can be made again without the network and gives the same', async () => {
    const { web, benchOf } = await openWeb(inventWeb(3, 20))
    const bench = benchOf(seedsOf(3))
    const archive = join(bench.folder, 'warc')
    await bench.crawl({ depth: 4, maxPages: 15, archive })
    expect(readdirSync(archive).every(name => name.endsWith('.warc.gz'))).toBe(true)
    const requests = web.requests.length
    const again = benchOf(seedsOf(3))
    // Nothing is asked, so no delay is kept.
    await again.crawl({ depth: 4, maxPages: 15, delay: 5, fromArchive: archive })
    expect(web.requests.length).toBe(requests)
    expect(again.pages()).toEqual(bench.pages())
    expect(again.links()).toEqual(bench.links())
  })
})
