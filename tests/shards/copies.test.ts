import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepCopy } from '#crawler/shares/keep-copy.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { linking, paths } from '../crawler/crawl-web.ts'
import { startToile } from '../crawler/start-toile.ts'
import { quietSurroundings } from '../quiet-surroundings.ts'
import { type ServedWeb, serveWeb } from '../webs/serve-web.ts'
import { benchOfShares, type ShareBench } from './bench-of-shares.ts'

let web: ServedWeb
let bench: ShareBench
const many = paths(30)

beforeAll(async () => {
  const pages = Object.fromEntries(many.map(path => [path, linking()]))
  web = await serveWeb({ 'slow.example': { '/': linking(...many), ...pages } }, { delayMs: { 'slow.example': 40 } })
  bench = benchOfShares('url\nhttp://slow.example/\n', { depth: 1, proxy: web.proxy, shard: '0/1' })
})
afterAll(async () => {
  bench?.remove()
  await web?.close()
})

const visits = (file: string): number => {
  const corpus = openCorpus(file, 'read')
  const { n } = corpus.sql<{ n: number }>('SELECT count(*) AS n FROM visit').get()!
  corpus.close()
  return n
}

describe('crawl --copy-to', () => {
  it('copies at SIGTERM, and the task that is called again elsewhere goes on from the copy: no page is asked for twice', async () => {
    const [copy, here] = [bench.path('shared/0.sqlite'), bench.path('node-a/0.sqlite')]
    const options = ['--proxy', web.proxy, '--depth', '1', '--delay', '0', '--shard', '0/1', '--copy-to', copy]
    const { child, ended } = startToile([
      'crawl',
      bench.seeds,
      '--corpus',
      here,
      '--contact',
      'test@toile.example',
      ...options,
    ])
    while (web.requests.length < 8) await pause(10)
    child.kill('SIGTERM')
    expect(await ended).toMatchObject({ code: 130 })
    expect(visits(copy)).toBe(visits(here))
    // Pages of a study are its owner's to show, in a shared folder, too.
    expect([here, copy].map(file => (statSync(file).mode & 0o777).toString(8))).toEqual(['600', '600'])
    rmSync(bench.path('node-a'), { recursive: true })
    let said = ''
    await bench.crawl('node-b', { copyTo: copy }, { err: text => void (said += text) })
    expect(said).toContain(`Goes on from the copy ${copy}`)
    expect(visits(copy)).toBe(many.length + 1)
    const addresses = web.requests.filter(({ path }) => path !== '/robots.txt').map(({ address }) => address)
    // The one under way when it was stopped may have been asked once more.
    expect(addresses.length - new Set(addresses).size).toBeLessThanOrEqual(1)
    expect(readFileSync(`${copy}.fence`, 'utf8')).toMatch(/^2 /)
  }, 60_000)

  it('stops a twin whose share was taken, and lets it copy nothing over the copy of the other', async () => {
    const said: string[] = []
    const { err } = quietSurroundings(bench.folder, { err: text => void said.push(text) })
    const copy = bench.path('shared/twin.sqlite')
    const keep = (name: string) => keepCopy({ corpus: bench.path(name), copy, everyMs: 3_600_000, lookMs: 10 }, { err })
    const lost = keep('twin-a.sqlite')
    const other = keep('twin-b.sqlite')
    await new Promise(resolve => lost.lost.addEventListener('abort', resolve, { once: true }))
    await other.end()
    const written = readFileSync(copy)
    await expect(lost.end()).rejects.toThrow('another task has taken this share')
    expect(readFileSync(copy).equals(written)).toBe(true)
    // The one that was lost knows less than the copy: begun again there, the task goes on from the copy, and nothing is lost.
    // It was so once before: what was set aside then stays.
    writeFileSync(bench.path('twin-a.sqlite.older-1'), 'earlier')
    const third = keep('twin-a.sqlite')
    expect(said.join('')).toMatch(/older than .* kept as twin-a.sqlite.older-1-2\.\nGoes on from the copy/)
    expect(readFileSync(bench.path('twin-a.sqlite.older-1'), 'utf8')).toBe('earlier')
    expect(existsSync(bench.path('twin-a.sqlite.older-1-2'))).toBe(true)
    await third.end()
    expect(readFileSync(`${copy}.fence`, 'utf8')).toMatch(/^3 /)
  })

  it('wants a share', () =>
    expect(bench.crawl('whole', { shard: undefined, copyTo: bench.path('x.sqlite') })).rejects.toThrow(
      'no --shard was given',
    ))
})
