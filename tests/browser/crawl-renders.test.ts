import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setUpCrawl, type Workbench } from '../crawler/crawl-web.ts'
import { type HostileWeb, serveHostileWeb } from '../webs/hostile/serve-hostile-web.ts'

let web: HostileWeb
const benches: Workbench[] = []

beforeAll(async () => {
  web = await serveHostileWeb()
})
afterAll(async () => {
  for (const bench of benches) bench.remove()
  await web.close()
})

function set(...rows: readonly string[]): Workbench {
  const bench = setUpCrawl(web.proxy, rows)
  benches.push(bench)
  return bench
}

const whole = (path: string): string => `http://hostile.example${path},http://hostile.example${path}`

interface Facts {
  readonly path: string
  readonly title: string
  readonly rendered: number
  readonly limits: string
  readonly links: number
}

const facts = (bench: Workbench): Facts[] =>
  bench.query<Facts>(
    `SELECT substr(url, 23) AS path, title, rendered, limits, links FROM page JOIN visit ON visit.id = page.visit_id
     WHERE state = 'fetched' ORDER BY url`,
  )

describe('a crawl with --render auto', () => {
  it('reads a page that scripts build as a reader sees it, and follows its links', async () => {
    const bench = set(
      'http://hostile.example/scripted,http://hostile.example/scripted http://hostile.example/scripted-a',
    )
    const before = web.requests.length
    await bench.crawl({ depth: 1, delay: 0.1 })
    expect(facts(bench)).toMatchObject([{ path: '/scripted', title: 'scripted', rendered: 1, limits: '', links: 2 }])
    expect(bench.states()).toMatchObject({ 'http://hostile.example/scripted-a': 'failed http-404' })
    const asked = web.requests.slice(before).map(one => new URL(one.url).pathname)
    expect(asked).toEqual(['/robots.txt', '/scripted', '/scripted/app.js', '/scripted/data.json', '/scripted-a'])
    expect(web.requests.slice(before).every(one => one.headers['user-agent']?.startsWith('Toile/'))).toBe(true)
  })

  it('remembers what rendering brought, host by host', async () => {
    const bench = set(whole('/scripted-inline'))
    await bench.crawl({ depth: 0 })
    expect(bench.links()).toEqual(['http://hostile.example/scripted-inline > https://inline.example/'])
    const [host] = bench.query<{ rendering: string }>(`SELECT rendering FROM host WHERE name = 'hostile.example'`)
    expect(JSON.parse(host!.rendering)).toEqual({ '/+': { tried: 1, gained: 1 } })
  })

  it('keeps the static form of a page whose scripts never rest', async () => {
    const bench = set(whole('/scripted-endless'))
    await bench.crawl({ depth: 0 })
    expect(facts(bench)).toMatchObject([{ rendered: 0, limits: 'render-timeout', links: 1 }])
  })

  it('leaves pages that are all there to the reader of static forms', async () => {
    const bench = set(whole('/slow'))
    await bench.crawl({ depth: 0 })
    expect(facts(bench)).toMatchObject([{ rendered: 0, limits: '' }])
  })
})

describe('other ways to render', () => {
  it('always: renders what would not need it', async () => {
    const bench = set(whole('/slow'))
    await bench.crawl({ depth: 0, render: 'always' })
    expect(facts(bench)).toMatchObject([{ title: 'slow', rendered: 1 }])
  })

  it('never: starts no browser', async () => {
    const bench = set(whole('/scripted-inline'))
    await bench.crawl({ depth: 0, render: 'never' })
    expect(facts(bench)).toMatchObject([{ rendered: 0, limits: '', links: 0 }])
  })

  it('a rendered page is archived as it was, and read from there again', async () => {
    const bench = set(whole('/scripted-inline'))
    const archive = `${bench.folder}/warc`
    await bench.crawl({ depth: 0, archive })
    const again = set(whole('/scripted-inline'))
    await again.crawl({ depth: 0, fromArchive: archive })
    expect(again.links()).toEqual(bench.links())
    expect(facts(again)).toEqual(facts(bench))
  })

  it('a rendered page is rendered again in a new wave, for its bytes alone do not tell', async () => {
    const bench = set(whole('/scripted-inline'))
    await bench.crawl({ depth: 0 })
    await bench.crawl({ depth: 0, again: 'later' })
    expect(bench.query('SELECT wave_id AS wave, rendered FROM visit ORDER BY id')).toEqual([
      { wave: 1, rendered: 1 },
      { wave: 2, rendered: 1 },
    ])
    expect(bench.query('SELECT count(*) AS n FROM link')).toEqual([{ n: 1 }])
  })
})
