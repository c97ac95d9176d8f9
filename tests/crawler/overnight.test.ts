import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { openDoor } from '../webs/open-door.ts'
import { linking, paths } from './crawl-web.ts'
import { inventWeb, seedsOf } from './invented-web.ts'
import { openCrawl, openWeb } from './open-web.ts'
import { gaps } from './page-requests.ts'

describe('a network that goes', () => {
  it('makes the crawl wait and say so, and fails nothing', async () => {
    const slow = Object.fromEntries(seedsOf(6).map(url => [new URL(url).host, 10]))
    const { web, benchOf } = await openWeb(inventWeb(6, 30), slow)
    const [bench, undisturbed] = [benchOf(seedsOf(6)), benchOf(seedsOf(6))]
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
  })

  it('is not what a list of dead hosts looks like', async () => {
    const { bench } = await openCrawl({ 'a.example': { '/': linking('/1'), '/1': '' } }, [
      'http://a.example/',
      ...Array.from({ length: 8 }, (_, n) => `http://dead${n}.example/`),
    ])
    await bench.crawl()
    expect(bench.said()).not.toContain('network')
    expect(Object.values(bench.states()).filter(state => state === 'excluded robots-unreachable')).toHaveLength(8)
  })
})

// A crawl that is held up by an hour, a day or a week does not end before vitest gives the test up.
describe('a clock that is set', () => {
  it('neither hurries nor holds up the crawl', async () => {
    const { web, bench } = await openCrawl({ 'a.example': { '/': linking(...paths(12)), '*': '' } }, [
      'http://a.example/',
    ])
    // Set back an hour after five requests, and forward a day after ten.
    const jump = () => (web.requests.length > 10 ? 86_400_000 : web.requests.length > 5 ? -3_600_000 : 0)
    await bench.crawl({ delay: 0.1 }, { now: () => Date.now() + jump() })
    expect(bench.pages().every(page => page.state === 'fetched')).toBe(true)
    for (const gap of gaps(web)) expect(gap).toBeGreaterThanOrEqual(98)
  })

  it('back between two runs holds up nobody', async () => {
    const { bench } = await openCrawl({ 'a.example': { '/': linking('/1'), '/1': linking('/2'), '*': '' } }, [
      'http://a.example/',
    ])
    await bench.crawl({ depth: 1, delay: 0.1 })
    await bench.crawl({ depth: 2, delay: 0.1 }, { now: () => Date.now() - 7 * 86_400_000 })
    expect(bench.states()['http://a.example/2']).toBe('fetched')
  })
})
