import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { linking, plainText } from './crawl-web.ts'
import { wasRead } from '#data/store/base/was-read.ts'
import { openCrawl } from './open-web.ts'
import { gaps } from './page-requests.ts'

describe('robots.txt', () => {
  it('is asked for once per origin, before anything else', async () => {
    const { web, bench } = await openCrawl(
      { 'a.example': { '/': linking('/1', '/2', '/3'), '*': '' }, 'b.example': { '*': '' } },
      ['http://a.example/', 'http://b.example/'],
    )
    await bench.crawl()
    for (const host of ['a.example', 'b.example']) {
      const addresses = web.requests.filter(one => one.host === host).map(one => one.path)
      expect(addresses.filter(path => path === '/robots.txt')).toEqual(['/robots.txt'])
      expect(addresses[0]).toBe('/robots.txt')
    }
  })

  it('that can’t be reached disallows everything, and is tried three times more, and at the next call again', async () => {
    let down = true
    const { web, bench } = await openCrawl(
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

  it.each([
    ['to another host, as from http to https', ['http://www.a.example/robots.txt']],
    ['over two hosts', ['http://b.example/robots.txt', 'http://www.a.example/robots.txt']],
    ['and on to a file beside it', ['http://www.a.example/robots.txt', 'http://www.a.example/r.txt']],
  ])('that redirects %s is asked for once there, and obeyed', async (_about, hops) => {
    const to = (location: string) => ({ status: 301, headers: { location } })
    const hosts: Record<string, Record<string, ReturnType<typeof to> | ReturnType<typeof plainText> | string>> = {
      'a.example': { '/': to('http://www.a.example/') },
      'www.a.example': { '/': linking('/1', '/no'), '*': '' },
      'b.example': {},
    }
    for (const [at, from] of ['http://a.example/robots.txt', ...hops].entries()) {
      const { host, pathname } = new URL(from)
      hosts[host]![pathname] = hops[at] === undefined ? plainText('User-agent: *\nDisallow: /no') : to(hops[at])
    }
    const { web, bench } = await openCrawl(hosts, ['http://a.example/'])
    await bench.crawl()
    expect(bench.states()).toEqual({
      'http://a.example/': 'redirected',
      'http://www.a.example/': 'fetched',
      'http://www.a.example/1': 'fetched',
      'http://www.a.example/no': 'excluded robots',
    })
    expect(web.requestsFor('www.a.example/robots.txt')).toHaveLength(1)
  })

  it('may ask for a longer delay', async () => {
    const { web, bench } = await openCrawl(
      {
        'a.example': {
          '/robots.txt': plainText('User-agent: *\nCrawl-delay: 0.2'),
          '/': linking('/1', '/2'),
          '*': '',
        },
      },
      ['http://a.example/'],
    )
    await bench.crawl({ delay: 0.05 })
    for (const gap of gaps(web)) expect(gap).toBeGreaterThanOrEqual(195)
  })
})

describe('what a strict reader would not have taken', () => {
  it('is a limit of the visit, whatever came of it', async () => {
    const raw =
      (...lines: string[]) =>
      (request: IncomingMessage) =>
        void request.socket.end(lines.join('\n'), 'latin1')
    const { bench } = await openCrawl(
      {
        'a.example': {
          '/': linking('/moved', '/gone', '/list', '/cut', '/well'),
          '/moved': raw('HTTP/1.1 302 Found', 'Location: /well', '', ''),
          '/gone': raw('HTTP/1.1 404 Not Found', 'Content-Type: text/html', '', 'none'),
          '/list': raw('HTTP/1.1 200 OK', 'Content-Type: text/csv', '', 'a,b'),
          '/cut': raw('HTTP/1.1 200 OK', 'Content-Type: text/html', 'Content-Length: 500', '', '<title>x</title>'),
          '/well': '',
        },
      },
      ['http://a.example/'],
    )
    await bench.crawl()
    expect(
      bench.query(
        `SELECT url, state, limits FROM page JOIN visit ON visit.id = visit_id WHERE url LIKE 'http://a.example/_%' ORDER BY url`,
      ),
    ).toEqual([
      { url: 'http://a.example/cut', state: 'fetched', limits: 'incomplete-body lenient' },
      { url: 'http://a.example/gone', state: 'failed', limits: 'lenient' },
      { url: 'http://a.example/list', state: 'failed', limits: 'lenient' },
      { url: 'http://a.example/moved', state: 'redirected', limits: 'lenient' },
      { url: 'http://a.example/well', state: 'fetched', limits: '' },
    ])
  })
})

describe('a page', () => {
  // RFC 9110, 15.3: 203 is a 200 that a proxy changed; browsers show the body of each of them. 204 and 205 have none.
  it.each([
    [201, 'fetched'],
    [202, 'fetched'],
    [203, 'fetched'],
    [206, 'fetched'],
    // One that nobody knows is taken for a 200 (RFC 9110, 15).
    [226, 'fetched'],
    [299, 'fetched'],
    [205, 'failed http-205'],
    // Several choices, and redirects that don't say where to: Chromium shows the body (tests/browser/answers-agree).
    [300, 'fetched'],
    [301, 'fetched'],
    [302, 'fetched'],
    [303, 'fetched'],
    [307, 'fetched'],
    [308, 'fetched'],
    [305, 'failed http-305'],
  ])('that is answered %i is %s', async (status, state) => {
    const { bench } = await openCrawl({ 'a.example': { '/': { status, body: linking('http://t.example/') } } }, [
      'http://a.example/',
    ])
    await bench.crawl()
    expect(bench.states()).toEqual({ 'http://a.example/': state })
    expect(bench.links()).toHaveLength(state === 'fetched' ? 1 : 0)
    expect(bench.query(`SELECT id FROM visit WHERE ${wasRead('visit')}`)).toHaveLength(state === 'fetched' ? 1 : 0)
  })
})

describe('a redirect that leads nowhere', () => {
  it.each([
    ['has no body', { status: 302, body: '' }],
    ['has neither body nor type', { status: 301, headers: { 'content-type': '' }, body: '' }],
    ['has no page', { status: 308, headers: { 'content-type': 'text/plain' }, body: 'moved' }],
    [
      'leads out of the Web',
      { status: 302, headers: { location: 'mailto:a@b.example' }, body: linking('http://t.example/') },
    ],
  ])('is told as such where it %s', async (_about, page) => {
    const { bench } = await openCrawl({ 'a.example': { '/': page } }, ['http://a.example/'])
    await bench.crawl()
    expect(bench.states()).toEqual({ 'http://a.example/': `failed http-${page.status}` })
  })

  it('is read anew in the next wave, as other pages are', async () => {
    const hosts = { 'a.example': { '/': { status: 302, body: linking('http://t.example/') } } }
    const { bench } = await openCrawl(hosts, ['http://a.example/'])
    await bench.crawl()
    await bench.crawl({ again: 'second' })
    expect(bench.states()).toEqual({ 'http://a.example/': 'fetched' })
    expect(bench.links()).toHaveLength(1)
    expect(bench.query(`SELECT id FROM visit WHERE ${wasRead('visit')}`)).toHaveLength(2)
  })
})

describe('failures', () => {
  it('have their slug; those that could pass are tried again, with waits', async () => {
    const { web, bench } = await openCrawl(
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
