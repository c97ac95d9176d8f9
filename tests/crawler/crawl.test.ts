import { afterEach, describe, expect, it } from 'vitest'
import { type Hosts, type ServedWeb, serveWeb } from '../webs/serve-web.ts'
import { linking, setUpCrawl, type Workbench } from './crawl-web.ts'

let web: ServedWeb
let bench: Workbench

async function open(hosts: Hosts, seeds: readonly string[]): Promise<void> {
  web = await serveWeb(hosts)
  bench = setUpCrawl(web.proxy, seeds)
}

afterEach(async () => {
  bench.remove()
  await web.close()
})

/** Addresses asked for, robots.txt left out, in order. */
const asked = (): string[] => web.requests.map(one => one.address).filter(address => !address.endsWith('/robots.txt'))

describe('the scope of a crawl', () => {
  it('follows links inside each entity to the depth asked for, and records the rest without asking for it', async () => {
    await open(
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
    expect(asked().toSorted()).toEqual(['a.example/', 'a.example/one', 'a.example/two', 'b.example/'])
  })

  it('keeps to the prefixes of an entity that is a part of its host', async () => {
    await open(
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
    await open(
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
    await open(
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
    await open(site, ['http://a.example/'])
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
    await open(
      {
        'a.example': {
          '/robots.txt': { headers: { 'content-type': 'text/plain' }, body: 'User-agent: *\nDisallow: /p0' },
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
    await open(site, ['http://a.example/'])
    await bench.crawl({ maxPages: 4 })
    await bench.crawl({ maxPages: 7 })
    expect(Object.values(bench.states()).filter(state => state === 'fetched')).toHaveLength(7)
    expect(await bench.crawl({ maxPages: 500 })).toBe('done')
    expect(new Set(Object.values(bench.states()))).toEqual(new Set(['fetched']))
    expect(asked().length).toBe(new Set(asked()).size)
  })
})

describe('redirects', () => {
  it('are visits of their own at the same depth, each address asked once', async () => {
    await open(
      {
        'a.example': {
          '/': linking('/r1', '/r2', '/end'),
          '/r1': { status: 301, headers: { location: '/r2' } },
          '/r2': { status: 302, headers: { location: 'http://www.a.example/end' } },
          '/end': linking('/after'),
          '/after': '',
        },
        'www.a.example': { '/end': linking('/www-after'), '/www-after': '' },
      },
      ['http://a.example/'],
    )
    await bench.crawl({ depth: 2 })
    expect(bench.pages().map(({ url, state, depth, leadsTo }) => [url, state, depth, leadsTo])).toEqual([
      ['http://a.example/', 'fetched', 0, null],
      ['http://a.example/after', 'fetched', 2, null],
      ['http://a.example/end', 'fetched', 1, null],
      ['http://a.example/r1', 'redirected', 1, 'http://www.a.example/end'],
      ['http://a.example/r2', 'redirected', 1, 'http://www.a.example/end'],
      ['http://www.a.example/end', 'fetched', 1, null],
      ['http://www.a.example/www-after', 'fetched', 2, null],
    ])
    expect(asked().length).toBe(new Set(asked()).size)
  })

  it('that leave the entity are recorded, not followed, and links to them count for where they lead', async () => {
    await open(
      {
        'a.example': {
          '/': linking('/out', 'http://b.example/old'),
          '/out': { status: 307, headers: { location: 'http://c.example/x' } },
        },
        'b.example': { '/': linking('/old'), '/old': { status: 301, headers: { location: 'http://c.example/y' } } },
      },
      ['http://a.example/', 'http://b.example/'],
    )
    await bench.crawl()
    expect(bench.states()).toMatchObject({ 'http://a.example/out': 'redirected', 'http://b.example/old': 'redirected' })
    expect(asked().some(address => address.startsWith('c.example'))).toBe(false)
    const edges = bench.query<{ edge: string }>(
      `SELECT s.name || ' > ' || t.name AS edge FROM link JOIN entity s ON s.id = source_entity JOIN entity t ON t.id = target_entity ORDER BY 1`,
    )
    expect(edges.map(row => row.edge)).toEqual([
      'a.example > c.example',
      'a.example > c.example',
      'b.example > c.example',
    ])
  })

  it('in a circle fail together, whatever leads into it', async () => {
    await open(
      {
        'a.example': {
          '/': linking('/in', '/x', '/y', '/self'),
          '/in': { status: 302, headers: { location: '/x' } },
          '/x': { status: 302, headers: { location: '/y' } },
          '/y': { status: 302, headers: { location: '/x' } },
          '/self': { status: 302, headers: { location: '/self' } },
        },
      },
      ['http://a.example/'],
    )
    await bench.crawl()
    expect(bench.states()).toEqual({
      'http://a.example/': 'fetched',
      'http://a.example/in': 'failed redirect-loop',
      'http://a.example/self': 'failed redirect-loop',
      'http://a.example/x': 'failed redirect-loop',
      'http://a.example/y': 'failed redirect-loop',
    })
  })

  it('without end are cut after twenty', async () => {
    await open(
      {
        'a.example': {
          '/robots.txt': { status: 404 },
          '/': linking('/0'),
          '*': (request, response) => {
            const at = Number(new URL(request.url!, 'http://a.example').pathname.slice(1))
            response.writeHead(302, { location: `/${at + 1}` }).end()
          },
        },
      },
      ['http://a.example/'],
    )
    await bench.crawl()
    expect(asked()).toHaveLength(22)
    expect(new Set(Object.values(bench.states()))).toEqual(new Set(['fetched', 'failed redirect-loop']))
  })

  it('by meta refresh cost one click', async () => {
    await open(
      {
        'a.example': {
          '/': '<meta http-equiv="refresh" content="0; url=/new"><p>moved',
          '/new': linking('/more'),
          '/more': '',
        },
      },
      ['http://a.example/'],
    )
    await bench.crawl({ depth: 1 })
    expect(bench.pages().map(({ url, depth }) => [url, depth])).toEqual([
      ['http://a.example/', 0],
      ['http://a.example/new', 1],
    ])
  })

  it('are asked of robots.txt at every hop', async () => {
    const text = (body: string) => ({ headers: { 'content-type': 'text/plain' }, body })
    await open(
      {
        'a.example': {
          '/robots.txt': text('User-agent: toile\nDisallow: /secret'),
          '/': { status: 301, headers: { location: '/secret/home' } },
        },
      },
      ['http://a.example/'],
    )
    await bench.crawl()
    expect(bench.states()).toEqual({
      'http://a.example/': 'redirected',
      'http://a.example/secret/home': 'excluded robots',
    })
  })
})

describe('robots.txt', () => {
  it('is asked for once per origin, before anything else', async () => {
    await open({ 'a.example': { '/': linking('/1', '/2', '/3'), '*': '' }, 'b.example': { '*': '' } }, [
      'http://a.example/',
      'http://b.example/',
    ])
    await bench.crawl()
    for (const host of ['a.example', 'b.example']) {
      const addresses = web.requests.filter(one => one.host === host).map(one => one.path)
      expect(addresses.filter(path => path === '/robots.txt')).toEqual(['/robots.txt'])
      expect(addresses[0]).toBe('/robots.txt')
    }
  })

  it('that can’t be reached disallows everything, and is tried three times more, and at the next call again', async () => {
    let down = true
    await open(
      {
        'a.example': {
          '/robots.txt': (_request, response) => void response.writeHead(down ? 503 : 404).end(),
          '/': linking('/1'),
          '/1': '',
        },
      },
      ['http://a.example/'],
    )
    await bench.crawl()
    expect(bench.states()).toEqual({ 'http://a.example/': 'excluded robots-unreachable' })
    expect(web.requests).toHaveLength(4)
    down = false
    await bench.crawl()
    expect(bench.states()).toEqual({ 'http://a.example/': 'fetched', 'http://a.example/1': 'fetched' })
  })

  it('may ask for a longer delay', async () => {
    await open(
      {
        'a.example': {
          '/robots.txt': { headers: { 'content-type': 'text/plain' }, body: 'User-agent: *\nCrawl-delay: 0.2' },
          '/': linking('/1', '/2'),
          '*': '',
        },
      },
      ['http://a.example/'],
    )
    await bench.crawl({ delay: 0.05 })
    for (const [index, one] of web.requests.entries())
      if (index > 0) expect(one.beganAt - web.requests[index - 1]!.endedAt).toBeGreaterThanOrEqual(195)
  })
})

describe('failures', () => {
  it('have their slug; those that could pass are tried again, with waits', async () => {
    await open(
      {
        'a.example': {
          '/': linking('/404', '/500', '/pdf', '/cut', '/heals', '/410', '/big'),
          '/404': { status: 404 },
          '/410': { status: 410 },
          '/500': { status: 500 },
          '/pdf': { headers: { 'content-type': 'application/pdf' }, body: '%PDF' },
          '/cut': (_request, response) => void response.destroy(),
          '/heals': (_request, response, earlier) =>
            void (earlier === 0
              ? response.writeHead(502).end()
              : response.writeHead(200, { 'content-type': 'text/html' }).end('well')),
          '/big': 'x'.repeat(70_000),
        },
      },
      ['http://a.example/'],
    )
    await bench.crawl({ maxBytes: 60_000 })
    expect(bench.states()).toEqual({
      'http://a.example/': 'fetched',
      'http://a.example/404': 'failed http-404',
      'http://a.example/410': 'failed http-410',
      'http://a.example/500': 'failed http-500',
      'http://a.example/big': 'failed too-large',
      'http://a.example/cut': expect.stringMatching(/^failed (closed|proxy|connect)$/),
      'http://a.example/heals': 'fetched',
      'http://a.example/pdf': 'failed not-html',
    })
    expect(web.requestsFor('a.example/500')).toHaveLength(3)
    expect(web.requestsFor('a.example/404')).toHaveLength(1)
  })
})
