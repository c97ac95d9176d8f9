import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import type { Author } from '#data/store/curate/author.ts'
import { forgetEntity } from '#data/store/curate/forget.ts'
import { mergeEntity } from '#data/store/curate/merge-entity.ts'
import { removePrefixFrom } from '#data/store/curate/move-prefix.ts'
import { setEntity } from '#data/store/curate/set-entity.ts'
import { undoEvent } from '#data/store/curate/undo.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { prefixLru } from '#data/url/lru.ts'
import { expectInStep } from '../data/store/living-state.ts'
import { url } from '../data/store/invented-corpus.ts'
import { type Hosts, serveWeb, type ServedWeb } from '../webs/serve-web.ts'
import { linking, setUpCrawl, type Workbench } from './crawl-web.ts'
import { startToile } from './start-toile.ts'

const author: Author = { actor: 'user', reason: '', now: 1 }
type Edit = (corpus: Corpus) => unknown

let web: ServedWeb
let bench: Workbench

afterEach(async () => {
  bench.remove()
  await web.close()
})

/** A person's connection is another one than the crawl's. It waits without holding up the crawl, which is in this process. */
async function change(edit: Edit): Promise<void> {
  const corpus = openCorpus(bench.corpus, 'write')
  corpus.db.pragma('busy_timeout = 0')
  for (;;)
    try {
      edit(corpus)
      return corpus.close()
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY')) throw error
      await pause(5)
    }
}

/** A page during whose request somebody makes an edit. */
const whileAsked =
  (edit: Edit, body: string): Hosts[string][string] =>
  async (_request, response, earlier) => {
    if (earlier === 0) await change(edit)
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    response.end(body)
  }

async function open(hosts: Hosts, seeds: readonly string[]): Promise<void> {
  web = await serveWeb(hosts)
  bench = setUpCrawl(web.proxy, seeds)
}

/** After each story: owners are those that prefixes say, nothing waits, and the next call has nothing left to do. */
async function expectWhole(options: Parameters<Workbench['crawl']>[0] = {}): Promise<void> {
  await change(expectInStep)
  expect(bench.pages().filter(({ state }) => state === 'pending')).toEqual([])
  web.requests.length = 0
  expect(await bench.crawl(options)).toBe('nothing-to-do')
  expect(web.requests).toEqual([])
}

const asked = (host: string): string[] =>
  web.requests.filter(one => one.host === host && one.path !== '/robots.txt').map(({ path }) => path)

