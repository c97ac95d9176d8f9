import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import type { CrawlOptions } from '#crawler/crawl-options.ts'
import { inventArchive, type InventedCapture } from '../webs/invented-replay.ts'
import { type ServedWeb, serveWeb } from '../webs/serve-web.ts'
import { capture, site } from './capture-of-site.ts'
import { linking, setUpCrawl, type Workbench } from './crawl-web.ts'
import { startToile } from './start-toile.ts'

const closing: (() => unknown)[] = []
afterAll(() => Promise.all(closing.map(close => close())))

const years: readonly InventedCapture[] = [
  capture('20080301000000', '/', { body: linking('/early') }),
  capture('20120420090000', '/', { body: linking('/moved', '/again', '/gone', '/later', 'http://friend.example/') }),
  capture('20160101000000', '/', { body: linking('/too-late') }),
  capture('20120501000000', '/moved', { status: 301, location: `${site}/new`, body: '' }),
  capture('20120520000000', '/new', { body: linking('http://friend.example/') }),
  capture('20120422120000', '/again', { status: 301, location: 'https://www.site.example/again', body: '' }),
  { digits: '20120301000000', url: 'https://www.site.example/again', body: linking() },
  capture('20120422120000', '/gone', { status: 404, body: 'gone' }),
  capture('20120601000000', '/gone'),
  capture('20150302000000', '/later'),
]

interface Opened {
  readonly bench: Workbench
  readonly web: ServedWeb
  readonly errors: ReturnType<typeof inventArchive>['errors']
  /** What the archive was asked, in order. */
  readonly asked: () => string[]
}

async function open(captures: readonly InventedCapture[], rowsPerPage?: number): Promise<Opened> {
  const { handler, errors } = inventArchive(captures, rowsPerPage)
  const web = await serveWeb({ 'archive.example': { '*': handler } })
  const bench = setUpCrawl(web.proxy, [`${site}/`])
  closing.push(web.close, bench.remove)
  return { bench, web, errors, asked: () => web.requests.map(({ path }) => path.replace(/\?.*url=/, '?url=')) }
}

const past: Partial<CrawlOptions> = {
  past: '2012-04-22',
  within: 90,
  from: 'http://archive.example/web/',
  archiveRestMs: 20,
}

const found = ({ query }: Workbench) =>
  query<{ url: string; state: string; captured: string | null; drift: number | null }>(
    `SELECT page.url, trim(page.state || ' ' || page.cause) AS state, date(captured_at / 1000, 'unixepoch') AS captured, drift_days AS drift
     FROM page JOIN visit ON visit.id = page.visit_id WHERE page.state IS NOT NULL ORDER BY page.url`,
  ).map(({ url, state, captured, drift }) => [url.replace(site, ''), state, captured, drift])

const of2012 = [
  ['/', 'fetched', '2012-04-20', -2],
  ['/again', 'fetched', '2012-03-01', -52],
  ['/gone', 'fetched', '2012-06-01', 40],
  ['/later', 'failed not-archived', null, null],
  ['/moved', 'redirected', '2012-05-01', 9],
  ['/new', 'fetched', '2012-05-20', 28],
]

/** An archive's own answer, so many times. */
const times =
  (count: number, answer: (response: ServerResponse) => void) =>
  (response: ServerResponse): boolean => {
    if (count-- <= 0) return false
    answer(response)
    return true
  }
const answering =
  (status: number, headers: Record<string, string> = {}, body = '') =>
  (response: ServerResponse) => {
    response.writeHead(status, headers)
    response.end(body)
  }

