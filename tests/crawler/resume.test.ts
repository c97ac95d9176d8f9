import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { type Hosts, type ServedWeb, serveWeb } from '../webs/serve-web.ts'
import { linking, readingOf, setUpCrawl, type Workbench } from './crawl-web.ts'
import { inventWeb, seedsOf } from './invented-web.ts'
import { startToile } from './start-toile.ts'

let web: ServedWeb
const benches: Workbench[] = []

async function serve(hosts: Hosts, delayMs: Record<string, number> = {}): Promise<void> {
  web = await serveWeb(hosts, { delayMs })
}

function set(seeds: readonly string[]): Workbench {
  const bench = setUpCrawl(web.proxy, seeds)
  benches.push(bench)
  return bench
}

afterEach(async () => {
  for (const bench of benches.splice(0)) bench.remove()
  await web.close()
})

/** The whole of what a crawl found, without dates and row numbers. */
const findings = (bench: Workbench) => ({
  pages: bench.pages(),
  links: bench.query(
    `SELECT source.url AS source, target.url AS target, s.name AS "from", t.name AS "to", ordinal, zone, anchor.value AS anchor, context.value AS context
     FROM link JOIN page source ON source.id = page_id JOIN page target ON target.id = target_id
       JOIN entity s ON s.id = source_entity JOIN entity t ON t.id = target_entity
       LEFT JOIN snippet anchor ON anchor.id = link.anchor LEFT JOIN snippet context ON context.id = link.context
     ORDER BY source.url, ordinal`,
  ),
  entities: bench.query('SELECT name, label, homepage, status FROM entity ORDER BY name'),
})

const crawlArguments = (bench: Workbench, ...more: readonly string[]): string[] => {
  const file = join(bench.folder, 'seeds.csv')
  const where = ['crawl', file, '--corpus', bench.corpus, '--proxy', web.proxy, '--contact', 'test@toile.example']
  return [...where, '--depth', '5', '--max-pages', '25', ...more]
}

const pageRequests = () => web.requests.filter(one => one.path !== '/robots.txt')

describe('a crawl that is stopped', () => {
  it('by SIGKILL at any time goes on as if it had not been, and asks again only for what was in flight', async () => {
    const sites = 8
    const slow = Object.fromEntries(seedsOf(sites).map(url => [new URL(url).host, 12]))
    await serve(inventWeb(sites, 40), slow)
    const undisturbed = set(seedsOf(sites))
    await undisturbed.crawl({ depth: 5, maxPages: 25 })
    const once = pageRequests().length
    web.requests.length = 0

    const killed = set(seedsOf(sites))
    let kills = 0
    for (const afterMs of [150, 90, 260, 40]) {
      const before = web.requests.length
      const { child, ended } = startToile(crawlArguments(killed, '--delay', '0'))
      while (web.requests.length === before) await pause(5)
      await pause(afterMs)
      kills += Number(child.kill('SIGKILL'))
      await ended
    }
    const { code } = await startToile(crawlArguments(killed, '--delay', '0')).ended
    expect(code).toBe(0)
    expect(kills).toBe(4)
    expect(findings(killed)).toEqual(findings(undisturbed))
    // One request per host can be in flight when the process dies.
    expect(pageRequests().length - once).toBeLessThanOrEqual(kills * sites)
  })

  it('by SIGKILL keeps the delay of every host across the stop', async () => {
    await serve(
      { 'a.example': { '/': linking(...Array.from({ length: 12 }, (_, n) => `/${n}`)), '*': '' } },
      { 'a.example': 40 },
    )
    const bench = set(['http://a.example/'])
    const first = startToile(crawlArguments(bench, '--delay', '0.4'))
    while (web.requests.length < 4) await pause(5)
    first.child.kill('SIGKILL')
    await first.ended
    const before = web.requests.length
    const second = startToile(crawlArguments(bench, '--delay', '0.4'))
    while (web.requests.length < before + 2) await pause(5)
    second.child.kill('SIGINT')
    expect((await second.ended).code).toBe(130)
    for (const [index, one] of web.requests.entries())
      if (index > 0) expect(one.beganAt - web.requests[index - 1]!.endedAt).toBeGreaterThanOrEqual(395)
  })

  it('by Ctrl-C ends with 130 and says how to go on; the same command then does', async () => {
    await serve(inventWeb(3, 30), { 's0.example': 20, 's1.example': 20, 's2.example': 20 })
    const bench = set(seedsOf(3))
    const { child, ended } = startToile(crawlArguments(bench, '--delay', '0.01'))
    while (web.requests.length < 15) await pause(5)
    child.kill('SIGINT')
    const { code, err } = await ended
    expect(code).toBe(130)
    expect(err).toContain('the same command goes on')
    expect(bench.query('SELECT outcome FROM run ORDER BY id')).toEqual([{ outcome: 'stopped' }])
    expect((await startToile(crawlArguments(bench, '--delay', '0')).ended).code).toBe(0)
    expect(bench.pages().some(page => page.state === 'pending')).toBe(false)
    expect(pageRequests().length).toBe(new Set(pageRequests().map(one => one.address)).size)
  })
})

