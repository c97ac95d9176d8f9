import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { CrawlOptions } from '#crawler/crawl-options.ts'
import { readCopy } from '#crawler/fetch/archive/read-copy.ts'
import { inventCommonCrawl } from '../webs/invented-common-crawl.ts'
import { inventMemento, type MementoManners } from '../webs/invented-memento.ts'
import { inventArchive } from '../webs/invented-replay.ts'
import { type Hosts, type ServedWeb, serveWeb } from '../webs/serve-web.ts'
import { capture, site } from './capture-of-site.ts'
import { years } from './captures-of-years.ts'
import { linking, setUpCrawl, type Workbench } from './crawl-web.ts'
import { archiveFolder, responseOf } from './fetch/archive/invented-archive.ts'
import { startToile } from './start-toile.ts'

const closing: (() => unknown)[] = []
afterAll(() => Promise.all(closing.map(close => close())))

const of2012 = [
  ['/', 'fetched', '2012-04-20', -2],
  ['/gone', 'fetched', '2012-06-01', 40],
  ['/later', 'failed not-archived', null, null],
  ['/moved', 'redirected', '2012-05-01', 9],
  ['/never', 'failed not-archived', null, null],
  ['/new', 'fetched', '2012-05-20', 28],
]

const found = ({ query }: Workbench) =>
  query<{ url: string; state: string; captured: string | null; drift: number | null }>(
    `SELECT page.url, trim(page.state || ' ' || page.cause) AS state, date(captured_at / 1000, 'unixepoch') AS captured, drift_days AS drift
     FROM page JOIN visit ON visit.id = page.visit_id WHERE page.state IS NOT NULL ORDER BY page.url`,
  ).map(({ url, state, captured, drift }) => [url.replace(site, ''), state, captured, drift])

const column = ({ query }: Workbench, name: 'limits' | 'memento' | 'detail'): Record<string, string> =>
  Object.fromEntries(
    query<{ url: string; value: string }>(
      `SELECT page.url, visit.${name} AS value FROM visit JOIN page ON page.id = page_id ORDER BY visit.id`,
    ).map(({ url, value }) => [url.replace(site, ''), value]),
  )

const past: Partial<CrawlOptions> = { past: '2012-04-22', within: 90, archiveRestMs: 20 }

/** The rest of an archive stands beside its listings. */
const restIsKept = ({ corpus }: Workbench): boolean => {
  const folder = `${corpus}.listings`
  const files = existsSync(folder) ? readdirSync(folder).filter(file => file.endsWith('.json')) : []
  return files.some(file => /^\d{13} [1-9]$/.test(readFileSync(join(folder, file), 'utf8')))
}

async function open(
  hosts: Hosts,
  seeds = [`${site}/`],
): Promise<{ bench: Workbench; web: ServedWeb; asked: () => string[] }> {
  const web = await serveWeb(hosts)
  const bench = setUpCrawl(web.proxy, seeds)
  closing.push(web.close, bench.remove)
  return { bench, web, asked: () => web.requests.map(({ address }) => address) }
}

const gateOf = (manners: MementoManners, captures = years) =>
  open({ 'gate.example': { '*': inventMemento(captures, manners) } })