describe('crawl --past of a replay service', () => {
  it.each([
    ['as the Wayback Machine', 'http://archive.example/web/', '/cdx/search/cdx?', '/web/'],
    ['as pywb', 'http://archive.example/coll', '/coll/cdx?', '/coll/'],
  ])(
    'asked %s: one listing of a site and window, then exactly the captures that count',
    async (_, from, index, root) => {
      const { bench, web } = await open(years)
      expect(await bench.crawl({ ...past, from })).toBe('done')
      expect(found(bench)).toEqual(of2012)
      const paths = web.requests.map(({ path }) => path)
      expect(paths.filter(path => path.startsWith(index))).toHaveLength(1)
      expect(paths[0]).toContain('from=20120123000000&to=20120721235959&matchType=prefix')
      // The captured redirect to the same key had to be read to know that it is one.
      expect(paths.slice(1).toSorted()).toEqual(
        [
          `${root}20120301000000id_/https://www.site.example/again`,
          ...['20120420090000id_/', '20120422120000id_/again', '20120501000000id_/moved', '20120520000000id_/new'].map(
            part => root + part.replace('/', `/${site}/`),
          ),
          `${root}20120601000000id_/${site}/gone`,
        ].toSorted(),
      )
      const [home] = bench.query<{ memento: string }>(`SELECT memento FROM visit ORDER BY id LIMIT 1`)
      expect(home!.memento).toBe(`http://archive.example${root}20120420090000/${site}/`)
      expect(bench.said()).toContain('archive.example: at least 2 requests for what is known (1 listing, 1 page)')
      expect(web.requests.every(({ host }) => host === 'archive.example')).toBe(true)
    },
  )

  it('asks one thing at a time, the delay after the end of the one before', async () => {
    const { bench, web } = await open(years)
    await bench.crawl({ ...past, delay: 0.05 })
    // From one request's coming to the next one's: the time of the answer and the delay.
    const gaps = web.requests.slice(1).map(({ beganAt }, at) => beganAt - web.requests[at]!.beganAt)
    expect(gaps).toHaveLength(6)
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(49)
  })

  it('goes on by the resume key to the end of a listing', async () => {
    const { bench, web } = await open(years, 3)
    await bench.crawl(past)
    expect(found(bench)).toEqual(of2012)
    // Seven captures lie in the window.
    expect(web.requests.filter(({ path }) => path.startsWith('/cdx/'))).toHaveLength(3)
  })

  it('asks for each address alone where the listing of its site goes on beyond what is read of one', async () => {
    const pages = Array.from({ length: 44 }, (_, nth) => `/p${nth + 10}`)
    const { bench, web } = await open(
      [
        capture('20120420000000', '/', { body: linking(...pages) }),
        ...pages.map(page => capture('20120420000000', page)),
        // The listing ends between the captures of one address, of which the later one is nearer.
        capture('20120422000000', '/p48'),
      ],
      1,
    )
    await bench.crawl({ ...past, delay: 0 })
    expect(bench.pages().filter(({ state }) => state === 'fetched')).toHaveLength(45)
    expect(found(bench)).toContainEqual(['/p48', 'fetched', '2012-04-22', 0])
    expect(web.requests.some(({ path }) => path.includes('matchType=prefix'))).toBe(true)
  })

  it('tells what the archive says from what the site said, and rests while it refuses', async () => {
    const { bench, errors, web } = await open([
      capture('20120420000000', '/', { body: linking('/a', '/b', '/c', '/d') }),
      capture('20120420000000', '/a', { status: 429, body: 'too many, said the site' }),
      capture('20120420000000', '/b'),
      capture('20120420000000', '/c'),
      capture('20120420000000', '/d'),
    ])
    errors.set('example/b', times(9, answering(403)))
    errors.set(
      'example/c',
      times(9, answering(503, { 'x-archive-wayback-runtime-error': 'RobotAccessControlException: no' })),
    )
    let rests = 0
    errors.set('example/d', response => {
      rests++
      if (rests === 1) response.destroy()
      else if (rests === 2) answering(429)(response)
      else if (rests === 3) answering(503, { 'retry-after': '0' })(response)
      return rests <= 3
    })
    await bench.crawl(past)
    expect(bench.states()).toEqual({
      [`${site}/`]: 'fetched',
      [`${site}/a`]: 'failed http-429',
      [`${site}/b`]: 'failed archive-refused',
      [`${site}/c`]: 'failed archive-refused',
      [`${site}/d`]: 'fetched',
    })
    expect(web.requests.filter(({ path }) => path.endsWith('/b'))).toHaveLength(1)
    expect(rests).toBe(4)
  })

  it('follows an archive to a capture near the one it lists, inside the window alone', async () => {
    const near = (digits: string, path: string) => answering(302, { location: `/web/${digits}id_/${site}${path}` })
    const { bench, errors } = await open([
      capture('20120420000000', '/', { body: linking('/far') }),
      capture('20120425000000', '/'),
      capture('20120420000000', '/far'),
    ])
    errors.set('20120420000000id_/http://site.example/far', times(9, near('20160101000000', '/far')))
    await bench.crawl(past)
    expect(found(bench)).toEqual([
      ['/', 'fetched', '2012-04-20', -2],
      ['/far', 'failed not-archived', null, null],
    ])
  })

  it('asks for single addresses where the index does not get a whole site done, and unpacks what lost its header', async () => {
    const { bench, errors, web } = await open([
      capture('20120420000000', '/', { body: linking('/a') }),
      capture('20120420000000', '/a', { body: linking('http://friend.example/') }),
    ])
    errors.set('matchType=prefix', times(99, answering(504)))
    errors.set(
      'id_/http://site.example/a',
      times(1, response => {
        response.writeHead(200, { 'content-type': 'text/html', 'memento-datetime': 'Fri, 20 Apr 2012 00:00:00 GMT' })
        response.end(gzipSync(linking('http://friend.example/')))
      }),
    )
    await bench.crawl(past)
    expect(bench.states()).toEqual({ [`${site}/`]: 'fetched', [`${site}/a`]: 'fetched' })
    expect(bench.links()).toEqual([`${site}/a > http://friend.example/`])
    // Six tries of the listing, once for the whole crawl.
    expect(web.requests.filter(({ path }) => path.includes('matchType=prefix'))).toHaveLength(6)
    expect(web.requests.filter(({ path }) => path.includes('matchType=exact'))).toHaveLength(2)
  })

  it('killed in the middle goes on, and asks for no listing and no stored page twice', async () => {
    const pages = Array.from({ length: 12 }, (_page, at) => `/p${at}`)
    const { bench, web } = await open([
      capture('20120420000000', '/', { body: linking(...pages) }),
      ...pages.map(path => capture('20120420000000', path)),
    ])
    const command = bench.command('--past', '2012-04-22', '--from', past.from!, '--delay', '0.2', '--depth', '1')
    const first = startToile(command)
    await expect.poll(() => web.requests.length, { timeout: 60_000, interval: 5 }).toBeGreaterThan(4)
    first.child.kill('SIGKILL')
    await first.ended
    // What was answered and not yet committed is asked again: one request at most, since they come one at a time.
    const stored = bench
      .query<{ url: string }>('SELECT url FROM visit JOIN page ON page.id = page_id')
      .map(({ url }) => url)
    const before = web.requests.length
    expect((await startToile(command).ended).code).toBe(0)
    expect(bench.pages().filter(({ state }) => state === 'fetched')).toHaveLength(13)
    const later = web.requests.slice(before).map(({ path }) => path)
    expect(later.filter(path => path.startsWith('/cdx/'))).toEqual([])
    for (const url of stored) expect(later.filter(path => path.endsWith(`id_/${url}`))).toEqual([])
    expect(later).toHaveLength(13 - stored.length)
  })
})
