import type { ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { linking, paths } from './crawl-web.ts'
import { openCrawl } from './open-web.ts'

/** A host whose pages all answer `status` from the third request for a page on. */
const limiter = (status: number, headers: Record<string, string>) => {
  let asked = 0
  return {
    'limited.example': {
      '/': linking(...paths(20)),
      '/robots.txt': { status: 404 },
      '*': (_request: unknown, response: ServerResponse) => {
        asked += 1
        if (asked > 2) response.writeHead(status, headers).end()
        else response.writeHead(200, { 'content-type': 'text/html' }).end('a page')
      },
    },
  }
}

const inTwoDays = new Date(Date.now() + 2 * 86_400_000).toUTCString()

describe('a host that refuses for now', () => {
  it.each([
    ['429 with a day', 429, '86400'],
    ['503 with a day', 503, '86400'],
    ['429 with a date', 429, inTwoDays],
    ['503 with a date', 503, inTwoDays],
  ])(
    '(%s, longer than is waited for) gets no further request, and its pages say when',
    async (_about, status, after) => {
      const { web, bench } = await openCrawl(limiter(status, { 'retry-after': after }), ['http://limited.example/'])
      await bench.crawl({ delay: 0 })
      const pages = bench.pages().filter(page => page.url !== 'http://limited.example/')
      const left = pages.filter(page => page.state === 'failed')
      expect(left).toHaveLength(18)
      const from = new Date(Date.now() + 86_000_000).toISOString().slice(0, 10)
      for (const page of left) {
        expect(page.cause).toBe('retry-later')
        expect(page.detail.replace('not before ', '') >= from).toBe(true)
      }
      const asked = web.requests.filter(({ path }) => path !== '/' && path !== '/robots.txt')
      expect(asked).toHaveLength(3)
      expect(bench.query('SELECT count(*) AS n FROM wave WHERE ended_at IS NOT NULL')).toEqual([{ n: 1 }])
      // Nor does a new wave ask before the time has come.
      const before = web.requests.length
      await bench.crawl({ again: 'too early' })
      expect(web.requests.slice(before).filter(({ path }) => path !== '/robots.txt')).toEqual([])
      expect(new Set(Object.values(bench.states()))).toEqual(new Set(['failed retry-later']))
    },
  )

  it('keeps its pages pending when the crawl is stopped meanwhile, and the next call goes on with them', async () => {
    const refusals: number[] = []
    const answer = (_request: unknown, response: ServerResponse) => {
      const isRefused = refusals.length === 0
      if (isRefused) refusals.push(performance.now())
      response.writeHead(isRefused ? 429 : 200, { 'content-type': 'text/html', 'retry-after': '3' }).end('a page')
    }
    const { web, bench } = await openCrawl(
      { 'limited.example': { '/': linking(...paths(5)), '*': answer, '/robots.txt': { status: 404 } } },
      ['http://limited.example/'],
    )
    const stop = new AbortController()
    const crawling = bench.crawl({}, { stop: stop.signal })
    await expect.poll(() => refusals.length, { timeout: 20_000 }).toBe(1)
    stop.abort()
    await expect(crawling).rejects.toThrow('by the user')
    const pending = Object.values(bench.states()).filter(state => state === 'pending')
    expect(pending).toHaveLength(5)
    await bench.crawl()
    expect(Object.values(bench.states())).toEqual(Array.from({ length: 6 }, () => 'fetched'))
    const later = web.requests.filter(({ beganAt }) => beganAt > refusals[0]! + 100)
    expect(later[0]!.beganAt - refusals[0]!).toBeGreaterThanOrEqual(2_900)
  })

  it('gets few requests when it never says when to come back', async () => {
    const { web, bench } = await openCrawl(limiter(429, {}), ['http://limited.example/'])
    await bench.crawl()
    expect(web.requests.filter(({ path }) => path !== '/' && path !== '/robots.txt').length).toBeLessThanOrEqual(12)
    expect(new Set(Object.values(bench.states()))).toEqual(
      new Set(['fetched', 'failed http-429', 'failed retry-later']),
    )
  })

  it('rests for its robots.txt, too', async () => {
    const robots = (_request: unknown, response: ServerResponse, earlier: number) =>
      void response.writeHead(earlier === 0 ? 503 : 404, { 'retry-after': '2' }).end()
    const { web, bench } = await openCrawl({ 'a.example': { '/robots.txt': robots, '/': 'a page' } }, [
      'http://a.example/',
    ])
    await bench.crawl()
    expect(bench.states()).toEqual({ 'http://a.example/': 'fetched' })
    const [first, second] = web.requests
    expect(second!.beganAt - first!.endedAt).toBeGreaterThanOrEqual(1_950)
  })
})
