import { writeFileSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { linking, plainText } from './crawl-web.ts'
import { openCrawl } from './open-web.ts'
import { gaps } from './page-requests.ts'

describe('politeness', () => {
  it('asks one thing at a time of a host, with the delay from the end of each answer, robots.txt and redirects included', async () => {
    const site = {
      '/robots.txt': { status: 301, headers: { location: 'http://www.a.example/robots.txt' } },
      '/': linking('/r', '/1', '/2'),
      '/r': { status: 302, headers: { location: '/3' } },
      '*': '',
    }
    const { web, bench } = await openCrawl(
      {
        'a.example': site,
        'www.a.example': {
          '/robots.txt': { status: 302, headers: { location: '/r.txt' } },
          '/r.txt': plainText(''),
          '/x': '',
        },
      },
      ['http://a.example/', 'http://www.a.example/x'],
      { 'a.example': 15, 'www.a.example': 25 },
    )
    await bench.crawl({ delay: 0.1 })
    expect(bench.states()['http://a.example/3']).toBe('fetched')
    expect(gaps(web)).toHaveLength(9)
    for (const gap of gaps(web)) expect(gap).toBeGreaterThanOrEqual(98)
  })

  it('obeys Retry-After in seconds and as a date, for the whole host', async () => {
    const answers = [{ 'retry-after': '1' }, { 'retry-after': 'date' }]
    const { web, bench } = await openCrawl(
      {
        'a.example': {
          '/': linking('/busy', '/other'),
          '/busy': (_request, response, earlier) => {
            const headers = answers[earlier]
            if (!headers) return void response.writeHead(200, { 'content-type': 'text/html' }).end('well')
            const date = new Date(Math.ceil(Date.now() / 1000) * 1000 + 1000).toUTCString()
            response
              .writeHead(
                earlier === 0 ? 429 : 503,
                headers['retry-after'] === 'date' ? { 'retry-after': date } : headers,
              )
              .end()
          },
          '/other': '',
        },
      },
      ['http://a.example/'],
    )
    await bench.crawl()
    expect(bench.states()['http://a.example/busy']).toBe('fetched')
    const busy = web.requestsFor('a.example/busy')
    expect(busy).toHaveLength(3)
    const afterFirst = web.requests.filter(one => one.beganAt > busy[0]!.endedAt)
    expect(afterFirst[0]!.beganAt - busy[0]!.endedAt).toBeGreaterThanOrEqual(990)
    expect(busy[2]!.beganAt - busy[1]!.endedAt).toBeGreaterThanOrEqual(950)
  })

  it('leaves out a host whose Crawl-delay is beyond patience', async () => {
    const { bench } = await openCrawl(
      { 'a.example': { '/robots.txt': plainText('User-agent: *\nCrawl-delay: 600'), '*': '' } },
      ['http://a.example/'],
    )
    await bench.crawl()
    expect(bench.pages()).toMatchObject([{ state: 'excluded', cause: 'crawl-delay', detail: '600 s' }])
  })

  it('has at most four requests under way to hosts that share an address', async () => {
    let underWay = 0
    let most = 0
    const answer: RequestListener = async (request, response) => {
      underWay += 1
      most = Math.max(most, underWay)
      await pause(20)
      underWay -= 1
      response
        .writeHead(request.url === '/robots.txt' ? 404 : 200, { 'content-type': 'text/html' })
        .end(linking('/more'))
    }
    // A host is a name with its port: twelve hosts at one address.
    const servers = Array.from({ length: 12 }, () => createServer(answer))
    await Promise.all(servers.map(server => new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))))
    const homes = servers.map(server => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    const { bench } = await openCrawl({}, homes)
    await bench.crawl({ proxy: undefined, allowPrivate: true, depth: 1 })
    await Promise.all(servers.map(server => new Promise(closed => server.close(closed).closeAllConnections())))
    expect(bench.pages().filter(page => page.state === 'fetched')).toHaveLength(24)
    expect(most).toBe(4)
  })

  it('never asks for what opted out, not even for its robots.txt', async () => {
    const { web, bench } = await openCrawl(
      { 'a.example': { '/': linking('/private/1', '/public'), '*': '' }, 'b.example': { '*': '' } },
      ['http://a.example/', 'http://b.example/'],
    )
    const optOut = join(bench.folder, 'opt-out.csv')
    writeFileSync(optOut, 'prefix,since\nb.example,2026-01-01\na.example/private,2026-01-01\n')
    await bench.crawl({ optOut })
    expect(bench.states()).toEqual({
      'http://a.example/': 'fetched',
      'http://a.example/private/1': 'excluded opt-out',
      'http://a.example/public': 'fetched',
      'http://b.example/': 'excluded opt-out',
    })
    expect(web.requests.map(one => one.address)).toEqual(['a.example/robots.txt', 'a.example/', 'a.example/public'])
  })

  it('says who it is, and keeps cookies for the run', async () => {
    const { web, bench } = await openCrawl(
      { 'a.example': { '/': { headers: { 'set-cookie': 'seen=1' }, body: linking('/1') }, '/1': '' } },
      ['http://a.example/'],
    )
    await bench.crawl({ contact: 'https://study.example/about', userAgent: 'Study of links' })
    expect(
      web.requests.every(one =>
        /^Study of links Toile\/[\d.]+ \(\+https:\/\/study\.example\/about\)$/.test(one.headers['user-agent'] ?? ''),
      ),
    ).toBe(true)
    expect(web.requestsFor('a.example/1')[0]!.headers.cookie).toBe('seen=1')
  })
})