describe('an edit while a crawl is at work', () => {
  it('that merges two crawled sites leaves no page of either waiting', async () => {
    await open(
      {
        'a.example': {
          '/': linking('/1', '/2'),
          '/1': linking('/3'),
          '/2': linking(),
          '/3': linking('/4'),
          '/4': linking(),
        },
        'b.example': {
          '/': linking('/1'),
          '/1': whileAsked(corpus => mergeEntity(corpus, author, 'a.example', 'b.example'), linking('/2')),
          '/2': linking('/3'),
          '/3': linking(),
        },
      },
      ['http://a.example/', 'http://b.example/'],
    )
    await bench.crawl({ concurrency: 1 })
    expect(bench.pages().map(({ url: at, entity, depth }) => `${at} ${entity} ${depth}`)).toEqual([
      'http://a.example/ b.example 0',
      'http://a.example/1 b.example 1',
      'http://a.example/2 b.example 1',
      'http://a.example/3 b.example 2',
      'http://a.example/4 b.example 3',
      'http://b.example/ b.example 0',
      'http://b.example/1 b.example 1',
      'http://b.example/2 b.example 2',
      'http://b.example/3 b.example 3',
    ])
    expect(new Set(bench.pages().map(({ state }) => state))).toEqual(new Set(['fetched']))
    await expectWhole()
  })

  it('that merges a cited site into a crawled one has its pages read, those cited before the edit included', async () => {
    await open(
      {
        'a.example': {
          '/': linking('http://c.example/early', '/1'),
          '/1': whileAsked(
            corpus => mergeEntity(corpus, author, 'c.example', 'a.example'),
            linking('http://c.example/late'),
          ),
        },
        'c.example': { '/early': linking('/deeper'), '/late': linking(), '/deeper': linking() },
      },
      ['http://a.example/'],
    )
    await bench.crawl()
    expect(bench.states()).toEqual({
      'http://a.example/': 'fetched',
      'http://a.example/1': 'fetched',
      'http://c.example/early': 'fetched',
      'http://c.example/late': 'fetched',
      'http://c.example/deeper': 'fetched',
    })
    await expectWhole()
  })

  it('that sets a site OUT ends the requests to it; what was asked for meanwhile is not kept', async () => {
    await open(
      {
        'a.example': {
          '/': linking('/1'),
          '/1': whileAsked(corpus => setEntity(corpus, author, 'a.example', { status: 'OUT' }), linking('/2')),
          '/2': linking(),
        },
      },
      ['http://a.example/'],
    )
    await bench.crawl()
    expect(asked('a.example')).toEqual(['/', '/1'])
    expect(bench.states()).toEqual({ 'http://a.example/': 'fetched' })
    await expectWhole()
  })

  it('that sets a site OUT and is taken back costs nothing', async () => {
    await open(
      {
        'a.example': {
          '/': linking('/1', '/2', '/3'),
          '/1': linking(),
          '/2': linking('/4'),
          '/3': linking(),
          '/4': linking(),
        },
        'b.example': {
          '/': linking('/1'),
          '/1': whileAsked(corpus => setEntity(corpus, author, 'a.example', { status: 'OUT' }), linking('/2')),
          '/2': linking('/3'),
          '/3': whileAsked(corpus => undoEvent(corpus, author), linking()),
        },
      },
      ['http://a.example/', 'http://b.example/'],
    )
    await bench.crawl({ concurrency: 1 })
    expect(Object.values(bench.states())).toEqual(Array.from({ length: 9 }, () => 'fetched'))
    await expectWhole()
  })

  it('that sets a cited site IN has it crawled, too', async () => {
    await open(
      {
        'a.example': {
          '/': linking('http://c.example/page', '/1'),
          '/1': whileAsked(corpus => setEntity(corpus, author, 'c.example', { status: 'IN' }), linking()),
        },
        'c.example': { '/': linking('/1'), '/1': linking() },
      },
      ['http://a.example/'],
    )
    await bench.crawl()
    expect(bench.states()).toMatchObject({ 'http://c.example/': 'fetched', 'http://c.example/1': 'fetched' })
    await expectWhole()
  })

  it('that takes a prefix from a crawled site leaves what waited under it to nobody', async () => {
    await open(
      {
        'a.example': {
          '/': linking('/1', 'http://d.example/'),
          '/1': whileAsked(
            corpus => removePrefixFrom(corpus, author, 'a.example', prefixLru(url('http://d.example/'))),
            linking('http://d.example/2'),
          ),
        },
        'd.example': { '/': { body: linking('/3'), delayMs: 500 }, '/2': linking(), '/3': linking() },
      },
      ['http://a.example/,http://a.example http://d.example'],
    )
    await bench.crawl()
    expect(bench.pages().map(({ url: at }) => at)).toEqual(['http://a.example/', 'http://a.example/1'])
    expect(bench.links()).toEqual(['http://a.example/ > http://d.example/', 'http://a.example/1 > http://d.example/2'])
    await expectWhole()
  })

  it('keeps the page limit of the sites as they are now', async () => {
    await open(
      {
        'a.example': { '/': linking('/1', '/2', '/3', '/4'), '*': linking() },
        'b.example': {
          '/': linking('/1', '/2', '/3', '/4'),
          '/1': whileAsked(corpus => mergeEntity(corpus, author, 'a.example', 'b.example'), linking()),
          '*': linking(),
        },
      },
      ['http://a.example/', 'http://b.example/'],
    )
    await bench.crawl({ concurrency: 1, maxPages: 5 })
    const read = bench.pages().filter(({ state }) => state === 'fetched')
    // Those read before the edit stay; none is read beyond what one site may have.
    expect(read.length).toBeGreaterThanOrEqual(5)
    expect(read.length).toBeLessThan(10)
    expect(bench.pages().filter(({ cause }) => cause === 'max-pages').length).toBe(10 - read.length)
    await expectWhole({ maxPages: 5 })
  })

  it('is not asked where an address leads that came into the scope meanwhile', async () => {
    await open(
      {
        'a.example': { '/': linking('http://s.example/1', 'http://t.example/2') },
        's.example': {
          '/1': whileAsked(corpus => mergeEntity(corpus, author, 't.example', 'a.example'), linking()),
        },
        't.example': { '/2': linking('http://u.example/') },
      },
      ['http://a.example/'],
    )
    await bench.crawl({ resolve: 'all', concurrency: 1 })
    expect(asked('t.example')).toEqual(['/2'])
    expect(bench.states()).toMatchObject({ 'http://t.example/2': 'fetched' })
    expect(bench.links()).toContain('http://t.example/2 > http://u.example/')
    await expectWhole({ resolve: 'all' })
  })

  it('that would forget a site is refused when the crawl can’t make way; forgotten later, nothing of it comes back', async () => {
    let refusal = ''
    const refused = (corpus: Corpus): void => {
      try {
        forgetEntity(corpus, author, 'c.example', { waitMs: 50 })
      } catch (error) {
        refusal = String(error)
      }
    }
    await open(
      {
        'a.example': {
          '/': linking('http://c.example/early', '/1'),
          '/1': whileAsked(refused, linking('http://c.example/late', 'http://b.example/')),
        },
      },
      ['http://a.example/'],
    )
    await bench.crawl()
    expect(refusal).toMatch(/a crawl is already at work/)
    expect(bench.links()).toHaveLength(3)
    await change(corpus => forgetEntity(corpus, author, 'c.example'))
    expect(await bench.crawl({ again: 'later' })).toBe('done')
    expect(bench.links()).toEqual(['http://a.example/1 > http://b.example/'])
    expect(bench.query(`SELECT url FROM page WHERE url LIKE '%c.example/_%'`)).toEqual([])
  })

  it('outlives a kill right after it', async () => {
    const killed = Promise.withResolvers<void>()
    const held: Hosts[string][string] = (_request, response, earlier) => {
      if (earlier === 0) return killed.resolve()
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end(linking('http://c.example/late'))
    }
    await open(
      {
        'a.example': { '/': linking('http://c.example/early', '/1'), '/1': held },
        'c.example': { '/early': linking(), '/late': linking() },
      },
      ['http://a.example/'],
    )
    const { child, ended } = startToile(bench.command('--delay', '0'))
    await killed.promise
    await change(corpus => mergeEntity(corpus, author, 'c.example', 'a.example'))
    child.kill('SIGKILL')
    await ended
    await bench.crawl()
    expect(bench.states()).toMatchObject({ 'http://c.example/early': 'fetched', 'http://c.example/late': 'fetched' })
    await expectWhole()
  })
})
