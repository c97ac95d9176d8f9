import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { startToile, type Running } from '../../cli/run-toile.ts'
import { linking, type Workbench } from '../crawl-web.ts'
import { openWeb } from '../open-web.ts'
import type { ServedWeb } from '../../webs/serve-web.ts'

const preloading = (file: string) => ({
  env: { NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, file)).href}` },
})
/** A command for which reading a link to hold-the-loop.example never ends. */
const holding = preloading('hold-loop.mjs')
const hold = linking('http://hold-the-loop.example/')

const bad = 'http://bad.example/bad'
const web = {
  'bad.example': { '/': linking('/bad', '/x'), '/x': linking(), '/bad': hold },
  'good.example': { '/': linking('/1', '/2'), '/1': linking(), '/2': linking() },
}
const seeds = ['http://bad.example/', 'http://good.example/']

const crawl = (bench: Workbench, options = {}): Running =>
  startToile(bench.command('--delay', '0', '--render', 'never', '--archive', join(bench.folder, 'warc')), options)

/** The command has begun to read the page, not only its head: it is named beside the corpus. */
async function whenHeld(bench: Workbench, { requests }: ServedWeb): Promise<void> {
  const isHeld = (): boolean =>
    requests.some(({ path }) => path === '/bad') && existsSync(`${bench.corpus}-crawl.reading`)
  await expect.poll(isHeld, { timeout: 120_000 }).toBe(true)
  await expect
    .poll(() => readMark(bench), { timeout: 120_000, interval: 20 })
    .toContain(`r{"url":"${bad}","waveId":1,"facts":{`)
}

const readMark = ({ corpus }: Workbench): string => readFileSync(`${corpus}-crawl.reading`, 'utf8')

async function open(): Promise<{ served: ServedWeb; bench: Workbench }> {
  const { web: served, benchOf } = await openWeb(web)
  return { served, bench: benchOf(seeds) }
}

const readWell = { [bad]: 'fetched', 'http://bad.example/x': 'fetched', 'http://good.example/2': 'fetched' }

describe('a page whose reading does not end', () => {
  it('ends the crawl in order with a sentence that names it, and the same command goes on by itself without it', async () => {
    const { served, bench } = await open()
    const { code, err } = await crawl(bench, holding).ended
    expect(err).toMatch(
      /^http:\/\/bad\.example\/bad: [^\n]*stored is safe[^\n]*same command goes on without it[^\n]*\nThe same command goes on by itself now \(1 of at most 20 times\)\.$/m,
    )
    expect(err).not.toMatch(/debugger|2 of at most/)
    expect(code).toBe(0)
    expect(served.requests.filter(({ path }) => path === '/bad')).toHaveLength(1)
    expect(bench.states()).toMatchObject({ ...readWell, [bad]: 'failed unreadable' })
    const [visit] = bench.query<{ archive: string }>(`SELECT archive FROM visit WHERE failure = 'unreadable'`)
    expect(visit?.archive).toMatch(/^warc\/toile-.*\.warc\.gz:\d+$/)
    expect(recordAt(bench, visit!.archive)).toContain('http://hold-the-loop.example/')
  })

  it('as often as there are such pages, which are all named', async () => {
    const { web: served, benchOf } = await openWeb({
      'bad.example': { '/': linking('/1', '/2', '/x'), '/1': hold, '/2': hold, '/x': linking() },
    })
    const bench = benchOf(['http://bad.example/'])
    const { code, err } = await crawl(bench, holding).ended
    expect(err.match(/\(\d of at most 20 times\)/g)).toEqual(['(1 of at most 20 times)', '(2 of at most 20 times)'])
    expect([code, served.requests.filter(({ path }) => path === '/1')]).toEqual([0, [expect.anything()]])
    expect(bench.states()).toEqual({
      'http://bad.example/': 'fetched',
      'http://bad.example/1': 'failed unreadable',
      'http://bad.example/2': 'failed unreadable',
      'http://bad.example/x': 'fetched',
    })
  })

  it('hears a second Ctrl-C: exit 130, and read without harm the page is like any other', async () => {
    const { served, bench } = await open()
    const { process: child, ended } = crawl(bench, holding)
    await whenHeld(bench, served)
    child.kill('SIGINT')
    await pause(1_500)
    child.kill('SIGINT')
    const { code, err } = await ended
    expect([code, err]).toEqual([130, expect.stringContaining('same command goes on')])
    expect((await crawl(bench).ended).code).toBe(0)
    expect(bench.states()).toMatchObject(readWell)
  })

  it('is ended by one SIGTERM; its next reading is on trial, and costs no other page', async () => {
    const { served, bench } = await open()
    const { process: child, ended } = crawl(bench, holding)
    await whenHeld(bench, served)
    child.kill('SIGTERM')
    expect((await ended).code).toBe(130)
    expect((await crawl(bench, holding).ended).code).toBe(0)
    expect(bench.states()).toMatchObject({ ...readWell, [bad]: 'failed unreadable' })
  })

  it('ends with its launcher', async () => {
    const { served, bench } = await open()
    const { process: child, ended } = crawl(bench, holding)
    await whenHeld(bench, served)
    child.kill('SIGKILL')
    // 'close' comes only when nobody holds the pipes any longer: the command itself has ended.
    await ended
    expect(readMark(bench)).toMatch(/^r/)
  })
})

describe('a look at all that is stored, at a crawl’s end, that does not end', () => {
  it('ends the crawl in order; it goes on by itself without that look at that site, and says so', async () => {
    const { benchOf } = await openWeb({
      'many.example': {
        '/': linking('/1', '/2', '/3', 'http://other.example/'),
        '*': linking('http://other.example/'),
      },
    })
    const bench = benchOf(['http://many.example/'])
    const { code, err } = await crawl(bench, preloading('hold-passes.mjs')).ended
    expect(err).toMatch(/^http:\/\/many\.example\/: the last look[^\n]*stored is safe[^\n]*\nThe same command goes on/m)
    expect(err).toMatch(/^http:\/\/many\.example\/: the pages of this site are not compared/m)
    expect(code).toBe(0)
    expect(bench.query('SELECT label FROM wave WHERE ended_at IS NOT NULL')).toHaveLength(1)
    expect((await crawl(bench).ended).code).toBe(0)
  })
})

/** The bytes of an archived answer. */
function recordAt(bench: Workbench, place: string): string {
  const [, file = '', offset] = /^(.*):(\d+)$/.exec(place) ?? []
  return gunzipSync(readFileSync(join(bench.folder, file)).subarray(Number(offset))).toString('latin1')
}
