import type { IncomingMessage, ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { linking } from './crawl-web.ts'
import { openCrawl } from './open-web.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void
const to = (location: string, cookie?: string) => ({
  status: 302,
  headers: cookie === undefined ? { location } : { location, 'set-cookie': cookie },
})
const unlessCookie =
  (cookie: string, location: string, body: string): Answer =>
  ({ headers }, response) => {
    if ((headers.cookie ?? '').includes(cookie)) response.writeHead(200, { 'content-type': 'text/html' }).end(body)
    else response.writeHead(302, { location }).end()
  }
const edges = `SELECT s.name || ' > ' || t.name AS edge FROM link JOIN entity s ON s.id = source_entity JOIN entity t ON t.id = target_entity
  WHERE s.id <> t.id ORDER BY 1`

describe('a redirect back', () => {
  it('with a cookie, over one address or two, is no loop', async () => {
    const { bench } = await openCrawl(
      {
        'a.example': {
          '/': unlessCookie('seen=1', '/set', linking('http://t.example/')),
          '/set': to('/', 'seen=1; Path=/'),
        },
        'b.example': {
          '/': unlessCookie('two=2', '/one', linking('http://t.example/')),
          '/one': to('/two', 'one=1'),
          '/two': to('/', 'two=2'),
        },
      },
      ['http://a.example/', 'http://b.example/'],
    )
    await bench.crawl()
    expect(bench.states()).toEqual({
      'http://a.example/': 'fetched',
      'http://a.example/set': 'redirected',
      'http://b.example/': 'fetched',
      'http://b.example/one': 'redirected',
      'http://b.example/two': 'redirected',
    })
    expect(bench.links()).toEqual(['http://a.example/ > http://t.example/', 'http://b.example/ > http://t.example/'])
  })

  it('with a tracking parameter is followed', async () => {
    const { web, bench } = await openCrawl(
      { 'a.example': { '/': to('/?utm_source=home'), '/?utm_source=home': linking('http://t.example/') } },
      ['http://a.example/'],
    )
    await bench.crawl()
    expect(bench.states()).toEqual({ 'http://a.example/': 'fetched' })
    expect(web.requestsFor('a.example/?utm_source=home')).toHaveLength(1)
  })

  it('with the cookies of before, or new ones for ever, is a loop', async () => {
    const { bench } = await openCrawl(
      {
        'a.example': { '/': to('/b', 'same=1'), '/b': to('/', 'same=1') },
        'c.example': {
          '/': to('/b'),
          '/b': (_request, response, earlier) =>
            void response.writeHead(302, { location: '/', 'set-cookie': `n=${earlier}` }).end(),
        },
      },
      ['http://a.example/', 'http://c.example/'],
    )
    await bench.crawl()
    expect(new Set(Object.values(bench.states()))).toEqual(new Set(['failed redirect-loop']))
  })
})

describe('a host that asks for consent', () => {
  const magazine = (gate: string) => ({
    '/': unlessCookie('ok=1', `${gate}http%3A%2F%2Fmagazine.example%2F`, linking('http://t.example/', '/more')),
    '/ok': to('/', 'ok=1; Path=/'),
    '/more': unlessCookie('ok=1', gate, linking('http://u.example/')),
  })
  const citing = { '/': linking('http://magazine.example/') }

  it.each([
    'http://consent.group.example/?back=',
    'http://group.example/check?returnUrl=',
    'http://id.group.example/sso/authorize?service=',
    // No word says so, but the address names the page, and it comes back.
    'http://choice.group.example/?origin=',
    'http://sync.group.example/s?u=',
    'http://www.group.example/landing/',
  ])('is a way: %s', async gate => {
    const back: Answer = (_request, response) =>
      void response.writeHead(302, { location: 'http://magazine.example/ok' }).end()
    const host = new URL(gate).host
    const { bench } = await openCrawl(
      {
        'magazine.example': magazine(gate),
        'citing.example': citing,
        [host]: { '/robots.txt': { status: 404 }, '*': back },
      },
      ['http://magazine.example/', 'http://citing.example/'],
    )
    await bench.crawl()
    expect(bench.states()).toMatchObject({
      'http://magazine.example/': 'fetched',
      'http://magazine.example/more': 'fetched',
    })
    expect(bench.query<{ edge: string }>(edges).map(({ edge }) => edge)).toEqual([
      'citing.example > magazine.example',
      'magazine.example > t.example',
      'magazine.example > u.example',
    ])
  })

  it('and stays is a wall, said as such, and no link counts for it', async () => {
    const { bench } = await openCrawl(
      {
        'magazine.example': magazine('http://consent.group.example/?back='),
        'citing.example': citing,
        'consent.group.example': { '/robots.txt': { status: 404 }, '*': '<p>Do you agree?' },
      },
      ['http://magazine.example/', 'http://citing.example/'],
    )
    await bench.crawl()
    expect(bench.states()).toMatchObject({ 'http://magazine.example/': 'failed cookie-wall' })
    expect(bench.query<{ edge: string }>(edges)).toEqual([{ edge: 'citing.example > magazine.example' }])
  })

  it('is none where a site has moved and is told where its reader came from', async () => {
    const { web, bench } = await openCrawl(
      {
        'old.example': { '/': to('http://new.example/?from=http%3A%2F%2Fold.example%2F') },
        'new.example': { '/': '' },
      },
      ['http://old.example/'],
    )
    await bench.crawl()
    expect(bench.pages()[0]?.leadsTo).toBe('http://new.example/?from=http%3A%2F%2Fold.example%2F')
    expect(web.requests.some(({ host }) => host === 'new.example')).toBe(false)
  })
})
