import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { type ArchivedCopy, readCopy } from '#crawler/fetch/archive/read-copy.ts'
import { archivedVisit } from '#data/store/visits/archive-place.ts'
import { forgetEntity } from '#data/store/curate/forget.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { type Hosts, type ServedWeb, serveWeb } from '../webs/serve-web.ts'
import { linking, setUpCrawl, type Workbench } from './crawl-web.ts'
import { inventWeb, seedsOf } from './invented-web.ts'
import { startToile } from './start-toile.ts'

let web: ServedWeb
const benches: Workbench[] = []

async function open(hosts: Hosts, seeds: readonly string[], delayMs: Record<string, number> = {}): Promise<Workbench> {
  web = await serveWeb(hosts, { delayMs })
  return another(seeds)
}

function another(seeds: readonly string[]): Workbench {
  const bench = setUpCrawl(web.proxy, seeds)
  benches.push(bench)
  return bench
}

afterEach(async () => {
  for (const bench of benches.splice(0)) bench.remove()
  await web.close()
})

interface Visited {
  readonly id: number
  readonly url: string
  readonly status: number | null
  readonly archive: string
}

const visitsOf = (bench: Workbench): Visited[] =>
  bench.query<Visited>(
    'SELECT visit.id, url, http_status AS status, archive FROM visit JOIN page ON page.id = page_id ORDER BY visit.id',
  )

/** What lies where a visit says; null: nothing of its address. */
async function copyOf(file: string, visit: number): Promise<ArchivedCopy | null> {
  const corpus = openCorpus(file, 'read')
  const found = archivedVisit(corpus, visit, [tmpdir()])
  corpus.close()
  for (const place of found?.places ?? []) {
    const copy = await readCopy(place, found!.url)
    if (copy !== null) return copy
  }
  return null
}

/** Every answered visit says where its own answer is; returns how many there were. */
async function checkPlaces(bench: Workbench): Promise<number> {
  const answered = visitsOf(bench).filter(({ status }) => status !== null)
  for (const { id, url, status } of answered) {
    const copy = await copyOf(bench.corpus, id)
    expect([url, copy?.status]).toEqual([url, status])
    if (status === 200) expect(copy!.html).toMatch(/^<!doctype html>/)
  }
  return answered.length
}

