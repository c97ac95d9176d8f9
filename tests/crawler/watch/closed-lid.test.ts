import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { linking } from '../crawl-web.ts'
import { openCrawl, openWeb } from '../open-web.ts'
import { startToile } from '../start-toile.ts'

const hourMs = 3_600_000

/** A site of eight pages, and what each answers is counted. */
const site = {
  'a.example': {
    '/': linking('/1', '/2', '/3', '/4', '/5', '/6', '/7'),
    ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map(page => [`/${page}`, linking()])),
  },
}
const all = (states: Readonly<Record<string, string>>): string[] => [...new Set(Object.values(states))]

describe('a crawl whose computer sleeps', () => {
  it.each([
    ['wakes nine hours later', 9 * hourMs],
    ['wakes with a clock that was put back by a day', -24 * hourMs],
  ])('reads every page when it %s, and calls nothing late', async (_what, jumpMs) => {
    const { web, bench } = await openCrawl(site, ['http://a.example/'])
    // The clock jumps in the midst of the crawl.
    const now = (): number => Date.now() + (web.requests.length > 3 ? jumpMs : 0)
    expect(await bench.crawl({ delay: 0, render: 'never' }, { now })).toBe('done')
    expect(all(bench.states())).toEqual(['fetched'])
    expect(Object.keys(bench.states())).toHaveLength(8)
    expect(bench.query<{ outcome: string }>(`SELECT outcome FROM run WHERE command = 'crawl'`)).toEqual([
      { outcome: 'done' },
    ])
  })

  it('goes on where it was when it was stopped three times and woken', async () => {
    const served = Promise.withResolvers<void>()
    const { web, benchOf } = await openWeb(site, { 'a.example': 60 })
    const bench = benchOf(['http://a.example/'])
    const { child, ended } = startToile(bench.command('--delay', '0.05', '--render', 'never'))
    const look = setInterval(() => web.requests.length > 2 && served.resolve(), 5)
    await served.promise
    clearInterval(look)
    for (let night = 0; night < 3; night++) {
      child.kill('SIGSTOP')
      await pause(400)
      child.kill('SIGCONT')
      await pause(50)
    }
    expect((await ended).code).toBe(0)
    expect(all(bench.states())).toEqual(['fetched'])
    const paths = web.requests.map(({ path }) => path).filter(path => path !== '/robots.txt')
    expect(paths.toSorted()).toEqual([...new Set(paths)].toSorted())
  })
})
