import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { makersMark } from '#data/command/dead-leftovers.ts'
import { noteOwnCrawl, ownCrawl, stateFolder } from '#data/own-crawls.ts'
import { lockCorpus } from '#data/store/base/lock-corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { beginRun, endRun } from '#data/store/base/runs.ts'
import type { CrawlData } from '#viewer/protocol/crawl.ts'
import type { StudiesAnswer, StudiesData, StudiesRequest } from '#viewer/protocol/studies.ts'
import { keepPlan, readPlan } from '#viewer/server/night/kept-plan.ts'
import { serveApp, type ServedMap } from '#viewer/server/serve-map.ts'
import { createStudiesApp, type StudiesApp } from '#viewer/server/studies/studies-app.ts'
import { copyInventedCorpus } from '../copy-invented-corpus.ts'

const html = new TextEncoder().encode('<head><title>Toile</title></head>')
const client = new Map([['/index.html', { type: 'text/html', bytes: html }]])
/** A command that works until it is stopped. */
const endless = 'setInterval(() => undefined, 1000)'

let place: string
let folder: string
let env: Record<string, string>
let made: StudiesApp
let served: ServedMap
let token: string
let said: string[]

beforeEach(async () => {
  said = []
  place = mkdtempSync(join(tmpdir(), 'toile-studies-'))
  folder = join(place, 'studies')
  env = { HOME: place }
  openCorpus(join(folder, 'one.sqlite'), 'create').close()
  served = await serveApp(
    access => {
      const command = [process.execPath, '-e', endless, '--'] as const
      made = createStudiesApp({
        folder,
        env,
        now: Date.now,
        err: text => void said.push(text),
        client,
        command,
        ...access,
      })
      return made.app
    },
    { port: 0 },
  )
  token = /name="toile-token" content="([^"]+)"/.exec(await textAt(''))?.[1] ?? ''
})
afterEach(async () => {
  await served.close()
  await made.close()
  rmSync(place, { recursive: true, force: true })
})

const textAt = async (path: string): Promise<string> => (await fetch(served.address + path)).text()
const file = (name: string): string => join(folder, `${name}.sqlite`)

/** As a browser asks for a page; fetch() sets the header itself. */
const navigate = (path: string): Promise<IncomingMessage> =>
  new Promise(
    (resolve, reject) =>
    get(served.address + path, { headers: { 'sec-fetch-mode': 'navigate' } }, response => resolve(response.resume())).on('error', reject), // prettier-ignore
  )

async function list(): Promise<StudiesData> {
  return (await (await fetch(`${served.address}api/studies`)).json()) as StudiesData
}

const post = (door: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(served.address + door, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-toile-token': token, ...headers },
    body: JSON.stringify(body),
  })

async function ask(request: StudiesRequest): Promise<StudiesAnswer> {
  const response = await post('api/studies', request)
  expect(response.status).toBe(200)
  return (await response.json()) as StudiesAnswer
}

const plannedFor = async (name: string): Promise<unknown> =>
  ((await (await fetch(`${served.address}study/${name}/api/crawl`)).json()) as CrawlData).night?.plan

/** Names in the folder, without what SQLite keeps beside a study that is open. */
const lying = (): string[] =>
  readdirSync(folder)
    .filter(name => !/-(?:wal|shm)$/.test(name))
    .toSorted()

/** Takes all that is left of a disk. */
function fillDisk(film: string): void {
  const handle = openSync(film, 'a')
  try {
    for (;;) writeSync(handle, new Uint8Array(4096))
  } catch {
    // Full.
  } finally {
    closeSync(handle)
  }
}

/** Every file below it with its bytes; without what SQLite and crawls keep beside a corpus while it is open. */
const bytesIn = (place: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(place, { recursive: true, withFileTypes: true })
      // And without the list of what the page made, which may be begun.
      .filter(entry => entry.isFile() && !/^\.toile-made$|-(?:wal|shm|crawl\.lock)$/.test(entry.name))
      .map(entry => join(entry.parentPath, entry.name))
      .toSorted()
      .map(path => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]),
  )

const names = async (): Promise<string[]> => (await list()).studies.map(({ name }) => name).toSorted()

