import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crawlerCommands } from '#crawler/commands.ts'
import { describeShares } from '#crawler/shares/describe-shares.ts'
import { holderOf, putFence, sayFence } from '#crawler/shares/fence.ts'
import { statusOfShares } from '#crawler/shares/status-of-shares.ts'
import { lockCorpus } from '#data/store/base/lock-corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { readMapData } from '#viewer/server/read-map-data.ts'
import { linking } from '../crawler/crawl-web.ts'
import { quietSurroundings } from '../quiet-surroundings.ts'
import { type ServedWeb, serveWeb } from '../webs/serve-web.ts'
import { benchOfShares, type ShareBench } from './bench-of-shares.ts'

/** Sites enough that both of two shares have some. */
const names = ['ada', 'bea', 'cleo', 'dora']
let web: ServedWeb
let bench: ShareBench
let parts: string[]

beforeAll(async () => {
  const pages = { '/': linking('/p', 'http://ada.example/', 'http://bit.ly/x'), '/p': linking() }
  web = await serveWeb({
    ...Object.fromEntries(names.map(name => [`${name}.example`, pages])),
    'bit.ly': { '/x': { status: 301, headers: { location: 'http://ada.example/p' } } },
  })
  bench = benchOfShares(['url', ...names.map(name => `http://${name}.example/`), ''].join('\n'), {
    depth: 1,
    proxy: web.proxy,
  })
  parts = await bench.shares(2)
}, 60_000)
afterAll(async () => {
  bench?.remove()
  await web?.close()
})

/** A crawl that has not ended. */
const open = 'UPDATE wave SET ended_at = NULL; UPDATE run SET ended_at = NULL'
let copies = 0
/** A copy of share `share`, changed by this statement. */
function changed(share: number, sql: string): string {
  const copy = bench.path(`copy-${copies++}.sqlite`)
  copyFileSync(parts[share]!, copy)
  const corpus = openCorpus(copy, 'write')
  corpus.db.exec(sql)
  corpus.close()
  return copy
}

const setting = (name: string, value: string) => `UPDATE run SET options = json_set(options, '$.${name}', ${value})`
const shard = (share: number, of: number, seeds = `json_extract(value, '$.seeds')`) =>
  `UPDATE meta SET value = json_object('share', ${share}, 'of', ${of}, 'seeds', ${seeds}) WHERE name = 'shard'`

/** A letter under the name of a share. */
function text(name: string): string {
  writeFileSync(bench.path(name), 'Dear reader, this is no corpus.\n'.repeat(40))
  return bench.path(name)
}

