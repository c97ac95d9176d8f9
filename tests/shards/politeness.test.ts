import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linking } from '../crawler/crawl-web.ts'
import { type ServedWeb, serveWeb } from '../webs/serve-web.ts'
import { benchOfShares, type ShareBench } from './bench-of-shares.ts'

const delay = 0.15
/** Two domains of two hosts, a platform of two authors, and pages that all link to one another. */
const seeds = [
  'a.one.example',
  'b.one.example',
  'two.example',
  'www.three.example',
  'medium.com/@anna',
  'medium.com/@ben',
]
const links = linking(...seeds.map(seed => `http://${seed}/`), '1', '2', 'http://two.example/moved')
let web: ServedWeb
let bench: ShareBench

beforeAll(async () => {
  const pages = { '/': links, '/1': links, '/2': links }
  const authors = Object.fromEntries(
    ['@anna', '@ben'].flatMap(name => [
      [`/${name}`, links],
      [`/${name}/1`, links],
    ]),
  )
  web = await serveWeb({
    'a.one.example': pages,
    'b.one.example': pages,
    'two.example': { ...pages, '/moved': { status: 302, headers: { location: 'http://a.one.example/' } } },
    'www.three.example': pages,
    'three.example': { '*': { status: 301, headers: { location: 'http://www.three.example/' } } },
    'medium.com': authors,
  })
  bench = benchOfShares(['url', ...seeds.map(seed => `http://${seed}/`), ''].join('\n'), {
    depth: 1,
    proxy: web.proxy,
    delay,
  })
  // At the same time, as machines do.
  await Promise.all([0, 1, 2].map(share => bench.crawl(`part-${share}`, { shard: `${share}/3` })))
}, 60_000)
afterAll(async () => {
  bench?.remove()
  await web?.close()
})

describe('shares at work at the same time', () => {
  it('never ask one host twice within the delay: the log of all requests', () => {
    const byHost = Map.groupBy(web.requests, ({ host }) => host)
    expect(byHost.size).toBeGreaterThanOrEqual(5)
    for (const [host, requests] of byHost)
      requests.slice(1).forEach((request, index) => {
        const waited = request.beganAt - requests[index]!.endedAt
        expect(waited, `${host}${request.path}`).toBeGreaterThanOrEqual(delay * 1000 - 2)
      })
  })

  it('ask for each page once', () => {
    const addresses = web.requests.map(({ address }) => address)
    expect(addresses.length).toBe(new Set(addresses).size)
    expect(addresses).toContain('two.example/moved')
  })
})
