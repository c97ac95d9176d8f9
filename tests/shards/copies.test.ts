import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepCopy } from '#crawler/shares/keep-copy.ts'
import { makersMark } from '#data/command/dead-leftovers.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { readMeta } from '#data/store/base/meta.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { copyCorpus } from '#data/store/shares/copy-corpus.ts'
import { writeShard } from '#data/store/shares/shard.ts'
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

/** Keeps copies of files of the bench at `copy`, looking every 10 ms whether the share is still its own. */
function keeping(copy: string, everyMs = 3_600_000) {
  const said: string[] = []
  const around = quietSurroundings(bench.folder, { err: text => void said.push(text) })
  const keep = (name: string) => keepCopy({ corpus: bench.path(name), copy, shard: '0/1', everyMs, lookMs: 10 }, around)
  return { keep, said }
}

describe('crawl --copy-to', () => {
  it('copies at SIGTERM, and the task that is called again elsewhere goes on from the copy: no page is asked for twice', async () => {
    const [copy, here] = [bench.path('shared/0.sqlite'), bench.path('disk/of/node-a/0.sqlite')]
    const archive = bench.path('shared/pages')
    const where = ['--copy-to', copy, '--archive', archive]
    const options = ['--proxy', web.proxy, '--depth', '1', '--delay', '0', '--shard', '0/1', ...where]
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
    rmSync(bench.path('disk/of/node-a'), { recursive: true })
    let said = ''
    await bench.crawl('disk/node-b', { copyTo: copy, archive }, { err: text => void (said += text) })
    expect(said).toContain(`Goes on from the copy ${copy}`)
    expect(visits(copy)).toBe(many.length + 1)
    const addresses = web.requests.filter(({ path }) => path !== '/robots.txt').map(({ address }) => address)
    // The one under way when it was stopped may have been asked once more.
    expect(addresses.length - new Set(addresses).size).toBeLessThanOrEqual(1)
    expect(readFileSync(`${copy}.fence`, 'utf8')).toMatch(/^2 /)
    // Visits of both machines say where their pages are, seen from the merged corpus.
    const merged = openCorpus((await bench.merge([copy], 'merged')).corpus, 'read')
    const places = merged.sql<string>(`SELECT DISTINCT archive FROM visit WHERE archive <> ''`).pluck().all()
    const files = new Set(places.map(place => place.replace(/:\d+$/, '')))
    expect([places.length > many.length, [...files].every(file => existsSync(join(bench.folder, file)))]).toEqual([
      true,
      true,
    ])
    expect(files.size).toBe(2)
    merged.close()
  }, 60_000)

  it('stops a twin whose share was taken, and lets it copy nothing over the copy of the other', async () => {
    const copy = bench.path('shared/twin.sqlite')
    const { keep, said } = keeping(copy)
    const lost = await keep('twin-a.sqlite')
    const other = await keep('twin-b.sqlite')
    await new Promise(resolve => lost.lost.addEventListener('abort', resolve, { once: true }))
    await other.end()
    const written = readFileSync(copy)
    await expect(lost.end()).rejects.toThrow('another task has taken this share')
    expect(readFileSync(copy).equals(written)).toBe(true)
    // The one that was lost knows less than the copy: begun again there, the task goes on from the copy, and nothing is lost.
    // It was so once before: what was set aside then stays.
    writeFileSync(bench.path('twin-a.sqlite.older-1'), 'earlier')
    const third = await keep('twin-a.sqlite')
    expect(said.join('')).toMatch(/older than .* kept as twin-a.sqlite.older-1-2\.\nGoes on from the copy/)
    expect(readFileSync(bench.path('twin-a.sqlite.older-1'), 'utf8')).toBe('earlier')
    expect(existsSync(bench.path('twin-a.sqlite.older-1-2'))).toBe(true)
    await third.end()
    expect(readFileSync(`${copy}.fence`, 'utf8')).toMatch(/^3 /)
  })

  it('copies at intervals, again after one that failed, and under a fence that was removed or put back', async () => {
    const copy = bench.path('shared/again.sqlite')
    const { keep, said } = keeping(copy, 15)
    const hindrance = join(dirname(copy), `.again.sqlite.unfinished-${makersMark()}`)
    mkdirSync(join(hindrance, 'full'), { recursive: true })
    const keeper = await keep('again.sqlite')
    const fence = readFileSync(`${copy}.fence`, 'utf8')
    await expect.poll(() => said.join('')).toMatch(/again.sqlite could not be copied now .* it is tried again/)
    expect(existsSync(copy)).toBe(false)
    rmSync(hindrance, { recursive: true })
    await expect.poll(() => existsSync(copy)).toBe(true)
    for (const tidied of [
      () => rmSync(`${copy}.fence`),
      () => writeFileSync(`${copy}.fence`, '0 before 1 0/1'),
      () => writeFileSync(`${copy}.fence`, ''),
    ]) {
      tidied()
      await expect.poll(() => existsSync(`${copy}.fence`) && readFileSync(`${copy}.fence`, 'utf8')).toBe(fence)
      rmSync(copy)
      await expect.poll(() => existsSync(copy)).toBe(true)
    }
    // Neither copy nor fence is there: the folder may be another, and a task that says it is done would be believed.
    for (const gone of [copy, `${copy}.fence`]) rmSync(gone, { force: true })
    await expect(keeper.end()).rejects.toThrow(/the last copy could not be made .* stays in .*again.sqlite; the same/)
    expect(existsSync(copy)).toBe(false)
    await (await keep('again.sqlite')).end()
    expect(existsSync(copy)).toBe(true)
  })

  it('holds nobody up while it copies, and copies one moment whatever is written meanwhile', async () => {
    const [file, copy] = [bench.path('large.sqlite'), bench.path('shared/large.sqlite')]
    const corpus = openCorpus(file, 'create')
    corpus.db.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 6000)
      INSERT INTO meta SELECT 'filling-' || i, hex(randomblob(2000)) FROM n`)
    let turns = 0
    const writing = setInterval(() => {
      turns += 1
      corpus.db.exec(`INSERT INTO meta VALUES ('late-${turns}', ''); DELETE FROM meta WHERE name = 'filling-${turns}'`)
    })
    expect(await copyCorpus(file, copy, () => true)).toBe(true)
    clearInterval(writing)
    expect(turns).toBeGreaterThan(1)
    const names = (some: Corpus, like: string) =>
      some.sql<number>('SELECT count(*) FROM meta WHERE name LIKE ?').pluck().get(like)!
    const copied = openCorpus(copy, 'read')
    expect(names(copied, 'late-%') + names(copied, 'filling-%')).toBe(6000)
    copied.close()
    corpus.close()
  })

  it('goes on from a copy beside the log of a corpus that is gone, and refuses a file that another crawl left', async () => {
    const copy = bench.path('shared/logged.sqlite')
    const { keep } = keeping(copy)
    await (await keep('logged.sqlite')).end()
    const gone = openCorpus(bench.path('gone.sqlite'), 'create')
    gone.db.exec(`INSERT INTO meta VALUES ('of', 'the corpus that is gone')`)
    const log = readFileSync(bench.path('gone.sqlite-wal'))
    gone.close()
    writeFileSync(bench.path('moved.sqlite-wal'), log)
    await (await keep('moved.sqlite')).end()
    const moved = openCorpus(bench.path('moved.sqlite'), 'read')
    expect(readMeta(moved, 'of')).toBeUndefined()
    moved.close()
    for (const [name, seeds] of [
      ['logged', 'one'],
      ['shared/logged', 'other'],
    ] as const) {
      const corpus = openCorpus(bench.path(`${name}.sqlite`), 'write')
      writeShard(corpus, { share: 0, of: 1, seeds }, [])
      corpus.close()
    }
    await expect(keep('logged.sqlite')).rejects.toThrow(/it is another share than its copy .* name a new file/)
    await expect(keep('shared/logged.sqlite')).rejects.toThrow('this is --corpus itself')
  })

  it('wants a share', () =>
    expect(bench.crawl('whole', { shard: undefined, copyTo: bench.path('x.sqlite') })).rejects.toThrow(
      'no --shard was given',
    ))
})
