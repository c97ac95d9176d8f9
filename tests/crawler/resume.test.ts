import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { linking } from './crawl-web.ts'
import { findings } from './findings.ts'
import { inventWeb, seedsOf } from './invented-web.ts'
import { openWeb } from './open-web.ts'
import { asked } from './page-requests.ts'
import { startToile } from './start-toile.ts'

const bounded = ['--depth', '5', '--max-pages', '25'] as const

describe('a crawl called again', () => {
  it('when finished does nothing and says so', async () => {
    const { web, benchOf } = await openWeb(inventWeb(2, 5))
    const bench = benchOf(seedsOf(2))
    expect((await startToile(bench.command(...bounded, '--delay', '0')).ended).code).toBe(0)
    const before = web.requests.length
    const { code, err } = await startToile(bench.command(...bounded, '--delay', '0')).ended
    expect(code).toBe(0)
    expect(err).toContain('finished')
    expect(web.requests.length).toBe(before)
  })

  it('into another corpus finds the same', async () => {
    const { benchOf } = await openWeb(inventWeb(5, 30))
    const [one, other] = [benchOf(seedsOf(5)), benchOf(seedsOf(5))]
    await one.crawl({ depth: 5, maxPages: 20, concurrency: 64 })
    await other.crawl({ depth: 5, maxPages: 20, concurrency: 2 })
    expect(findings(one)).toEqual(findings(other))
  })

  it('with a greater depth finds what it would have found at once, without asking twice', async () => {
    const { web, benchOf } = await openWeb(inventWeb(3, 60))
    const [grown, direct] = [benchOf(seedsOf(3)), benchOf(seedsOf(3))]
    for (const depth of [0, 1, 3, 5]) await grown.crawl({ depth })
    const requests = asked(web)
    expect(new Set(requests).size).toBe(requests.length)
    await direct.crawl({ depth: 5 })
    expect(findings(grown)).toEqual(findings(direct))
  })

  it('with a greater page limit, too', async () => {
    const { web, benchOf } = await openWeb(inventWeb(3, 60))
    const [grown, direct] = [benchOf(seedsOf(3)), benchOf(seedsOf(3))]
    for (const maxPages of [1, 7, 8, 33]) await grown.crawl({ depth: 4, maxPages })
    const requests = asked(web)
    expect(new Set(requests).size).toBe(requests.length)
    await direct.crawl({ depth: 4, maxPages: 33 })
    expect(findings(grown)).toEqual(findings(direct))
  })

  it('with a lower depth after a stop leaves out what still waited deeper', async () => {
    const { web, benchOf } = await openWeb(
      { 'a.example': { '/': linking('/1'), '/1': linking('/2'), '/2': linking('/3'), '/3': '' } },
      { 'a.example': 30 },
    )
    const bench = benchOf(['http://a.example/'])
    const stop = new AbortController()
    const stopped = bench.crawl({ depth: 3, delay: 0.05 }, { stop: stop.signal })
    while (!web.requestsFor('a.example/1').some(one => one.endedAt)) await pause(2)
    stop.abort()
    await expect(stopped).rejects.toThrow('by the user')
    await bench.crawl({ depth: 1 })
    expect(bench.states()).toEqual({ 'http://a.example/': 'fetched', 'http://a.example/1': 'fetched' })
  })

  it('with new seeds crawls those, and gives known pages their new depth', async () => {
    const { benchOf } = await openWeb({
      'a.example': { '/': linking('/1'), '/1': linking('/2'), '/2': linking('/3'), '/3': linking('/4'), '/4': '' },
      'b.example': { '/': linking('http://a.example/') },
    })
    const bench = benchOf(['http://a.example/'])
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
    const { web, benchOf } = await openWeb(inventWeb(1, 60), { 's0.example': 500 })
    const bench = benchOf(seedsOf(1))
    const first = startToile(bench.command(...bounded, '--delay', '2'))
    while (web.requests.length < 2) await pause(5)
    const { code, err } = await startToile(bench.command(...bounded, '--delay', '0.05')).ended
    expect(code).toBe(1)
    expect(err).toContain(`process ${first.child.pid}`)
    expect(err).toMatch(/started \d{4}-\d\d-\d\dT/)
    first.child.kill('SIGKILL')
    await first.ended
  })
})