describe('where a visit’s page lies in the archive', () => {
  it('is said from the corpus’s folder, for every answer, and there is that answer', async () => {
    const bench = await open(inventWeb(3, 20), seedsOf(3))
    await bench.crawl({ depth: 5, maxPages: 60, archive: join(bench.folder, 'warc') })
    expect(await checkPlaces(bench)).toBeGreaterThan(40)
    const statuses = new Set(visitsOf(bench).map(({ status }) => status))
    expect([...statuses].sort()).toEqual([200, 301, 404])
    for (const { archive } of visitsOf(bench)) expect(archive).toMatch(/^warc\/toile-\d{14}-\d{5}\.warc\.gz:\d+$/)
    const again = another(seedsOf(3))
    await again.crawl({ depth: 5, maxPages: 60, fromArchive: join(bench.folder, 'warc') })
    expect(await checkPlaces(again)).toBe(await checkPlaces(bench))
  })

  it('is nowhere without --archive', async () => {
    const bench = await open({ 'a.example': { '/': '' } }, ['http://a.example/'])
    await bench.crawl()
    expect(visitsOf(bench).map(({ archive }) => archive)).toEqual([''])
    expect(await copyOf(bench.corpus, 1)).toBeNull()
  })

  it('is right after SIGKILLs, too', async () => {
    const bench = await open(
      inventWeb(4, 30),
      seedsOf(4),
      Object.fromEntries(seedsOf(4).map(url => [new URL(url).host, 12])),
    )
    const args = ['crawl', join(bench.folder, 'seeds.csv'), '--corpus', bench.corpus, '--proxy', web.proxy]
    args.push('--contact', 'test@toile.example', '--depth', '5', '--max-pages', '20', '--delay', '0')
    args.push('--archive', join(bench.folder, 'warc'))
    for (const afterMs of [200, 90]) {
      const before = web.requests.length
      const { child, ended } = startToile(args)
      while (web.requests.length === before) await pause(5)
      await pause(afterMs)
      child.kill('SIGKILL')
      await ended
    }
    expect((await startToile(args).ended).code).toBe(0)
    expect(readdirSync(join(bench.folder, 'warc')).length).toBeGreaterThan(1)
    expect(await checkPlaces(bench)).toBeGreaterThan(60)
  })

  it('of a page that did not change since is where it was received', async () => {
    const page = { headers: { etag: '"one"' }, body: linking('http://b.example/') }
    const bench = await open(
      {
        'a.example': {
          '/': (request, response) => {
            if (request.headers['if-none-match'] === '"one"') return void response.writeHead(304).end()
            response.writeHead(200, { 'content-type': 'text/html', ...page.headers }).end(page.body)
          },
        },
      },
      ['http://a.example/'],
    )
    const archive = join(bench.folder, 'warc')
    await bench.crawl({ depth: 0, archive })
    await bench.crawl({ depth: 0, archive, again: 'second' })
    await bench.crawl({ depth: 0, again: 'third' })
    const visits = visitsOf(bench)
    expect(visits.map(({ status }) => status)).toEqual([200, 304, 304])
    expect(new Set(visits.map(visit => visit.archive)).size).toBe(1)
    expect((await copyOf(bench.corpus, visits[2]!.id))!.html).toBe(page.body)
  })

  it('is found when corpus and archive have moved together, and when the corpus alone has', async () => {
    const bench = await open({ 'a.example': { '/': linking('http://b.example/') } }, ['http://a.example/'])
    await bench.crawl({ depth: 0, archive: join(bench.folder, 'warc') })
    const html = linking('http://b.example/')
    const alone = join(bench.folder, 'elsewhere', 'deep', 'web.sqlite')
    mkdirSync(join(bench.folder, 'elsewhere', 'deep'), { recursive: true })
    renameSync(bench.corpus, alone)
    expect((await copyOf(alone, 1))!.html).toBe(html)
    renameSync(alone, bench.corpus)
    const moved = `${bench.folder}-moved`
    renameSync(bench.folder, moved)
    try {
      expect((await copyOf(join(moved, 'web.sqlite'), 1))!.html).toBe(html)
      // A power cut can take back what was written last.
      const [file] = readdirSync(join(moved, 'warc'))
      truncateSync(join(moved, 'warc', file!), 900)
      expect(await copyOf(join(moved, 'web.sqlite'), 1)).toBeNull()
      rmSync(join(moved, 'warc'), { recursive: true })
      expect(await copyOf(join(moved, 'web.sqlite'), 1)).toBeNull()
    } finally {
      renameSync(moved, bench.folder)
    }
  })

  it('is told when its site is forgotten, since the archive keeps the page', async () => {
    const bench = await open({ 'a.example': { '/': linking('http://b.example/') } }, ['http://a.example/'])
    await bench.crawl({ depth: 0, archive: join(bench.folder, 'warc') })
    const corpus = openCorpus(bench.corpus, 'write')
    const { archives } = forgetEntity(corpus, { actor: 'test', reason: '', now: 0 }, 'a.example')
    corpus.close()
    expect(archives).toEqual(readdirSync(join(bench.folder, 'warc')).map(name => join(bench.folder, 'warc', name)))
    expect(await copyOf(bench.corpus, 1)).toBeNull()
  })

  it('is never another address, another file, or a file that is no archive', async () => {
    const bench = await open({ 'a.example': { '/': '<p>one', '/two': '<p>two' } }, [
      'http://a.example/',
      'http://a.example/two',
    ])
    await bench.crawl({ depth: 0, archive: join(bench.folder, 'warc') })
    const [one, two] = visitsOf(bench)
    const corpus = openCorpus(bench.corpus, 'write')
    for (const place of [
      two!.archive,
      'seeds.csv:0',
      '/etc/hosts:0',
      '../x.warc.gz:0',
      'warc:0',
      `${one!.archive}9`,
      ':',
      'x',
    ]) {
      corpus.sql('UPDATE visit SET archive = ? WHERE id = ?').run(place, one!.id)
      expect([place, await copyOf(bench.corpus, one!.id)]).toEqual([place, null])
    }
    corpus.close()
  })
})

describe('--archive where nothing can be written', () => {
  it.skipIf(!existsSync('/proc/self'))('is refused with one sentence, and nothing is asked or stored', async () => {
    const bench = await open({ 'a.example': { '/': '' } }, ['http://a.example/'])
    const call = ['crawl', join(bench.folder, 'seeds.csv'), '--corpus', bench.corpus, '--proxy', web.proxy]
    call.push('--contact', 'test@toile.example', '--archive', '/proc/no-such-folder/warc')
    const { code, err } = await startToile(call).ended
    expect([code, err]).toEqual([
      2,
      '--archive /proc/no-such-folder/warc: nothing can be written there (ENOENT); expected a folder for WARC files\n',
    ])
    expect([web.requests.length, existsSync(bench.corpus)]).toEqual([0, false])
  })
})
