import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { askToStop } from '#data/store/frontier/stop-request.ts'
import { linking, paths } from './crawl-web.ts'
import { findings } from './findings.ts'
import { inventWeb, seedsOf } from './invented-web.ts'
import { openWeb } from './open-web.ts'
import { gaps, pageRequests } from './page-requests.ts'
import { startToile } from './start-toile.ts'

const bounded = ['--depth', '5', '--max-pages', '25'] as const

describe('a crawl that is stopped', () => {
  it('by SIGKILL at any time goes on as if it had not been, and asks again only for what was in flight', async () => {
    const sites = 8
    const slow = Object.fromEntries(seedsOf(sites).map(url => [new URL(url).host, 12]))
    const { web, benchOf } = await openWeb(inventWeb(sites, 40), slow)
    const undisturbed = benchOf(seedsOf(sites))
    await undisturbed.crawl({ depth: 5, maxPages: 25 })
    const once = pageRequests(web).length
    web.requests.length = 0

    const killed = benchOf(seedsOf(sites))
    let kills = 0
    for (const afterMs of [150, 90, 260, 40]) {
      const before = web.requests.length
      const { child, ended } = startToile(killed.command(...bounded, '--delay', '0'))
      while (web.requests.length === before) await pause(5)
      await pause(afterMs)
      kills += Number(child.kill('SIGKILL'))
      await ended
    }
    const { code } = await startToile(killed.command(...bounded, '--delay', '0')).ended
    expect(code).toBe(0)
    expect(kills).toBe(4)
    expect(findings(killed)).toEqual(findings(undisturbed))
    // One request per host can be in flight when the process dies.
    expect(pageRequests(web).length - once).toBeLessThanOrEqual(kills * sites)
  })

  it('by SIGKILL keeps the delay of every host across the stop', async () => {
    const { web, benchOf } = await openWeb(
      { 'a.example': { '/': linking(...paths(12)), '*': '' } },
      { 'a.example': 40 },
    )
    const bench = benchOf(['http://a.example/'])
    const first = startToile(bench.command(...bounded, '--delay', '0.4'))
    while (web.requests.length < 4) await pause(5)
    first.child.kill('SIGKILL')
    await first.ended
    const before = web.requests.length
    const second = startToile(bench.command(...bounded, '--delay', '0.4'))
    while (web.requests.length < before + 2) await pause(5)
    second.child.kill('SIGINT')
    expect((await second.ended).code).toBe(130)
    for (const gap of gaps(web)) expect(gap).toBeGreaterThanOrEqual(395)
  })

  it('by Ctrl-C ends with 130 and says how to go on; the same command then does', async () => {
    const { web, benchOf } = await openWeb(inventWeb(3, 30), { 's0.example': 20, 's1.example': 20, 's2.example': 20 })
    const bench = benchOf(seedsOf(3))
    const { child, ended } = startToile(bench.command(...bounded, '--delay', '0.01'))
    while (web.requests.length < 15) await pause(5)
    child.kill('SIGINT')
    const { code, err } = await ended
    expect(code).toBe(130)
    expect(err).toContain('the same command goes on')
    expect(bench.query('SELECT outcome FROM run ORDER BY id')).toEqual([{ outcome: 'stopped' }])
    expect((await startToile(bench.command(...bounded, '--delay', '0')).ended).code).toBe(0)
    expect(bench.pages().some(page => page.state === 'pending')).toBe(false)
    expect(pageRequests(web).length).toBe(new Set(pageRequests(web).map(one => one.address)).size)
  })

  it('by a wish that another program wrote in its corpus ends as by Ctrl-C, and the wish holds for that run only', async () => {
    const { web, benchOf } = await openWeb(inventWeb(3, 30), { 's0.example': 20, 's1.example': 20, 's2.example': 20 })
    const bench = benchOf(seedsOf(3))
    const first = startToile(bench.command(...bounded, '--delay', '1'))
    while (web.requests.length < 6) await pause(5)
    const corpus = openCorpus(bench.corpus, 'write')
    askToStop(corpus)
    corpus.close()
    const { code, err } = await first.ended
    expect([code, err]).toEqual([130, expect.stringContaining('the same command goes on')])
    expect(bench.pages().some(page => page.state === 'pending')).toBe(true)
    expect((await startToile(bench.command(...bounded, '--delay', '0')).ended).code).toBe(0)
    expect(bench.pages().some(page => page.state === 'pending')).toBe(false)
  })
})