describe('the start page’s server', () => {
  it('lists studies with what they hold and need, and one that is none beside them', async () => {
    ;(await copyInventedCorpus(file('invented'))).close()
    writeFileSync(file('letter'), 'Dear reader, this is no corpus.\n'.repeat(40))
    const { studies } = await list()
    const by = Object.fromEntries(studies.map(({ name, ...facts }) => [name, facts]))
    expect(by['one']).toMatchObject({ sites: 0, pages: 0, crawledAt: null, needs: ['empty'] })
    expect(by['letter']).toMatchObject({ needs: ['unreadable'] })
    // By an address that was kept, one that can't be read leads to the list, and who started the server reads why.
    const led = await navigate('study/letter/')
    expect([led.statusCode, led.headers.location, (await fetch(`${served.address}study/letter/`)).status]).toEqual([302, '/', 500]) // prettier-ignore
    expect(said.join('')).toMatch(/^(.*letter\.sqlite: .*\n){2}$/)
    expect(by['invented']!.sites).toBe(44)
    expect(by['invented']!.pages).toBeGreaterThan(0)
  })

  it('says of a crawl that it is at work, and that it was cut short', async () => {
    const corpus = openCorpus(file('one'), 'write')
    const now = Date.now()
    const run = { command: 'crawl', options: {}, version: '1' }
    const first = beginRun(corpus, run, now)
    await expect.poll(async () => (await list()).studies[0]!.needs).toContain('at-work')
    endRun(corpus, first, 'done', now)
    beginRun(corpus, run, now - 600_000)
    corpus.close()
    await expect.poll(async () => (await list()).studies[0]!.needs).toContain('cut-short')
  })

  it('opens each study at an address of its own, with its own page, and leads back', async () => {
    ;(await copyInventedCorpus(file('Étude n° 1'))).close()
    const own = `study/${encodeURIComponent('Étude n° 1')}/`
    expect(await textAt(own)).toContain('name="toile-home" content="../../"')
    const map = JSON.parse(await textAt(`${own}api/map`)) as { corpus: { title: string }; ids: string[] }
    expect([map.corpus.title, map.ids.length]).toEqual(['Étude n° 1', 44])
    const bare = await fetch(served.address + own.slice(0, -1), { redirect: 'manual' })
    expect([bare.status, bare.headers.get('location')]).toEqual([302, `${encodeURIComponent('Étude n° 1')}/`])
  })

  it.each(['..', '../../etc', '..%2F..%2Fetc%2Fpasswd', '%2e%2e', 'one.sqlite', 'one%00', 'letters'])(
    'knows no study %s',
    async name => {
      const { status } = await fetch(`${served.address}study/${name}/api/map`)
      expect(status).toBe(404)
    },
  )

  it('takes no link to a file elsewhere for a study', async () => {
    openCorpus(join(place, 'private.sqlite'), 'create').close()
    symlinkSync(join(place, 'private.sqlite'), file('link'))
    expect(await names()).toEqual(['one'])
    expect((await fetch(`${served.address}study/link/api/map`)).status).toBe(404)
  })

  it('changes nothing without the token, for other pages, or under another name of the machine', async () => {
    const wish = { kind: 'delete', name: 'one' }
    expect((await post('api/studies', wish, { 'x-toile-token': '' })).status).toBe(403)
    expect((await post('api/studies', wish, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await post('study/one/api/job', { kind: 'stop' }, { 'x-toile-token': 'x' })).status).toBe(403)
    expect((await post('study/one/api/studies', wish)).status).toBe(405)
    expect((await post('api/studies', { kind: 'delete' })).status).toBe(422)
    expect(existsSync(file('one'))).toBe(true)
  })
})

describe('studies, managed', () => {
  it('are made once, under names that are names of files everywhere', async () => {
    expect(await ask({ kind: 'create', name: ' Partis 2027 ' })).toEqual({ name: 'Partis 2027' })
    expect(await ask({ kind: 'create', name: 'Partis 2027' })).toEqual({ refused: 'taken' })
    for (const name of [
      '../up',
      'a/b',
      'a\\b',
      '.hidden',
      'CON',
      'a:b',
      'end.',
      'x'.repeat(81),
      '研'.repeat(67),
      'a\u0000',
      '-x',
      'a%2Fb',
    ])
      expect(await ask({ kind: 'create', name }), name).toEqual({ refused: 'name' })
    expect(await names()).toEqual(['Partis 2027', 'one'])
  })

  it('are renamed with their list and what this machine knows of their crawl; an open page is no hindrance', async () => {
    const corpus = openCorpus(file('one'), 'write')
    const startedAt = Date.now()
    const run = beginRun(corpus, { command: 'crawl', options: {}, version: '1' }, startedAt)
    endRun(corpus, run, 'done', startedAt)
    corpus.close()
    writeFileSync(join(folder, 'one-seeds.csv'), 'url\n')
    noteOwnCrawl(env, file('one'), { run, startedAt }, { seeds: join(folder, 'one-seeds.csv'), depth: 2 })
    expect((await fetch(`${served.address}study/one/api/map`)).status).toBe(200)
    expect(await ask({ kind: 'rename', name: 'one', to: 'two' })).toEqual({ name: 'two' })
    expect(await names()).toEqual(['two'])
    expect(ownCrawl(env, file('two'), { run, startedAt })).toMatchObject({
      seeds: join(folder, 'two-seeds.csv'),
      depth: 2,
    })
    expect(existsSync(join(folder, 'one-seeds.csv'))).toBe(false)
    expect((await fetch(`${served.address}study/one/api/map`)).status).toBe(404)
    expect(await ask({ kind: 'rename', name: 'one', to: 'three' })).toEqual({ refused: 'gone' })
    expect(await ask({ kind: 'rename', name: 'two', to: '../../two' })).toEqual({ refused: 'name' })
  })

  it('are renamed and put away with what was made of them, over nothing that is there', async () => {
    mkdirSync(join(folder, 'one-files'))
    writeFileSync(join(folder, 'one-files', 'one.gexf'), 'made')
    await ask({ kind: 'rename', name: 'one', to: 'two' })
    expect(readFileSync(join(folder, 'two-files', 'one.gexf'), 'utf8')).toBe('made')
    expect(existsSync(join(folder, 'one-files'))).toBe(false)
    await ask({ kind: 'archive', name: 'two' })
    expect(readFileSync(join(folder, 'archived', 'two-files', 'one.gexf'), 'utf8')).toBe('made')
    mkdirSync(join(folder, 'two-files'))
    await ask({ kind: 'restore', name: 'two' })
    expect(existsSync(join(folder, 'archived', 'two-files', 'one.gexf'))).toBe(true)
  })

  it('take their plan for the night, their list and their archived pages along, and forget what was known under the old name', async () => {
    const corpus = openCorpus(file('one'), 'write')
    const startedAt = Date.now()
    const run = beginRun(corpus, { command: 'crawl', options: {}, version: '1' }, startedAt)
    endRun(corpus, run, 'done', startedAt)
    corpus.close()
    const [list, archive] = [join(folder, 'one-seeds-2.csv'), join(folder, 'one-archive')]
    writeFileSync(list, 'url\n')
    mkdirSync(archive)
    writeFileSync(join(archive, 'toile-1.warc.gz'), 'pages')
    noteOwnCrawl(env, file('one'), { run, startedAt }, { seeds: list, archive, contact: 'ada@study.example' })
    keepPlan(env, file('one'), {
      startAt: startedAt + 3_600_000,
      pauseAt: startedAt + 7_200_000,
      args: ['crawl', list, '--corpus', file('one'), '--archive', archive, '--again', 'one'],
    })
    expect(await plannedFor('one')).not.toBe(null)
    // Refused while another program reads: what was planned is still planned.
    const reader = openCorpus(file('one'), 'write')
    expect(await ask({ kind: 'rename', name: 'one', to: 'two' })).toEqual({ refused: 'busy' })
    reader.close()
    expect(await plannedFor('one')).not.toBe(null)
    await ask({ kind: 'rename', name: 'one', to: 'two' })
    const [newList, newArchive] = [join(folder, 'two-seeds-2.csv'), join(folder, 'two-archive')]
    expect(readPlan(env, file('one'))).toBe(null)
    expect(readPlan(env, file('two'))?.args).toEqual(
      ['crawl', newList, '--corpus', file('two'), '--archive', newArchive, '--again', 'one'], // prettier-ignore
    )
    expect(await plannedFor('two')).toEqual({ startAt: startedAt + 3_600_000, pauseAt: startedAt + 7_200_000 })
    expect(lying()).toEqual(['two-archive', 'two-seeds-2.csv', 'two.sqlite'])
    expect(ownCrawl(env, file('two'), { run, startedAt })).toMatchObject({
      seeds: newList,
      archive: newArchive,
      archives: [newArchive],
    })
    expect(readdirSync(stateFolder(env)!)).toHaveLength(1)
    await ask({ kind: 'archive', name: 'two' })
    expect(readPlan(env, file('two'))).toBe(null)
    expect(readdirSync(folder)).toEqual(['archived'])
    await ask({ kind: 'restore', name: 'two' })
    expect(lying()).toEqual(['archived', 'two-archive', 'two-seeds-2.csv', 'two.sqlite'])
  })

  it('are copied with what lies beside them, and deleted with it but for lists, archived pages and Parquet files, which others may stand on', async () => {
    for (const part of ['one-files', 'one-archive', 'one-files-of-mine', 'one.parts']) mkdirSync(join(folder, part))
    writeFileSync(join(folder, 'one-files', 'one.gexf'), 'made')
    writeFileSync(join(folder, 'one-seeds.csv'), 'url\n')
    writeFileSync(`${file('one')}.schema-6`, 'as it was')
    writeFileSync(`${file('one')}.log`, 'read by night')
    expect((await list()).studies[0]!.kept).toEqual(['one.sqlite.schema-6'])
    await ask({ kind: 'copy', name: 'one', to: 'two' })
    expect(readFileSync(join(folder, 'two-files', 'one.gexf'), 'utf8')).toBe('made')
    await ask({ kind: 'delete', name: 'one' })
    expect(readdirSync(folder)).toEqual([
      'one-archive',
      'one-files-of-mine',
      'one-seeds.csv',
      'one.parts',
      'two-archive',
      'two-files',
      'two-seeds.csv',
      'two.parts',
      'two.sqlite', // prettier-ignore
    ])
  })

  it('leave alone what a person put beside them: files in their folders, copies of copies, lists of another name', async () => {
    const [made, archive] = [join(folder, 'one-files'), join(folder, 'one-archive')]
    for (const part of [made, archive]) mkdirSync(part)
    const own = ['one.gexf', 'one-report-fr', 'one-co-citation.graphml']
    const theirs = ['thesis.zip', 'one.gexf.bak', 'one of mine.html', 'notes']
    for (const name of [...own, ...theirs]) writeFileSync(join(made, name), name)
    for (const name of ['toile-20261122103000-00000.warc.gz', 'study copy.sqlite'])
      writeFileSync(join(archive, name), name)
    for (const name of [
      'one.sqlite.schema-6',
      'one.sqlite.schema-6 copy.schema-6',
      'one.sqlite.schema-06',
      'one-seeds-02.csv',
    ])
      writeFileSync(join(folder, name), name)
    await ask({ kind: 'rename', name: 'one', to: 'two' })
    expect(readdirSync(made).toSorted()).toEqual(theirs.toSorted())
    expect(readdirSync(archive)).toEqual(['study copy.sqlite'])
    expect(
      readdirSync(join(folder, 'two-files'))
        .filter(name => !name.startsWith('.'))
        .toSorted(),
    ).toEqual(own.toSorted())
    expect(readdirSync(join(folder, 'two-archive'))).toEqual(['toile-20261122103000-00000.warc.gz'])
    writeFileSync(join(folder, 'two-files', 'mine.json'), 'mine')
    await ask({ kind: 'delete', name: 'two' })
    expect(readdirSync(join(folder, 'two-files'))).toEqual(['mine.json'])
    expect(readdirSync(folder).toSorted()).toEqual(
      ['one-archive', 'one-files', 'one-seeds-02.csv', 'one.sqlite.schema-06', 'one.sqlite.schema-6 copy.schema-6', 'two-archive', 'two-files'], // prettier-ignore
    )
  })

  it('leave nothing of a copy that was killed', async () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid
    const half = join(folder, `.toile-staging-${makersMark().replace(/\d+$/, String(dead))}`, 'part-1')
    mkdirSync(half, { recursive: true })
    writeFileSync(join(half, '0'), 'half')
    await ask({ kind: 'copy', name: 'one', to: 'two' })
    expect(lying()).toEqual(['one.sqlite', 'two.sqlite'])
  })

  it('are copied whole; the copy is a study of its own', async () => {
    ;(await copyInventedCorpus(file('invented'))).close()
    expect(await ask({ kind: 'copy', name: 'invented', to: 'again' })).toEqual({ name: 'again' })
    expect(await ask({ kind: 'copy', name: 'invented', to: 'one' })).toEqual({ refused: 'taken' })
    expect(await ask({ kind: 'delete', name: 'invented' })).toEqual({ name: 'invented' })
    expect((await list()).studies.find(({ name }) => name === 'again')!.sites).toBe(44)
    expect(existsSync(`${file('again')}-copying`)).toBe(false)
  })

  it('are put away and taken back, the same to the byte', async () => {
    await ask({ kind: 'archive', name: 'one' })
    const away = join(folder, 'archived', 'one.sqlite')
    const bytes = readFileSync(away)
    expect(await list()).toMatchObject({ studies: [], archived: ['one'] })
    openCorpus(file('one'), 'create').close()
    expect(await ask({ kind: 'restore', name: 'one' })).toEqual({ refused: 'taken' })
    expect(await ask({ kind: 'archive', name: 'one' })).toEqual({ refused: 'taken' })
    await ask({ kind: 'delete', name: 'one' })
    expect(await ask({ kind: 'restore', name: 'one' })).toEqual({ name: 'one' })
    expect(readFileSync(file('one')).equals(bytes)).toBe(true)
    expect(existsSync(away)).toBe(false)
  })

  it('stay while a crawl, a command of the page, or another program works on them', async () => {
    const wishes = [
      { kind: 'delete', name: 'one' },
      { kind: 'archive', name: 'one' },
      { kind: 'rename', name: 'one', to: 'two' },
    ] as const
    const corpus = openCorpus(file('one'), 'write')
    for (const wish of wishes) expect(await ask(wish)).toEqual({ refused: 'busy' })
    const release = lockCorpus(corpus)
    for (const wish of wishes) expect(await ask(wish)).toEqual({ refused: 'busy' })
    release()
    corpus.close()
    expect((await post('study/one/api/job', { kind: 'analyse' })).status).toBe(202)
    for (const wish of wishes) expect(await ask(wish)).toEqual({ refused: 'busy' })
    expect((await list()).studies[0]!.needs).toContain('making')
    expect(await names()).toEqual(['one'])
  })

  // A full and a read-only folder are file systems of their own, which only root may mount.
  it.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)(
    'say what hinders them, no room or a folder that can’t be written, and lose nothing; deleting makes room',
    async () => {
      const mount = (...args: string[]): number | null => spawnSync('mount', [...args, folder]).status
      expect(mount('-t', 'tmpfs', '-o', 'size=4m,nr_inodes=60', 'tmpfs')).toBe(0)
      try {
        ;(await copyInventedCorpus(file('one'))).close()
        mkdirSync(join(folder, 'one-files'))
        for (const name of ['one-files/one.gexf', 'one-seeds.csv', 'one.sqlite.log'])
          writeFileSync(join(folder, name), name)
        fillDisk(join(folder, 'film'))
        const before = bytesIn(folder)
        const wishes = [
          { kind: 'create', name: 'two' },
          { kind: 'copy', name: 'one', to: 'two' },
          { kind: 'rename', name: 'one', to: 'two' },
          { kind: 'archive', name: 'one' },
        ] as const
        for (const wish of wishes) expect(await ask(wish), wish.kind).toEqual({ refused: 'full' })
        expect(bytesIn(folder)).toEqual(before)
        expect(mount('-o', 'remount,ro')).toBe(0)
        for (const wish of [...wishes, { kind: 'delete', name: 'one' } as const])
          expect(await ask(wish), wish.kind).toEqual({ refused: 'folder' })
        expect(bytesIn(folder)).toEqual(before)
        expect(mount('-o', 'remount,rw')).toBe(0)
        // Not even a folder more: ext4 has no room for one then, a file system in memory wants its last number taken.
        for (const beside of ['', '-journal']) writeFileSync(`${file('one')}-crawl.lock${beside}`, '')
        expect(() => {
          for (let nth = 0; ; nth++) writeFileSync(join(folder, `full-${nth}`), '')
        }).toThrow(/ENOSPC/)
        expect(await ask({ kind: 'delete', name: 'one' })).toEqual({ name: 'one' })
        expect(lying().filter(name => !name.startsWith('full-'))).toEqual(['archived', 'film', 'one-seeds.csv'])
      } finally {
        spawnSync('umount', [folder])
      }
    },
  )

  it('are found however é is written, and bear the spelling of keyboards once they are renamed', async () => {
    const [typed, onDisk] = ['NFC', 'NFD'].map(form => 'Étude d’été'.normalize(form)) as [string, string]
    openCorpus(file(onDisk), 'create').close()
    mkdirSync(join(folder, `${onDisk}-files`))
    writeFileSync(join(folder, `${onDisk}-files`, `${onDisk}.gexf`), 'made')
    writeFileSync(join(folder, `${onDisk}-seeds.csv`), 'url\n')
    expect((await fetch(`${served.address}study/${encodeURIComponent(typed)}/api/map`)).status).toBe(200)
    expect(await ask({ kind: 'create', name: typed })).toEqual({ refused: 'taken' })
    expect(await ask({ kind: 'copy', name: typed, to: 'copie' })).toEqual({ name: 'copie' })
    expect(await ask({ kind: 'archive', name: typed })).toEqual({ name: onDisk })
    expect(await ask({ kind: 'restore', name: typed })).toEqual({ name: onDisk })
    const next = 'Thèse'
    expect(await ask({ kind: 'rename', name: typed, to: next.normalize('NFD') })).toEqual({ name: next })
    expect(lying()).toEqual(
      ['Thèse-files', 'Thèse-seeds.csv', 'Thèse.sqlite', 'archived', 'copie-files', 'copie-seeds.csv', 'copie.sqlite', 'one.sqlite'], // prettier-ignore
    )
    expect(readdirSync(join(folder, 'Thèse-files'))).toContain(`${onDisk}.gexf`)
    expect(await ask({ kind: 'delete', name: next.normalize('NFD') })).toEqual({ name: next })
    expect(await names()).toEqual(['copie', 'one'])
  })

  // A mount point can't be moved, as a folder that Windows holds open.
  it.skipIf(process.platform !== 'linux' || process.getuid?.() !== 0)(
    'stay whole where they are when a folder of theirs is held open, and say so',
    async () => {
      writeFileSync(`${file('one')}.log`, 'read by night')
      const [archive, held] = [join(folder, 'one-archive'), join(folder, 'one-files')]
      for (const part of [archive, held]) mkdirSync(part)
      writeFileSync(join(archive, 'toile-1.warc.gz'), 'pages')
      expect(spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', held]).status).toBe(0)
      try {
        writeFileSync(join(held, 'one.gexf'), 'made')
        for (const wish of [{ kind: 'delete' }, { kind: 'archive' }, { kind: 'rename', to: 'two' }] as const) {
          expect(await ask({ ...wish, name: 'one' })).toEqual({ refused: 'held' })
          expect(
            readdirSync(folder)
              .toSorted()
              .filter(name => name !== 'archived' && !name.endsWith('-crawl.lock')),
          ).toEqual(
            ['one-archive', 'one-files', 'one.sqlite', 'one.sqlite.log'], // prettier-ignore
          )
        }
        expect(await names()).toEqual(['one'])
      } finally {
        spawnSync('umount', [held])
      }
    },
  )

  it('are imported from a file that goes with the command', async () => {
    const gml = Buffer.from('graph [ node [ id 1 ] ]').toString('base64')
    expect(await ask({ kind: 'import', name: 'net', file: '../../x.gml', base64: gml })).toEqual({ name: 'net' })
    expect((await list()).studies.find(({ name }) => name === 'net')!.needs).toEqual(['making'])
    expect(existsSync(join(place, 'x.gml'))).toBe(false)
  })
})