describe('crawl --past of an archive that speaks Memento alone', () => {
  it.each<[string, MementoManners]>([
    ['its TimeMap', {}],
    ['a TimeMap in parts by year', { timeMap: 'parts' }],
    ['its TimeMap, where the TimeGate gives the memento itself', { gate: 'gives' }],
  ])('chooses the nearest one from %s', async (_, manners) => {
    const { bench, asked } = await gateOf(manners)
    expect(await bench.crawl({ ...past, from: 'memento:http://gate.example/arch/' })).toBe('done')
    expect(found(bench)).toEqual(of2012)
    expect(column(bench, 'limits')).toMatchObject({ '/': '', '/gone': '', '/new': '' })
    // The TimeGate says once where TimeMaps are; then they are asked.
    expect(asked().filter(address => address.startsWith('gate.example/arch/http'))).toHaveLength(1)
    expect(asked().filter(address => /\/map\/(20(?:08|15))\//.test(address))).toEqual([])
    expect(column(bench, 'memento')['/']).toBe(`http://gate.example/arch/20120420090000/${site}/`)
    // Parts of other years are not read.
    expect(column(bench, 'detail')['/later']).toBe(
      manners.timeMap === 'parts' ? 'none in those days' : 'nearest capture 2015-03-02',
    )
    expect(column(bench, 'detail')['/never']).toBe('not in the archive')
  })

  it('takes what the TimeGate leads to where there is no TimeMap, and says that no more is known', async () => {
    const { bench, web } = await gateOf({ timeMap: 'none' })
    await bench.crawl({ ...past, from: 'memento:http://gate.example/arch/' })
    // Of the error at noon of the day the TimeGate names the neighbour.
    expect(found(bench)).toEqual(of2012)
    expect(column(bench, 'limits')).toMatchObject({ '/': 'time-gate', '/gone': 'time-gate', '/new': 'time-gate' })
    const [first] = web.requests
    expect(first!.headers['accept-datetime']).toBe('Sun, 22 Apr 2012 12:00:00 GMT')
  })

  it.each<[string, MementoManners]>([
    ['gives', { gate: 'gives', raw: false }],
    ['names', { raw: false }],
    ['names without their date and address', { opaque: true, raw: false }],
  ])('undoes what the archive wrote into the pages that it %s, and the visit says so', async (_, manners) => {
    const { bench, asked } = await gateOf(manners)
    await bench.crawl({ ...past, from: 'memento:http://gate.example/arch/' })
    if (manners.opaque !== true) expect(found(bench)).toEqual(of2012)
    expect(column(bench, 'limits')['/']).toBe('rewritten')
    expect(bench.links().filter(link => link.startsWith(`${site}/ `))).toEqual([`${site}/ > http://friend.example/`])
    // Once it is known that there is no other form, none is asked for.
    expect(asked().filter(address => address.includes('id_/')).length).toBeLessThanOrEqual(1)
  })

  it.each(['<h1>Not found</h1>', ''])(
    "is found by its address alone: where an index would be '%s' stands",
    async body => {
      const gate = inventMemento(years)
      const { bench, asked } = await open({
        'gate.example': {
          '*': (request, response) =>
            /\/cdx\?/.test(request.url!) ? void response.writeHead(404).end(body) : gate(request, response),
        },
      })
      await bench.crawl({ ...past, from: 'http://gate.example/arch/' })
      expect(found(bench)).toEqual(of2012)
      expect(asked().filter(address => address.includes('/cdx'))).toHaveLength(1)
    },
  )
})

describe('crawl --past of Common Crawl', () => {
  it('asks the index page by page, and for each capture the bytes of its record', async () => {
    const { bench, web, asked } = await open({ 'commons.example': { '*': inventCommonCrawl(years) } })
    await bench.crawl({ ...past, from: 'commoncrawl:CC-MAIN-2012-17@http://commons.example/' })
    expect(found(bench)).toEqual(of2012)
    // Six captures lie in the window: how many pages, and three of them.
    expect(asked().filter(address => address.includes('-index?'))).toHaveLength(4)
    const parts = web.requests.filter(({ headers }) => headers.range !== undefined)
    expect(parts).toHaveLength(4)
    expect(parts.every(({ headers }) => headers['accept-encoding'] === 'identity')).toBe(true)
    expect(column(bench, 'memento')['/']).toMatch(/^crawl-data\/CC-MAIN-2012-17\/.*\.warc\.gz:\d+$/)
  })
})

describe('crawl --past of several archives', () => {
  const first = inventArchive([
    capture('20120420090000', '/', { body: linking('/second', '/third', '/error', '/never') }),
    capture('20120422120000', '/error', { status: 404, body: 'gone' }),
    capture('20120422120000', '/third', { status: 503, body: 'later' }),
  ])
  const second = inventArchive([
    capture('20120422120000', '/'),
    capture('20120501000000', '/second'),
    capture('20120601000000', '/error'),
    capture('20120422120000', '/error', { status: 404, body: 'gone' }),
    capture('20150101000000', '/never'),
  ])
  const { folder, remove } = archiveFolder({
    'own.warc': responseOf(`${site}/third`, linking(), { 'WARC-Date': '2012-06-15T00:00:00Z' }),
  })
  closing.push(remove)

  it('asks the next one, or a folder, for what the one before lacks, page by page, and says who gave it', async () => {
    const { bench, asked } = await open({
      'archive.example': { '*': first.handler },
      'second.example': { '*': second.handler },
    })
    const from = `http://archive.example/web/, http://second.example/coll/, ${folder}`
    await bench.crawl({ ...past, from })
    expect(found(bench)).toEqual([
      ['/', 'fetched', '2012-04-20', -2],
      ['/error', 'fetched', '2012-06-01', 40],
      ['/never', 'failed not-archived', null, null],
      ['/second', 'fetched', '2012-05-01', 9],
      ['/third', 'fetched', '2012-06-15', 54],
    ])
    const memento = column(bench, 'memento')
    expect(memento['/']).toBe(`http://archive.example/web/20120420090000/${site}/`)
    expect(memento['/second']).toBe(`http://second.example/coll/20120501000000/${site}/second`)
    expect(memento['/third']).toBe('own.warc:0')
    expect(column(bench, 'detail')['/never']).toBe('none in those days')
    expect(asked()).not.toContain(`second.example/coll/20120422120000id_/${site}/`)
    expect(bench.said()).toContain(`What it lacks is then asked of second.example, ${folder}.`)
  })

  it('calls a page by the archive that could not be asked, since it may have it', async () => {
    const { bench } = await open({
      'archive.example': {
        '*': (_request, response) => void response.writeHead(400, { 'content-type': 'application/json' }).end('{}'),
      },
      'second.example': { '*': inventArchive([]).handler },
    })
    await bench.crawl({ ...past, from: 'http://archive.example/web/,http://second.example/coll/' })
    expect(bench.states()).toEqual({ [`${site}/`]: 'failed archive-failed' })
  })
})

describe('crawl --past and the manners of archives', () => {
  it('does not ask for a payload that it has read: in another wave, or of another address', async () => {
    const digest = 'XKCDEFGHIJKLMNOPQRSTUVWXYZ234567'
    const page = linking('/copy', '/old', 'http://friend.example/')
    const { handler } = inventArchive([
      capture('20120420090000', '/', { body: page, digest }),
      capture('20120421090000', '/copy', { body: page, digest }),
      capture('20120421090000', '/old'),
      capture('20140420090000', '/', { body: page, digest }),
      capture('20140421090000', '/old', { body: linking('http://other.example/') }),
    ])
    const { bench, asked } = await open({ 'archive.example': { '*': handler } })
    const from = 'http://archive.example/web/'
    await bench.crawl({ ...past, from })
    const captures = (): string[] => asked().filter(address => address.includes('id_/'))
    expect(captures()).toEqual([
      `archive.example/web/20120420090000id_/${site}/`,
      `archive.example/web/20120421090000id_/${site}/old`,
    ])
    await bench.crawl({ ...past, from, past: '2014-04-22' })
    expect(captures().slice(2)).toEqual([`archive.example/web/20140421090000id_/${site}/old`])
    expect(found(bench).slice(0, 2)).toEqual([
      ['/', 'fetched', '2014-04-20', -2],
      ['/copy', 'failed not-archived', null, null],
    ])
    // The links of a page that was not asked for again are those of then.
    const seen = bench.query<{ days: string }>(
      `SELECT group_concat(DISTINCT date(visit.at / 1000, 'unixepoch')) AS days FROM link JOIN visit ON visit.id IN (first_visit, last_visit)
         JOIN page ON page.id = link.page_id JOIN page target ON target.id = link.target_id
       WHERE target.url = 'http://friend.example/' AND page.url = '${site}/'`,
    )
    expect(seen).toEqual([{ days: '2012-04-20,2014-04-20' }])
  })

  it('asks again what came too late, and waits for an archive that takes no connections', async () => {
    const { handler, errors } = inventArchive([capture('20120420000000', '/')])
    let slow = 0
    errors.set('id_/', () => slow++ === 0)
    const server = createServer(handler)
    const listen = (port: number): Promise<unknown> =>
      new Promise(done => server.listen(port, '127.0.0.1', () => done(0)))
    await listen(0)
    const { port } = server.address() as AddressInfo
    await new Promise(done => server.close(done))
    const bench = setUpCrawl('', [`${site}/`])
    closing.push(bench.remove, () => server.closeAllConnections())
    const from = `http://127.0.0.1:${port}/web/`
    const crawled = bench.crawl({ ...past, from, proxy: undefined, timeout: 1, archiveRestMs: 300 })
    await expect.poll(() => restIsKept(bench), { timeout: 30_000, interval: 5 }).toBe(true)
    await listen(port)
    closing.push(() => new Promise(done => server.close(done)))
    expect(await crawled).toBe('done')
    expect(bench.states()).toEqual({ [`${site}/`]: 'fetched' })
    expect(slow).toBe(2)
  })

  it('keeps with --archive what it was given, dated by its capture: read again, it is the same wave', async () => {
    const { bench } = await open({ 'archive.example': { '*': inventArchive(years).handler } })
    const folder = join(bench.folder, 'warc')
    await bench.crawl({ ...past, from: 'http://archive.example/web/', archive: folder })
    expect(found(bench)).toEqual(of2012)
    const places = bench.query<{ archive: string }>(`SELECT archive FROM visit WHERE archive <> ''`)
    expect(places.map(({ archive }) => archive).every(place => /^warc\/toile-.*:\d+$/.test(place))).toBe(true)
    expect(places).toHaveLength(4)
    const copy = await readCopy(
      { file: join(bench.folder, places[0]!.archive.split(':')[0]!), offset: Number(places[0]!.archive.split(':')[1]) },
      `${site}/`,
    )
    expect(copy).toMatchObject({ date: '2012-04-20T09:00:00.000Z', status: 200, html: years[1]!.body })
    const again = setUpCrawl('http://127.0.0.1:9', [`${site}/`])
    closing.push(again.remove)
    await again.crawl({ ...past, fromArchive: folder })
    expect(found(again)).toEqual(of2012)
    expect(again.links()).toEqual(bench.links())
  })

  it('lets sites take turns, one request at a time, the delay after the end of the one before', async () => {
    const names = ['a', 'b', 'c']
    const captures = names.flatMap(name =>
      ['/', '/1', '/2', '/3'].map(path => ({
        digits: '20120420000000',
        url: `http://${name}.example${path}`,
        body: path === '/' ? linking('/1', '/2', '/3') : linking(),
      })),
    )
    const hosts = { 'archive.example': { '*': inventArchive(captures).handler } }
    const { bench, web } = await open(
      hosts,
      names.map(name => `http://${name}.example/`),
    )
    await bench.crawl({ ...past, from: 'http://archive.example/web/', delay: 0.2 })
    expect(web.requests).toHaveLength(15)
    web.requests.slice(1).forEach(({ beganAt }, at) => {
      const before = web.requests[at]!
      expect(before.endedAt).toBeLessThanOrEqual(beganAt)
      // The time of the answer, and the delay.
      expect(beganAt - before.beganAt).toBeGreaterThanOrEqual(199)
    })
    const turns = web.requests.map(({ path }) => /(\w)\.example(?:%2F|\/)/.exec(path)![1])
    // Cut short anywhere, the night leaves breadth: no site is a whole round behind another one.
    for (let count = 3; count <= turns.length; count++) {
      const had = names.map(name => turns.slice(0, count).filter(turn => turn === name).length)
      expect(Math.max(...had) - Math.min(...had)).toBeLessThanOrEqual(2)
    }
  })

  it('rests as long as the archive asks, over a kill, too', async () => {
    const { handler, errors } = inventArchive([capture('20120420000000', '/')])
    const { bench, web } = await open({ 'archive.example': { '*': handler } })
    const restMs = 6_000
    errors.set('id_/', response => {
      response.writeHead(503, { 'retry-after': String(restMs / 1000) }).end()
      errors.clear()
      return true
    })
    const command = bench.command('--past', '2012-04-22', '--from', 'http://archive.example/web/', '--delay', '0')
    const first = startToile(command)
    await expect.poll(() => web.requests.length, { timeout: 60_000, interval: 5 }).toBe(2)
    await expect.poll(() => restIsKept(bench), { timeout: 60_000, interval: 5 }).toBe(true)
    first.child.kill('SIGKILL')
    await first.ended
    expect((await startToile(command).ended).code).toBe(0)
    expect(web.requests).toHaveLength(3)
    expect(web.requests[2]!.beganAt - web.requests[1]!.beganAt).toBeGreaterThanOrEqual(restMs - 5)
    expect(bench.states()).toEqual({ [`${site}/`]: 'fetched' })
  })

  it('killed in the middle of a TimeGate and of Common Crawl, goes on and asks nothing twice that was stored', async () => {
    const paths = Array.from({ length: 8 }, (_path, at) => `/p${at}`)
    const at = '20120420000000'
    const { bench, web } = await open({
      'gate.example': {
        '*': inventMemento([
          capture(at, '/', { body: linking(...paths) }),
          ...paths.slice(0, 4).map(path => capture(at, path)),
        ]),
      },
      'commons.example': { '*': inventCommonCrawl(paths.slice(4).map(path => capture(at, path))) },
    })
    const from = 'memento:http://gate.example/arch/,commoncrawl:CC-MAIN-2012-17@http://commons.example/'
    const command = bench.command('--past', '2012-04-22', '--from', from, '--delay', '0.1', '--depth', '1')
    const first = startToile(command)
    await expect.poll(() => web.requests.length, { timeout: 90_000, interval: 5 }).toBeGreaterThan(6)
    first.child.kill('SIGKILL')
    await first.ended
    const before = web.requests.length
    expect((await startToile(command).ended).code).toBe(0)
    expect(bench.pages().filter(({ state }) => state === 'fetched')).toHaveLength(9)
    const askedFor = web.requests.map(({ address, headers }) => `${address} ${headers.range ?? ''}`)
    // Of what was under way, or answered and not stored yet: one request to each of the two archives.
    const twice = askedFor.slice(before).filter(one => askedFor.slice(0, before).includes(one))
    expect(twice.length).toBeLessThanOrEqual(2)
    expect(new Set(askedFor.slice(before)).size).toBe(askedFor.length - before)
  })
})
