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

const bad = 'http://bad.example/bad'
const web = {
  'bad.example': { '/': linking('/bad', '/x'), '/x': linking(), '/bad': linking('http://hold-the-loop.example/') },
  'good.example': { '/': linking('/1', '/2'), '/1': linking(), '/2': linking() },
}
const seeds = ['http://bad.example/', 'http://good.example/']

/** A command for which reading a link to hold-the-loop.example never ends. */
const holding = { env: { NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, 'hold-loop.mjs')).href}` } }
const crawl = (bench: Workbench, options = {}): Running =>
  startToile(bench.command('--delay', '0', '--render', 'never', '--archive', join(bench.folder, 'warc')), options)

/** The command has begun to read the page: it is named beside the corpus. */
async function whenHeld(bench: Workbench, { requests }: ServedWeb): Promise<void> {
  const isHeld = (): boolean =>
    requests.some(({ path }) => path === '/bad') && existsSync(`${bench.corpus}-crawl.reading`)
  await expect.poll(isHeld, { timeout: 120_000 }).toBe(true)
  await expect.poll(() => readMark(bench), { timeout: 120_000, interval: 20 }).toContain(`r{"url":"${bad}"`)
}

const readMark = ({ corpus }: Workbench): string => readFileSync(`${corpus}-crawl.reading`, 'utf8')

async function open(): Promise<{ served: ServedWeb; bench: Workbench }> {
  const { web: served, benchOf } = await openWeb(web)
  return { served, bench: benchOf(seeds) }
}

const readWell = { [bad]: 'fetched', 'http://bad.example/x': 'fetched', 'http://good.example/2': 'fetched' }

describe('a page whose reading does not end', () => {
  it('ends the crawl in order with a sentence that names it, and the same command goes on without it', async () => {
    const { served, bench } = await open()
    const { code, err } = await crawl(bench, holding).ended
    expect(code).toBe(1)
    expect(err).toMatch(
      /^http:\/\/bad\.example\/bad: [^\n]*stored is safe[^\n]*same command goes on without it[^\n]*\n$/m,
    )
    expect(err).not.toContain('debugger')
    served.requests.length = 0
    expect((await crawl(bench, holding).ended).code).toBe(0)
    expect(served.requests.filter(({ path }) => path === '/bad')).toEqual([])
    expect(bench.states()).toMatchObject({ ...readWell, [bad]: 'failed unreadable' })
    const [visit] = bench.query<{ archive: string }>(`SELECT archive FROM visit WHERE failure = 'unreadable'`)
    expect(visit?.archive).toMatch(/^warc\/toile-.*\.warc\.gz:\d+$/)
    expect(recordAt(bench, visit!.archive)).toContain('http://hold-the-loop.example/')
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

/** The bytes of an archived answer. */
function recordAt(bench: Workbench, place: string): string {
  const [, file = '', offset] = /^(.*):(\d+)$/.exec(place) ?? []
  return gunzipSync(readFileSync(join(bench.folder, file)).subarray(Number(offset))).toString('latin1')
}
