import { describe, expect, it } from 'vitest'
import type { Hosts } from '../webs/serve-web.ts'
import { linking, plainText } from './crawl-web.ts'
import { openCrawl } from './open-web.ts'
import { asked } from './page-requests.ts'

describe('the scope of a crawl', () => {
  it('follows links inside each entity to the depth asked for, and records the rest without asking for it', async () => {
    const { web, bench } = await openCrawl(
      {
        'a.example': {
          '/': linking('/one', 'http://b.example/', 'http://elsewhere.example/page'),
          '/one': linking('/two', 'http://b.example/deep'),
          '/two': linking('/three'),
          '/three': linking('/four'),
        },
        'b.example': { '/': linking('http://a.example/one'), '/deep': linking('/deeper') },
        'elsewhere.example': { '/page': linking('/') },
      },
      ['http://a.example/', 'http://b.example/'],
    )
    expect(await bench.crawl({ depth: 2 })).toBe('done')
    expect(bench.states()).toEqual({
      'http://a.example/': 'fetched',
      'http://a.example/one': 'fetched',
      'http://a.example/two': 'fetched',
      'http://b.example/': 'fetched',
    })
    expect(bench.links()).toEqual([
      'http://a.example/ > http://b.example/',
      'http://a.example/ > http://elsewhere.example/page',
      'http://a.example/one > http://b.example/deep',
      'http://b.example/ > http://a.example/one',
    ])
    expect(asked(web).toSorted()).toEqual(['a.example/', 'a.example/one', 'a.example/two', 'b.example/'])
  })

  it('keeps to the prefixes of an entity that is a part of its host', async () => {
    const { bench } = await openCrawl(
      {
        'host.example': {
          '/blog/': linking('/blog/post', '/shop', '/blogger'),
          '/blog/post': linking('/'),
        },
      },
      ['http://host.example/blog/,http://host.example/blog/'],
    )
    await bench.crawl()
    expect(Object.keys(bench.states())).toEqual(['http://host.example/blog/', 'http://host.example/blog/post'])
  })

  it('gives a page the least depth found', async () => {
    const { bench } = await openCrawl(
      {
        'a.example': {
          '/': linking('/x', '/z'),
          '/x': linking('/y'),
          '/y': linking('/z'),
          '/z': linking('/end'),
          '/end': '',
        },
      },
      ['http://a.example/'],
    )
    await bench.crawl({ depth: 2 })
    expect(bench.pages().map(({ url, depth }) => [url.slice('http://a.example'.length), depth])).toEqual([
      ['/', 0],
      ['/end', 2],
      ['/x', 1],
      ['/y', 2],
      ['/z', 1],
    ])
  })

  it('does not follow the links of a page that asks for that, but keeps them as evidence', async () => {
    const { bench } = await openCrawl(
      {
        'a.example': {
          '/': linking('/meta', '/header'),
          '/meta': `<meta name="robots" content="nofollow">${linking('/unseen', 'http://b.example/')}`,
          '/header': { headers: { 'x-robots-tag': 'nofollow' }, body: linking('/unseen-too') },
        },
      },
      ['http://a.example/'],
    )
    await bench.crawl()
    expect(Object.keys(bench.states())).toEqual([
      'http://a.example/',
      'http://a.example/header',
      'http://a.example/meta',
    ])
    expect(bench.links()).toEqual(['http://a.example/meta > http://b.example/'])
  })
})

describe('the page limit', () => {
  const many = Array.from({ length: 9 }, (_, index) => `/p${index}`)
  const site: Hosts = {
    'a.example': {
      '/': linking(...many),
      ...Object.fromEntries(many.map(path => [path, linking('/deep')])),
      '/deep': '',
    },
  }

  it('cuts by depth, then by address, and leaves nothing pending', async () => {
    const { bench } = await openCrawl(site, ['http://a.example/'])
    await bench.crawl({ maxPages: 4 })
    expect(bench.states()).toEqual({
      'http://a.example/': 'fetched',
      ...Object.fromEntries(
        many.map((path, index) => [`http://a.example${path}`, index < 3 ? 'fetched' : 'excluded max-pages']),
      ),
      'http://a.example/deep': 'excluded max-pages',
    })
  })

  it('counts pages that fail, but neither redirects nor exclusions', async () => {
    const { bench } = await openCrawl(
      {
        'a.example': {
          '/robots.txt': plainText('User-agent: *\nDisallow: /p0'),
          '/': linking('/p0', '/p1', '/p2', '/p3', '/p4', '/p5'),
          '/p1': { status: 301, headers: { location: '/target' } },
          '/p2': { status: 404 },
          '/p3': '',
          '/p4': '',
          '/p5': '',
          '/target': '',
        },
      },
      ['http://a.example/'],
    )
    await bench.crawl({ maxPages: 4 })
    expect(bench.states()).toEqual({
      'http://a.example/': 'fetched',
      'http://a.example/p0': 'excluded robots',
      'http://a.example/p1': 'redirected',
      'http://a.example/p2': 'failed http-404',
      'http://a.example/p3': 'fetched',
      'http://a.example/p4': 'fetched',
      'http://a.example/p5': 'excluded max-pages',
      'http://a.example/target': 'excluded max-pages',
    })
  })

  it('raised, goes on where it had cut and asks for nothing twice', async () => {
    const { web, bench } = await openCrawl(site, ['http://a.example/'])
    await bench.crawl({ maxPages: 4 })
    await bench.crawl({ maxPages: 7 })
    expect(Object.values(bench.states()).filter(state => state === 'fetched')).toHaveLength(7)
    expect(await bench.crawl({ maxPages: 500 })).toBe('done')
    expect(new Set(Object.values(bench.states()))).toEqual(new Set(['fetched']))
    expect(asked(web).length).toBe(new Set(asked(web)).size)
  })
})