describe('merge refuses', () => {
  it.each<[string, () => readonly string[], RegExp]>([
    ['a missing share', () => [parts[0]!], /share 1\/2 is missing; expected all 2/],
    ['a share named twice', () => [parts[0]!, parts[0]!, parts[1]!], /named twice/],
    ['two files of one share', () => [...parts, changed(1, 'SELECT 1')], /share 1\/2 was found 2 times/],
    ['shares of another number', () => [parts[0]!, changed(1, shard(1, 3))], /a share of 3 was found among shares of 2/],
    ['another seed list', () => [parts[0]!, changed(1, shard(1, 2, `'other'`))], /another seed list was found/],
    ['seeds under other rows', () => [parts[0]!, changed(1, `UPDATE entity SET name = 'x.example' WHERE name = 'bea.example'`)], /another seed list was found/],
    ['another depth', () => [parts[0]!, changed(1, setting('depth', '2'))], /the setting 'depth' with 2 was found; expected 1/],
    ['another limit of pages', () => [parts[0]!, changed(1, setting('maxPages', '7'))], /'maxPages' with 7/],
    ['another limit of bytes', () => [parts[0]!, changed(1, setting('maxBytes', '7'))], /'maxBytes' with 7/],
    ['other waves', () => [parts[0]!, changed(1, `UPDATE wave SET label = '2027'`)], /the list of waves \["2027"\] was found/],
    ['another day of the past', () => [parts[0]!, changed(1, `UPDATE wave SET past = '2012-04-22', within_days = 90`)], /2012-04-22 ± 90 days\)"\] was found/],
    ['another setting of comments', () => [parts[0]!, changed(1, `INSERT INTO meta VALUES ('comments', 'withheld')`)], /comments 'withheld' was found/],
    ['a share that has not ended', () => [parts[0]!, changed(1, 'UPDATE wave SET ended_at = NULL')], /has not ended/],
    ['a share with pages that wait', () => [parts[0]!, changed(1, `UPDATE page SET state = 'pending' WHERE id = (SELECT min(id) FROM page WHERE state IS NOT NULL)`)], /has not ended/],
    ['a share at work', () => [parts[0]!, changed(1, `UPDATE run SET ended_at = NULL, seen_at = ${Date.now()}`)], /is still at work/],
    ['a share that people edited', () => [parts[0]!, changed(1, `INSERT INTO event (at, actor, action, before, after) VALUES (1, 'user', 'set', '{}', '{}')`)], /was edited by people/],
    ['a whole corpus', () => [parts[0]!, changed(1, `DELETE FROM meta WHERE name = 'shard'`)], /a whole corpus was found/],
    ['an older schema', () => [parts[0]!, changed(1, 'PRAGMA user_version = 4')], /schema 4 was found/],
    ['a file that is none', () => [parts[0]!, text('text.sqlite')], /text.sqlite: this file is not a corpus of Toile/],
    ['a file that is not there', () => [parts[0]!, bench.path('nowhere.sqlite')], /there is no corpus here/],
  ])('%s, and makes nothing', async (_what, files, reason) => {
    await expect(bench.merge(files(), 'refused')).rejects.toThrow(reason)
    expect(readdirSync(bench.folder).filter(name => name.includes('refused'))).toEqual([])
  }) // prettier-ignore

  it('a share whose lock another process holds', async () => {
    const corpus = openCorpus(parts[1]!, 'write')
    const unlock = lockCorpus(corpus)
    await expect(bench.merge(parts, 'refused')).rejects.toThrow(/a crawl is at work on it/)
    unlock()
    corpus.close()
  })

  it('a corpus that is there, whatever it is, and leaves it', async () => {
    writeFileSync(bench.path('there.sqlite'), 'mine')
    await expect(bench.merge(parts, 'there')).rejects.toThrow(/this file is there already/)
  })

  it('nothing of shares that fit, and then makes one corpus, which the ordinary crawl takes for its own and asks only shorteners', async () => {
    const asked = web.requests.length
    const { corpus } = await bench.merge(parts, 'good')
    expect(web.requests).toHaveLength(asked)
    expect(existsSync(corpus)).toBe(true)
    await bench.crawl('good')
    expect(web.requests.slice(asked).map(({ address }) => address)).toEqual(['bit.ly/robots.txt', 'bit.ly/x'])
    await expect(bench.crawl('good', { shard: '0/2' })).rejects.toThrow(/a whole one already/)
  })
})