describe('a crawl called again', () => {
  it('when finished does nothing and says so', async () => {
    await serve(inventWeb(2, 5))
    const bench = set(seedsOf(2))
    expect((await startToile(crawlArguments(bench, '--delay', '0')).ended).code).toBe(0)
    const before = web.requests.length
    const { code, err } = await startToile(crawlArguments(bench, '--delay', '0')).ended
    expect(code).toBe(0)
    expect(err).toContain('finished')
    expect(web.requests.length).toBe(before)
  })

  it('into another corpus finds the same', async () => {
    await serve(inventWeb(5, 30))
    const [one, other] = [set(seedsOf(5)), set(seedsOf(5))]
    await one.crawl({ depth: 5, maxPages: 20, concurrency: 64 })
    await other.crawl({ depth: 5, maxPages: 20, concurrency: 2 })
    expect(findings(one)).toEqual(findings(other))
  })

  it('with a greater depth finds what it would have found at once, without asking twice', async () => {
    await serve(inventWeb(3, 60))
    const [grown, direct] = [set(seedsOf(3)), set(seedsOf(3))]
    for (const depth of [0, 1, 3, 5]) await grown.crawl({ depth })
    const requests = pageRequests().map(one => one.address)
    expect(new Set(requests).size).toBe(requests.length)
    await direct.crawl({ depth: 5 })
    expect(findings(grown)).toEqual(findings(direct))
  })

  it('with a greater page limit, too', async () => {
    await serve(inventWeb(3, 60))
    const [grown, direct] = [set(seedsOf(3)), set(seedsOf(3))]
    for (const maxPages of [1, 7, 8, 33]) await grown.crawl({ depth: 4, maxPages })
    const requests = pageRequests().map(one => one.address)
    expect(new Set(requests).size).toBe(requests.length)
    await direct.crawl({ depth: 4, maxPages: 33 })
    expect(findings(grown)).toEqual(findings(direct))
  })

  it('with a lower depth after a stop leaves out what still waited deeper', async () => {
    await serve(
      { 'a.example': { '/': linking('/1'), '/1': linking('/2'), '/2': linking('/3'), '/3': '' } },
      { 'a.example': 30 },
    )
    const bench = set(['http://a.example/'])
    const stop = new AbortController()
    const stopped = bench.crawl({ depth: 3, delay: 0.05 }, { stop: stop.signal })
    while (!web.requestsFor('a.example/1').some(one => one.endedAt)) await pause(2)
    stop.abort()
    await expect(stopped).rejects.toThrow('by the user')
    await bench.crawl({ depth: 1 })
    expect(bench.states()).toEqual({ 'http://a.example/': 'fetched', 'http://a.example/1': 'fetched' })
  })

  it('with new seeds crawls those, and gives known pages their new depth', async () => {
    await serve({
      'a.example': { '/': linking('/1'), '/1': linking('/2'), '/2': linking('/3'), '/3': linking('/4'), '/4': '' },
      'b.example': { '/': linking('http://a.example/') },
    })
    const bench = set(['http://a.example/'])
    await bench.crawl({ depth: 2 })
    bench.seed(['http://a.example/', 'http://a.example/2', 'http://b.example/'])
    await bench.crawl({ depth: 2 })
    expect(bench.pages().map(({ url, state, depth }) => [url, state, depth])).toEqual([
      ['http://a.example/', 'fetched', 0],
      ['http://a.example/1', 'fetched', 1],
      ['http://a.example/2', 'fetched', 0],
      ['http://a.example/3', 'fetched', 1],
      ['http://a.example/4', 'fetched', 2],
      ['http://b.example/', 'fetched', 0],
    ])
  })

  it('while another is at work on the corpus is refused with its process and start', async () => {
    // Slow enough for the second process to begin while the first is at work.
    await serve(inventWeb(1, 60), { 's0.example': 500 })
    const bench = set(seedsOf(1))
    const first = startToile(crawlArguments(bench, '--delay', '2'))
    while (web.requests.length < 2) await pause(5)
    const { code, err } = await startToile(crawlArguments(bench, '--delay', '0.05')).ended
    expect(code).toBe(1)
    expect(err).toContain(`process ${first.child.pid}`)
    expect(err).toMatch(/started \d{4}-\d\d-\d\dT/)
    first.child.kill('SIGKILL')
    await first.ended
  })
})

