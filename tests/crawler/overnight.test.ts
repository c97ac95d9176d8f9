import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { type Hosts, type ServedWeb, serveWeb } from '../webs/serve-web.ts'
import { linking, setUpCrawl, type Workbench } from './crawl-web.ts'
import { inventWeb, seedsOf } from './invented-web.ts'

let web: ServedWeb
let bench: Workbench

async function open(hosts: Hosts, seeds: readonly string[], delayMs: Record<string, number> = {}): Promise<void> {
  web = await serveWeb(hosts, { delayMs })
  bench = setUpCrawl(web.proxy, seeds)
}

afterEach(async () => {
  bench.remove()
  await web.close()
})

const text = (body: string) => ({ headers: { 'content-type': 'text/plain' }, body })
const paths = (count: number): string[] => Array.from({ length: count }, (_, index) => `/${index}`)

/** Waits between the end of each answer of a host and the next request to it. */
function gaps(requests: ServedWeb['requests']): number[] {
  return [...Map.groupBy(requests, one => one.host).values()].flatMap(list =>
    list.slice(1).map((one, index) => one.beganAt - list[index]!.endedAt),
  )
}

describe('politeness', () => {
  it('asks one thing at a time of a host, with the delay from the end of each answer, robots.txt and redirects included', async () => {
    const site = {
      '/robots.txt': { status: 301, headers: { location: 'http://www.a.example/robots.txt' } },
      '/': linking('/r', '/1', '/2'),
      '/r': { status: 302, headers: { location: '/3' } },
      '*': '',
    }
    await open(
      {
        'a.example': site,
        'www.a.example': {
          '/robots.txt': { status: 302, headers: { location: '/r.txt' } },
          '/r.txt': text(''),
          '/x': '',
        },
      },
      ['http://a.example/', 'http://www.a.example/x'],
      { 'a.example': 15, 'www.a.example': 25 },
    )
    await bench.crawl({ delay: 0.1 })
    expect(bench.states()['http://a.example/3']).toBe('fetched')
    expect(gaps(web.requests)).toHaveLength(9)
    for (const gap of gaps(web.requests)) expect(gap).toBeGreaterThanOrEqual(98)
  })

  it('obeys Retry-After in seconds and as a date, for the whole host', async () => {
    const answers = [{ 'retry-after': '1' }, { 'retry-after': 'date' }]
    await open(
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

  it('does not wait for a Retry-After of more than two minutes', async () => {
    await open(
      {
        'a.example': {
          '/': linking('/busy', '/ok'),
          '/busy': { status: 503, headers: { 'retry-after': '121' } },
          '/ok': '',
        },
      },
      ['http://a.example/'],
    )
    await bench.crawl()
    expect(bench.states()).toMatchObject({
      'http://a.example/busy': 'failed http-503',
      'http://a.example/ok': 'fetched',
    })
  })

  it('leaves out a host whose Crawl-delay is beyond patience', async () => {
    await open({ 'a.example': { '/robots.txt': text('User-agent: *\nCrawl-delay: 600'), '*': '' } }, [
      'http://a.example/',
    ])
    await bench.crawl()
    expect(bench.pages()).toMatchObject([{ state: 'excluded', cause: 'robots', detail: 'crawl-delay of 600 s' }])
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
    await open({}, homes)
    await bench.crawl({ proxy: undefined, allowPrivate: true, depth: 1 })
    await Promise.all(servers.map(server => new Promise(closed => server.close(closed).closeAllConnections())))
    expect(bench.pages().filter(page => page.state === 'fetched')).toHaveLength(24)
    expect(most).toBe(4)
  })

  it('never asks for what opted out, not even for its robots.txt', async () => {
    await open({ 'a.example': { '/': linking('/private/1', '/public'), '*': '' }, 'b.example': { '*': '' } }, [
      'http://a.example/',
      'http://b.example/',
    ])
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
    await open({ 'a.example': { '/': { headers: { 'set-cookie': 'seen=1' }, body: linking('/1') }, '/1': '' } }, [
      'http://a.example/',
    ])
    await bench.crawl({ contact: 'https://study.example/about', userAgent: 'Study of links' })
    expect(
      web.requests.every(one =>
        /^Study of links Toile\/[\d.]+ \(\+https:\/\/study\.example\/about\)$/.test(one.headers['user-agent'] ?? ''),
      ),
    ).toBe(true)
    expect(web.requestsFor('a.example/1')[0]!.headers.cookie).toBe('seen=1')
  })
})

describe('bounds', () => {
  it('cut traps, by the name of their rule', async () => {
    await open(
      {
        'a.example': {
          '/': linking('/blog/', '/page;jsessionid=0A1B2C3D4E5F60718293A4B5'),
          '*': (request, response) => {
            const path = new URL(request.url!, 'http://a.example').pathname
            response.writeHead(200, { 'content-type': 'text/html' }).end(`<a href="${path}blog/">deeper</a>`)
          },
        },
      },
      ['http://a.example/'],
    )
    await bench.crawl({ depth: 50 })
    expect(bench.pages().map(({ url, state, cause, detail }) => [url, state, cause, detail])).toEqual([
      ['http://a.example/', 'fetched', '', ''],
      ['http://a.example/blog/', 'fetched', '', ''],
      ['http://a.example/blog/blog/', 'fetched', '', ''],
      ['http://a.example/blog/blog/blog/', 'excluded', 'trap', 'repeated-segments'],
      ['http://a.example/page;jsessionid=0A1B2C3D4E5F60718293A4B5', 'excluded', 'trap', 'session-id'],
    ])
  })

  it('end an entity that takes more than its time', async () => {
    await open(
      { 'slow.example': { '/': linking(...paths(40)), '*': '' }, 'b.example': { '/': linking(...paths(5)), '*': '' } },
      ['http://slow.example/', 'http://b.example/'],
      { 'slow.example': 30 },
    )
    await bench.crawl({ maxHours: 0.4 / 3600 })
    const causes = bench.pages().filter(page => page.state === 'excluded')
    expect(causes.length).toBeGreaterThan(20)
    expect(new Set(causes.map(({ entity, cause, detail }) => `${entity} ${cause} ${detail}`))).toEqual(
      new Set(['slow.example trap time-limit']),
    )
  })

  it('keep redirects, links and start pages from private addresses', async () => {
    await open(
      {
        'a.example': {
          '/': linking('http://169.254.169.254/latest', 'http://localhost/x', '/to-metadata', '/to-hex'),
          '/to-metadata': { status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data/' } },
          '/to-hex': { status: 302, headers: { location: 'http://0x7f.1/' } },
        },
      },
      ['http://a.example/', 'http://127.0.0.1:9/', 'http://intranet.local/'],
    )
    await bench.crawl()
    expect(bench.states()).toEqual({
      'http://127.0.0.1:9/': 'excluded private',
      'http://a.example/': 'fetched',
      'http://a.example/to-hex': 'excluded private',
      'http://a.example/to-metadata': 'excluded private',
      'http://intranet.local/': 'excluded private',
    })
    expect(web.requests.every(one => one.host === 'a.example')).toBe(true)
    expect(bench.query('SELECT private_links AS n FROM visit WHERE private_links > 0')).toEqual([{ n: 2 }])
  })
})

describe('a network that goes', () => {
  /** A door to the web's proxy that can be shut: connections are cut, new ones refused. */
  async function openDoor(
    to: string,
  ): Promise<{ port: number; shut: () => Promise<void>; reopen: () => Promise<void> }> {
    const sockets = new Set<{ destroy: () => void }>()
    let server: Server
    const listen = (port: number) =>
      new Promise<void>(ready => {
        server = createServer()
        server.removeAllListeners('request')
        server.on('connection', socket => {
          const inner = connect(Number(new URL(to).port), '127.0.0.1')
          for (const end of [socket, inner]) {
            sockets.add(end)
            end.on('error', () => undefined).on('close', () => sockets.delete(end))
          }
          socket.pipe(inner).pipe(socket)
        })
        server.listen(port, '127.0.0.1', ready)
      })
    await listen(0)
    const { port } = server!.address() as AddressInfo
    return {
      port,
      shut: () =>
        new Promise(closed => {
          server.close(() => closed())
          for (const socket of sockets) socket.destroy()
        }),
      reopen: () => listen(port),
    }
  }

  it('makes the crawl wait and say so, and fails nothing', async () => {
    await open(inventWeb(6, 30), seedsOf(6), Object.fromEntries(seedsOf(6).map(url => [new URL(url).host, 10])))
    const undisturbed = setUpCrawl(web.proxy, seedsOf(6))
    await undisturbed.crawl({ depth: 6 })
    web.requests.length = 0
    const door = await openDoor(web.proxy)
    const crawling = bench.crawl({ depth: 6, proxy: `http://127.0.0.1:${door.port}` })
    while (web.requests.length < 40) await pause(2)
    await door.shut()
    await expect.poll(bench.said, { timeout: 5_000 }).toContain('The network is gone')
    const before = web.requests.length
    await pause(1_000)
    expect(web.requests.length).toBe(before)
    await door.reopen()
    expect(await crawling).toBe('done')
    await door.shut()
    expect(bench.said()).toContain('The network is back')
    expect(bench.pages()).toEqual(undisturbed.pages())
    undisturbed.remove()
  })

  it('is not what a list of dead hosts looks like', async () => {
    await open({ 'a.example': { '/': linking('/1'), '/1': '' } }, [
      'http://a.example/',
      ...Array.from({ length: 8 }, (_, n) => `http://dead${n}.example/`),
    ])
    await bench.crawl()
    expect(bench.said()).not.toContain('network')
    expect(Object.values(bench.states()).filter(state => state === 'excluded robots-unreachable')).toHaveLength(8)
  })
})

describe('a clock that is set', () => {
  it('neither hurries nor holds up the crawl', async () => {
    await open({ 'a.example': { '/': linking(...paths(12)), '*': '' } }, ['http://a.example/'])
    // Set back an hour after five requests, and forward a day after ten.
    const jump = () => (web.requests.length > 10 ? 86_400_000 : web.requests.length > 5 ? -3_600_000 : 0)
    const begun = performance.now()
    await bench.crawl({ delay: 0.1 }, { now: () => Date.now() + jump() })
    expect(performance.now() - begun).toBeLessThan(60_000)
    expect(bench.pages().every(page => page.state === 'fetched')).toBe(true)
    for (const gap of gaps(web.requests)) expect(gap).toBeGreaterThanOrEqual(98)
  })

  it('back between two runs holds up nobody', async () => {
    await open({ 'a.example': { '/': linking('/1'), '/1': linking('/2'), '*': '' } }, ['http://a.example/'])
    await bench.crawl({ depth: 1, delay: 0.1 })
    const begun = performance.now()
    await bench.crawl({ depth: 2, delay: 0.1 }, { now: () => Date.now() - 7 * 86_400_000 })
    expect(performance.now() - begun).toBeLessThan(60_000)
    expect(bench.states()['http://a.example/2']).toBe('fetched')
  })
})
