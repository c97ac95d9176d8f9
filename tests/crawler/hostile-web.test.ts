import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { robotsVariants } from '../webs/hostile/robots.ts'
import { badCertificates, hazards, type HostileWeb, serveHostileWeb } from '../webs/hostile/serve-hostile-web.ts'
import { type SeenPage, setUpCrawl, type Workbench } from './crawl-web.ts'

let web: HostileWeb
/** A crawl of every hazard, and one of every robots.txt: side by side, since both do little but wait. */
let hazardous: Workbench
let robotic: Workbench

beforeAll(async () => {
  web = await serveHostileWeb()
  hazardous = setUpCrawl(web.proxy, ['http://hostile.example/'])
  robotic = setUpCrawl(
    web.proxy,
    robotsVariants.map(({ host }) => `http://${host}/`),
  )
  await Promise.all([
    hazardous.crawl({ ...quick, depth: 1 }),
    robotic.crawl({ ...quick, depth: 1, longestRestMs: 60_000 }),
  ])
}, 240_000)
afterAll(async () => {
  hazardous.remove()
  robotic.remove()
  await web.close()
})

/** A strict first request fails; the second one takes what came, as browsers do. */
const asBrowsersReadThem = new Set(['/cut-short', '/cut-chunks', '/bad-chunks'])

const quick = { timeout: 3, retryWaitsMs: [10], robotsRetryWaitsMs: [10], render: 'never' } as const

describe('a crawl of the hostile web', () => {
  let pages: Map<string, SeenPage>
  let titles: Map<string, string>

  beforeAll(() => {
    pages = new Map(hazardous.pages().map(page => [page.url, page]))
    titles = new Map(
      hazardous
        .query<{ url: string; title: string }>('SELECT url, title FROM page JOIN visit ON visit.id = page.visit_id')
        .map(({ url, title }) => [url, title]),
    )
  })

  it.each(hazards.map(hazard => [hazard.about, hazard] as const))(
    'survives what %s',
    (_about, { path, state, failure, title }) => {
      const url = `http://hostile.example${path}`
      const isReadLater = asBrowsersReadThem.has(path)
      expect(pages.get(url)).toMatchObject(isReadLater ? { state: 'fetched', cause: '' } : { state, cause: failure })
      // Without a browser, the title of a page that its scripts build isn't there yet.
      if (title !== null && !path.startsWith('/scripted')) expect(titles.get(url)).toBe(title)
    },
  )

  it('leaves no row that points to none, though the crawl looks no foreign key up', () => {
    expect(hazardous.query('SELECT count(*) AS n FROM link')).not.toEqual([{ n: 0 }])
    expect(hazardous.query('PRAGMA foreign_key_check')).toEqual([])
  })

  it('leaves nothing pending, and asks no private address', () => {
    expect([...pages.values()].filter(page => page.state === 'pending')).toEqual([])
    const private_ = /localhost|127\.|10\.0|169\.254|\[|\.local\b|\.internal|0x7f|0177|2130706433/
    expect(web.requests.filter(one => private_.test(new URL(one.url).hostname))).toEqual([])
  })
})

describe('robots.txt of the hostile web', () => {
  let states: Record<string, string>

  beforeAll(() => {
    states = robotic.states()
  })

  it.each(robotsVariants.map(variant => [variant.about, variant] as const))('%s', (_about, { host, root, secret }) => {
    // A day between two requests is beyond patience: the whole host is left out.
    const mayRoot = root && host !== 'robots-long-delay.example'
    expect(states[`http://${host}/`] === 'fetched').toBe(mayRoot)
    expect(states[`http://${host}/`]).toMatch(
      /^(fetched|excluded (robots|robots-unreachable|private|crawl-delay)|failed retry-later)$/,
    )
    if (mayRoot) expect(states[`http://${host}/private/page`]).toBe(secret ? 'fetched' : 'excluded robots')
    const asked = web.requests.filter(one => new URL(one.url).hostname === host).map(one => new URL(one.url).pathname)
    expect(asked.includes('/private/page')).toBe(mayRoot && secret)
  })
})

describe('hosts without a page', () => {
  it('fail with the cause', async () => {
    const hosts = [...Object.keys(badCertificates), 'unknown.example', 'forbidden.example']
    const bench = setUpCrawl(
      web.proxy,
      hosts.map(host => `https://${host}/`),
    )
    await bench.crawl({ ...quick, depth: 0 })
    expect(bench.states()).toEqual({
      'https://expired.example/': 'failed tls',
      'https://forbidden.example/': expect.stringMatching(/^failed (proxy|connect)$/) as string,
      'https://self-signed.example/': 'failed tls',
      'https://unknown.example/': 'failed connect',
      'https://wrong-host.example/': 'failed tls',
    })
    bench.remove()
  })
})

describe('webs without end', () => {
  async function crawlBelow(path: string, maxPages: number): Promise<SeenPage[]> {
    const prefix = `http://hostile.example${path}`
    const bench = setUpCrawl(web.proxy, [`${prefix},${prefix}`])
    await bench.crawl({ ...quick, depth: 1000, maxPages })
    const pages = bench.pages()
    bench.remove()
    return pages
  }

  it.each([
    ['/session', 'session-id'],
    ['/repeating', 'repeated-segments'],
    ['/deepening', 'too-many-segments'],
    ['/calendar', 'calendar'],
  ])('(%s) are cut by the rule %s', async (path, rule) => {
    const pages = await crawlBelow(path, 600)
    expect(new Set(pages.filter(page => page.cause === 'trap').map(page => page.detail))).toEqual(new Set([rule]))
    expect(new Set(pages.map(page => page.state))).toEqual(new Set(['fetched', 'excluded']))
    expect(pages.some(page => page.cause === 'max-pages')).toBe(false)
  })

  it.each(['/numbers', '/growing', '/calendar-path'])(
    '(%s) that no rule sees in time end at the page limit',
    async path => {
      const pages = await crawlBelow(path, 50)
      expect(pages.filter(page => page.state === 'fetched')).toHaveLength(50)
      expect(pages.some(page => page.cause === 'max-pages')).toBe(true)
      expect(pages.some(page => page.state === 'pending')).toBe(false)
    },
  )
})