describe('a mistake in the call', () => {
  it.each([
    ['no contact', [], { TOILE_CONTACT: '' }, /contact.*expected/s],
    ['a contact that reaches nobody', ['--contact', 'me'], {}, /--contact: 'me' was found/],
    ['an unknown option', ['--contact', 'a@b.example', '--fast'], {}, /unknown option/],
    ['a depth that is no number', ['--contact', 'a@b.example', '--depth', 'two'], {}, /whole number/],
    ['a wave of nothing', ['--contact', 'a@b.example', '--again', 'later'], {}, /expected a first crawl/],
  ])('(%s) ends with 2, says what was expected, and writes nothing', async (_what, args, env, message) => {
    await serve({ 'a.example': { '*': '' } })
    const bench = set(['http://a.example/'])
    const file = join(bench.folder, 'seeds.csv')
    const { code, err } = await startToile(
      ['crawl', file, '--corpus', bench.corpus, '--proxy', web.proxy, ...args],
      env,
    ).ended
    expect(err).toMatch(message)
    expect(code).toBe(2)
    expect(existsSync(bench.corpus)).toBe(false)
    expect(web.requests).toEqual([])
  })

  it('in the seed list names file and line', async () => {
    await serve({})
    const bench = set(['http://a.example/', 'htp://b.example'])
    const { code, err } = await startToile(crawlArguments(bench)).ended
    expect(code).toBe(2)
    expect(err).toContain('seeds.csv:3:')
    expect(existsSync(bench.corpus)).toBe(false)
  })
})

describe('a new wave', () => {
  it('visits the scope anew, asks only whether pages changed, and doubles nothing', async () => {
    let second = false
    const etag =
      (body: string): Hosts[string][string] =>
      (request, response) => {
        if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end()
        else response.writeHead(200, { 'content-type': 'text/html', etag: '"1"' }).end(body)
      }
    await serve({
      'a.example': {
        '/': etag(linking('/same', '/new', 'http://b.example/')),
        '/same': linking('http://b.example/x'),
        '/new': (_request, response) =>
          void response
            .writeHead(200, { 'content-type': 'text/html' })
            .end(linking(...(second ? ['http://c.example/'] : ['http://b.example/y']))),
      },
    })
    const bench = set(['http://a.example/'])
    await bench.crawl({ depth: 1 })
    second = true
    expect(await bench.crawl({ depth: 1, again: 'later' })).toBe('done')
    expect(bench.links()).toEqual([
      'http://a.example/ > http://b.example/',
      'http://a.example/new > http://b.example/y',
      'http://a.example/new > http://c.example/',
      'http://a.example/same > http://b.example/x',
    ])
    const seen = bench.query<{ url: string; first: number; last: number }>(
      `SELECT target.url, f.wave_id AS first, l.wave_id AS last FROM link JOIN page target ON target.id = target_id
         JOIN visit f ON f.id = first_visit JOIN visit l ON l.id = last_visit WHERE source_entity <> target_entity ORDER BY target.url`,
    )
    expect(seen).toEqual([
      { url: 'http://b.example/', first: 1, last: 2 },
      { url: 'http://b.example/x', first: 1, last: 2 },
      { url: 'http://b.example/y', first: 1, last: 1 },
      { url: 'http://c.example/', first: 2, last: 2 },
    ])
    expect(bench.query('SELECT http_status AS s, title FROM visit WHERE wave_id = 2 ORDER BY page_id')).toEqual([
      { s: 304, title: 'A page' },
      { s: 200, title: 'A page' },
      { s: 200, title: 'A page' },
    ])
    expect(await bench.crawl({ depth: 1, again: 'later' })).toBe('nothing-to-do')
    await expect(bench.crawl({ again: 'first' })).rejects.toThrow(/expected a new label/)
  })

  it('learns that redirects have changed', async () => {
    let second = false
    const to =
      (location: () => string): Hosts[string][string] =>
      (_request, response) => {
        const target = location()
        if (target === '') response.writeHead(200, { 'content-type': 'text/html' }).end(linking('/'))
        else response.writeHead(302, { location: target }).end()
      }
    await serve({
      'a.example': {
        '/': linking('/one', '/two', '/swap'),
        '/one': to(() => '/two'),
        '/two': to(() => (second ? '' : 'http://b.example/')),
        '/swap': to(() => (second ? 'http://c.example/' : 'http://b.example/')),
      },
    })
    const bench = set(['http://a.example/'])
    const leads = () => Object.fromEntries(bench.pages().map(page => [page.url.slice(16), page.leadsTo]))
    await bench.crawl({ depth: 1 })
    expect(leads()).toEqual({
      '/': null,
      '/one': 'http://b.example/',
      '/swap': 'http://b.example/',
      '/two': 'http://b.example/',
    })
    second = true
    await bench.crawl({ depth: 1, again: 'later' })
    expect(leads()).toEqual({ '/': null, '/one': 'http://a.example/two', '/swap': 'http://c.example/', '/two': null })
    expect(bench.states()).toMatchObject({ 'http://a.example/one': 'redirected', 'http://a.example/two': 'fetched' })
  })

  it('is refused while the one before has not ended', async () => {
    await serve(inventWeb(1, 20), { 's0.example': 20 })
    const bench = set(seedsOf(1))
    const stop = new AbortController()
    const stopped = bench.crawl({ delay: 0.05 }, { stop: stop.signal })
    while (web.requests.length < 3) await pause(5)
    stop.abort()
    await expect(stopped).rejects.toThrow('by the user')
    await expect(bench.crawl({ again: 'later' })).rejects.toThrow(/has not ended/)
  })
})

