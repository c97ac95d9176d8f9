import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type Hosts, type ServedWeb, serveWeb } from '../webs/serve-web.ts'
import { linking, setUpCrawl, type Workbench } from './crawl-web.ts'
import { inventWeb, seedsOf } from './invented-web.ts'

let web: ServedWeb
const benches: Workbench[] = []

async function open(hosts: Hosts, seeds: readonly string[]): Promise<Workbench> {
  web = await serveWeb(hosts)
  return another(seeds)
}

function another(seeds: readonly string[]): Workbench {
  const bench = setUpCrawl(web.proxy, seeds)
  benches.push(bench)
  return bench
}

afterEach(async () => {
  for (const bench of benches.splice(0)) bench.remove()
  await web.close()
})

const text = (body: string) => ({ headers: { 'content-type': 'text/plain' }, body })
const to = (location: string, status = 301) => ({ status, headers: { location } })
const asked = (host: string): string[] =>
  web.requests.filter(one => one.host === host && one.path !== '/robots.txt').map(one => one.path)

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
    const bench = await open(hosts, ['http://a.example/'])
    await bench.crawl({ resolve: 'known', depth: 0 })
    expect(edges(bench)).toEqual(['a.example > b.example', 'a.example > c.example', 'a.example > moved.example'])
    expect(asked('bit.ly')).toEqual(['/one', '/two'])
    expect(asked('t.co')).toEqual(['/hop'])
    for (const host of ['b.example', 'c.example', 'moved.example']) expect(asked(host)).toEqual([])
    expect(Object.keys(bench.states())).toEqual(['http://a.example/'])
    expect(await bench.crawl({ resolve: 'known', depth: 0 })).toBe('nothing-to-do')
  })

  it('all: asks every address of other entities once, but never those of a crawled one', async () => {
    const bench = await open(hosts, ['http://a.example/', 'http://b.example/'])
    await bench.crawl({ resolve: 'all', depth: 0 })
    expect(edges(bench)).toEqual(['a.example > b.example', 'a.example > c.example', 'a.example > new.example'])
    expect(asked('b.example')).toEqual(['/'])
    expect(asked('new.example')).toEqual(['/'])
    expect(asked('c.example')).toEqual(['/page'])
    expect(asked('never.example')).toEqual([])
    expect(asked('a.example')).toEqual(['/'])
  })

  it('none: asks nobody', async () => {
    const bench = await open(hosts, ['http://a.example/'])
    await bench.crawl({ resolve: 'none', depth: 0 })
    expect(asked('bit.ly')).toEqual([])
  })

  it('obeys robots.txt and comes last, with the delay', async () => {
    const bench = await open(
      { ...hosts, 'bit.ly': { ...hosts['bit.ly'], '/robots.txt': text('User-agent: *\nDisallow: /one') } },
      ['http://a.example/'],
    )
    await bench.crawl({ resolve: 'known', depth: 0, delay: 0.15 })
    expect(asked('bit.ly')).toEqual(['/two'])
    const [robots, two] = web.requests.filter(one => one.host === 'bit.ly')
    expect(two!.beganAt - robots!.endedAt).toBeGreaterThanOrEqual(148)
    const lastPage = web.requestsFor('a.example/').at(-1)!
    expect(robots!.beganAt).toBeGreaterThan(lastPage.endedAt)
  })

  it('asked for later, follows what an earlier call had left', async () => {
    const bench = await open(hosts, ['http://a.example/'])
    await bench.crawl({ resolve: 'none', depth: 0 })
    expect(await bench.crawl({ resolve: 'known', depth: 0 })).toBe('done')
    expect(edges(bench)).toContain('a.example > c.example')
    expect(asked('a.example')).toEqual(['/'])
  })
})

describe('--sitemaps', () => {
  const sitemap = (...urls: readonly string[]) => ({
    headers: { 'content-type': 'application/xml' },
    body: `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.map(url => `<url><loc>${url}</loc></url>`).join('')}</urlset>`,
  })

  it('makes the pages they list start pages, those of other entities left out', async () => {
    const bench = await open(
      {
        'a.example': {
          '/robots.txt': text('User-agent: *\nDisallow: /no\nSitemap: http://a.example/map.xml'),
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
    expect(asked('a.example').filter(path => path === '/map.xml')).toHaveLength(1)
    expect(await bench.crawl({ sitemaps: true, depth: 1 })).toBe('nothing-to-do')
  })

  it('are not asked for unless wanted, and can be wanted later', async () => {
    const bench = await open({ 'a.example': { '/': '', '/sitemap.xml': sitemap('http://a.example/1'), '/1': '' } }, [
      'http://a.example/',
    ])
    await bench.crawl({ depth: 0 })
    expect(asked('a.example')).toEqual(['/'])
    await bench.crawl({ depth: 0, sitemaps: true })
    expect(asked('a.example')).toEqual(['/', '/sitemap.xml', '/1'])
  })
})

describe('--archive', () => {
  it('keeps every exchange, so that the crawl can be made again without the network and gives the same', async () => {
    const bench = await open(inventWeb(3, 20), seedsOf(3))
    const archive = join(bench.folder, 'warc')
    await bench.crawl({ depth: 4, maxPages: 15, archive })
    expect(readdirSync(archive).every(name => name.endsWith('.warc.gz'))).toBe(true)
    const requests = web.requests.length
    const again = another(seedsOf(3))
    // Nothing is asked, so no delay is kept.
    await again.crawl({ depth: 4, maxPages: 15, delay: 5, fromArchive: archive })
    expect(web.requests.length).toBe(requests)
    expect(again.pages()).toEqual(bench.pages())
    expect(again.links()).toEqual(bench.links())
  })
})
