import type { IncomingMessage, ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { linking, plainText } from './crawl-web.ts'
import { openCrawl } from './open-web.ts'
import { asked } from './page-requests.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

describe('redirects', () => {
  it('are visits of their own at the same depth, each address asked once', async () => {
    const { web, bench } = await openCrawl(
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
    expect(asked(web).length).toBe(new Set(asked(web)).size)
  })

  it('that leave the entity are recorded, not followed, and links to them count for where they lead', async () => {
    const { web, bench } = await openCrawl(
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
    expect(asked(web).some(address => address.startsWith('c.example'))).toBe(false)
    const edges = bench.query<{ edge: string }>(
      `SELECT s.name || ' > ' || t.name AS edge FROM link JOIN entity s ON s.id = source_entity JOIN entity t ON t.id = target_entity ORDER BY 1`,
    )
    expect(edges.map(row => row.edge)).toEqual([
      'a.example > c.example',
      'a.example > c.example',
      'b.example > c.example',
    ])
  })

  it.each([
    '/index.php?sid=0123456789abcdef0123456789abcdef',
    '/?sessionid=0123456789abcdef0123456789abcdef',
    '/(X(1)S(lit3py55t21z5v55vlm25s55))/Default.aspx',
    '/index.jsp;jsessionid=0123456789abcdef0123456789abcdef',
  ])('that carry the id of a visit lead to the page: %s', async location => {
    const home: Answer = ({ url }, response) =>
      url === '/'
        ? void response.writeHead(302, { location }).end()
        : void response.writeHead(200, { 'content-type': 'text/html' }).end(linking('http://t.example/'))
    const { bench } = await openCrawl({ 'a.example': { '/': home, '*': home, '/robots.txt': { status: 404 } } }, [
      'http://a.example/',
    ])
    await bench.crawl()
    expect(bench.query<{ url: string }>(`SELECT url FROM page WHERE url LIKE '%t.example%'`)).toHaveLength(1)
  })

  it('in a circle fail together, whatever leads into it', async () => {
    const { bench } = await openCrawl(
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
    const { web, bench } = await openCrawl(
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
    expect(asked(web)).toHaveLength(22)
    expect(new Set(Object.values(bench.states()))).toEqual(new Set(['fetched', 'failed redirect-loop']))
  })

  it('by meta refresh cost one click', async () => {
    const { bench } = await openCrawl(
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
    const { bench } = await openCrawl(
      {
        'a.example': {
          '/robots.txt': plainText('User-agent: toile\nDisallow: /secret'),
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

describe('a page that refreshes itself', () => {
  const withCookie = (request: IncomingMessage) => /\bv=1\b/.test(request.headers.cookie ?? '')
  const html = { 'content-type': 'text/html' }

  it.each([
    ['meta', { ...html, 'set-cookie': 'v=1' }, '<meta http-equiv="refresh" content="1; url=/">One moment'],
    ['header', { ...html, 'set-cookie': 'v=1', refresh: '0; url=http://a.example/' }, 'One moment'],
  ])('and holds out a cookie (%s) is the way to the page, which is read', async (_about, headers, body) => {
    const { web, bench } = await openCrawl(
      {
        'a.example': {
          '/': (request, response) =>
            withCookie(request)
              ? void response.writeHead(200, html).end(linking('http://t.example/'))
              : void response.writeHead(200, headers).end(body),
        },
      },
      ['http://a.example/'],
    )
    await bench.crawl()
    expect(bench.states()).toEqual({ 'http://a.example/': 'fetched' })
    expect(bench.links()).toEqual(['http://a.example/ > http://t.example/'])
    expect(web.requestsFor('a.example/')).toHaveLength(2)
  })

  it.each([
    ['without a cookie', html],
    ['with a new one each time', null],
  ])('%s is read as it stands, and asked no more than three times', async (_about, headers) => {
    const { web, bench } = await openCrawl(
      {
        'a.example': {
          '/': (_request, response, earlier) =>
            void response
              .writeHead(200, headers ?? { ...html, 'set-cookie': `v=${earlier}` })
              .end(`<meta http-equiv="refresh" content="0;url=/">${linking('http://t.example/')}`),
        },
      },
      ['http://a.example/'],
    )
    await bench.crawl()
    expect(bench.states()).toEqual({ 'http://a.example/': 'fetched' })
    expect(bench.links()).toEqual(['http://a.example/ > http://t.example/'])
    expect(web.requestsFor('a.example/')).toHaveLength(headers === null ? 4 : 1)
  })
})