describe('status FOLDER', () => {
  it('says of each share whether it is done, at work or silent, and which are missing', () => {
    const folder = bench.path('some')
    mkdirSync(folder)
    const put = (share: number, sql: string) => copyFileSync(changed(share, sql), join(folder, `${share}.sqlite`))
    put(0, 'SELECT 1')
    put(1, `${open}; UPDATE run SET seen_at = 0`)
    const { shares } = statusOfShares(folder, 7_200_000)
    expect(shares).toMatchObject([
      { share: 0, of: 2, stand: 'done', isCopied: true },
      { share: 1, of: 2, stand: 'silent', seenAt: 0 },
    ])
    expect(statusOfShares(folder, 1000).shares[1]!.stand).toBe('at-work')
    const [done, silent] = shares
    const described = (...some: (typeof shares)[number][]) =>
      describeShares({ shares: some, unreadable: [] }, 7_200_000)
    expect(described(done!)).toMatch(/No file of share 1 is here.\n1 of 2 shares are done: \d+ pages read.\n$/)
    expect(described(done!, silent!)).toMatch(/silent for 2 h/)
    const corpus = openCorpus(parts[1]!, 'read')
    // The map's caption says it, too.
    expect(readMapData({ corpus, title: '', now: Date.now }).corpus.share).toEqual(['1', '2'])
    corpus.close()
    mkdirSync(bench.path('empty'))
    expect(() => statusOfShares(bench.path('empty'), 0)).toThrow('no share of a crawl was found')
  })

  it('tells by the fence who is at work between two copies, and before the first', () => {
    const folder = bench.path('fenced')
    mkdirSync(folder)
    const [copied, coming] = [join(folder, '0.sqlite'), join(folder, '1.sqlite')]
    copyFileSync(changed(0, `${open}; UPDATE run SET seen_at = 0; INSERT INTO meta VALUES ('fence', '1')`), copied)
    const [hour, now] = [3_600_000, Date.now()]
    const living = (number: number, seenAt: number): void => {
      putFence(copied, sayFence(number, '0/2'))
      utimesSync(`${copied}.fence`, seenAt / 1000, seenAt / 1000)
    }
    living(1, now - 5_000)
    putFence(coming, `1 ada 77 1/2`)
    const stands = (at: number) => statusOfShares(folder, at).shares.map(({ stand }) => stand)
    expect(stands(now)).toEqual(['at-work', 'at-work'])
    expect(describeShares(statusOfShares(folder, now), now)).toMatch(/1\/2 .* at work on ada .*nothing copied yet/)
    expect(stands(now + hour)).toEqual(['silent', 'silent'])
    expect(describeShares(statusOfShares(folder, now + hour), now + hour)).toMatch(/silent for 1 h 00 min on ada/)
    // The crawl of the copy has ended, stopped by the time limit; then a task was begun again.
    copyFileSync(changed(0, `${open}; UPDATE run SET ended_at = 9; INSERT INTO meta VALUES ('fence', '1')`), copied)
    expect(stands(now)).toEqual(['silent', 'at-work'])
    living(2, now - 5_000)
    expect(stands(now)).toEqual(['at-work', 'at-work'])
    expect(holderOf(coming)).toMatchObject({ number: 1, host: 'ada', shard: '1/2' })
  })

  it('hides no share behind a damaged file, and says what merge would refuse', async () => {
    const folder = bench.path('mixed')
    mkdirSync(folder)
    for (const share of [0, 1]) copyFileSync(parts[share]!, join(folder, `${share}.sqlite`))
    copyFileSync(parts[1]!, join(folder, 'again.sqlite'))
    copyFileSync(changed(1, shard(2, 3)), join(folder, 'older.sqlite'))
    copyFileSync(changed(1, shard(1, 2, `'other'`)), join(folder, 'other.sqlite'))
    // What a stranger's file says of itself is no number to count to.
    copyFileSync(changed(1, shard(1, 4e9)), join(folder, 'endless.sqlite'))
    writeFileSync(join(folder, 'half.sqlite'), readFileSync(parts[0]!).subarray(0, 20_000))
    const found = statusOfShares(folder, 0)
    expect(found.shares).toHaveLength(5)
    expect(found.unreadable).toEqual(['endless', 'half'].map(name => expect.stringContaining(`${name}.sqlite`)))
    const said = describeShares(found, 0)
    expect(said).toContain('older.sqlite: share 2/3 lies among shares of 2.')
    expect(said).toContain('other.sqlite: it is of another seed list')
    expect(said).toContain('Share 1 has 3 files: 1.sqlite, again.sqlite, other.sqlite.')
    expect(said).toMatch(/half\.sqlite: .*\n2 of 2 shares are done/s)
    const merging = crawlerCommands(quietSurroundings(bench.folder)).find(command => command.name() === 'merge')!
    const merge = (place: string) => merging.parseAsync([place, '--corpus', 'of-folder.sqlite'], { from: 'user' })
    await expect(merge(bench.path('empty'))).rejects.toThrow('no share of a crawl was found')
    for (const name of ['again', 'older', 'other', 'half', 'endless']) rmSync(join(folder, `${name}.sqlite`))
    await merge(folder)
    expect(existsSync(bench.path('of-folder.sqlite'))).toBe(true)
  })
})

describe('crawl --shard', () => {
  it('refuses another number, another count, none, and another list on the file of a share', async () => {
    const again = (shard?: string) => bench.crawl('part-0-of-2', shard === undefined ? {} : { shard })
    await expect(again('1/2')).rejects.toThrow(/is share 0\/2; expected --shard 0\/2/)
    await expect(again('0/3')).rejects.toThrow(/is share 0\/2; expected --shard 0\/2/)
    await expect(again()).rejects.toThrow(/no --shard was given/)
    expect(await bench.crawl('part-0-of-2', { shard: '0/2' })).toBe(parts[0])
    appendFileSync(bench.seeds, 'http://eva.example/\n')
    await expect(again('0/2')).rejects.toThrow(/another seed list was found/)
  })

  it('asks no shortener, and visits each site in one share', () => {
    const own = parts.map(file => {
      const corpus = openCorpus(file, 'read')
      const rows = corpus
        .sql<string>(
          'SELECT DISTINCT host.name FROM visit JOIN page ON page.id = page_id JOIN host ON host.id = host_id',
        )
        .pluck()
        .all()
      corpus.close()
      return rows
    })
    expect(own.flat().toSorted()).toEqual(names.map(name => `${name}.example`))
    expect(own.every(hosts => hosts.length > 0)).toBe(true)
  })
})