describe('a disk that is full', () => {
  /** A file system of its own, small enough to fill; only root may make one. */
  function mountSmallDisk(folder: string, size: string): boolean {
    return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]).status === 0
  }

  it.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)(
    'ends the crawl with one sentence; with more room the same command goes on and loses nothing',
    async () => {
      await serve(inventWeb(6, 60))
      const undisturbed = set(seedsOf(6))
      await undisturbed.crawl({ depth: 5 })
      const bench = set(seedsOf(6))
      const disk = join(bench.folder, 'disk')
      mkdirSync(disk)
      const mounted = mountSmallDisk(disk, '700k')
      if (!mounted) return expect(mounted).toBe(false)
      try {
        const corpus = join(disk, 'web.sqlite')
        const where = [join(bench.folder, 'seeds.csv'), '--corpus', corpus, '--proxy', web.proxy]
        const args = ['crawl', ...where, '--contact', 'test@toile.example', '--depth', '5', '--delay', '0']
        const { code, err } = await startToile(args).ended
        expect(err).toMatch(/the disk is full\. Everything stored before is safe/)
        expect(err).not.toContain('fault of the program')
        expect(code).toBe(1)
        spawnSync('mount', ['-o', 'remount,size=64m', disk])
        expect((await startToile(args).ended).code).toBe(0)
        expect(findings({ ...bench, ...readingOf(corpus) })).toEqual(findings(undisturbed))
      } finally {
        spawnSync('umount', [disk])
      }
    },
  )

  it.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)(
    'is said with the same sentence when an answer is still under way at the next sign of life',
    async () => {
      const full = Array.from(
        { length: 6000 },
        (_, n) => `<p><a href="http://out${n}.example/${'x'.repeat(200)}">y</a>`,
      )
      await serve({ 'a.example': { '/': full.join('\n') }, 'b.example': { '/': { body: 'late', delayMs: 7000 } } })
      const bench = set(['http://a.example/', 'http://b.example/'])
      const disk = join(bench.folder, 'disk')
      mkdirSync(disk)
      const mounted = mountSmallDisk(disk, '900k')
      if (!mounted) return expect(mounted).toBe(false)
      try {
        const where = [join(bench.folder, 'seeds.csv'), '--corpus', join(disk, 'web.sqlite'), '--proxy', web.proxy]
        const { code, err } = await startToile(['crawl', ...where, '--contact', 'test@toile.example']).ended
        expect(err).toMatch(/the disk is full\. Everything stored before is safe/)
        expect(err).not.toMatch(/^\s+at /m)
        expect(code).toBe(1)
      } finally {
        spawnSync('umount', [disk])
      }
    },
  )
})
