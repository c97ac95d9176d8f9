import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Corpus } from '#data/store/base/corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { beginRun, endRun } from '#data/store/base/runs.ts'
import { isAskedToStop } from '#data/store/frontier/stop-request.ts'
import type { CrawlData, JobRefusal, SeedsCheck } from '#viewer/protocol/crawl.ts'
import { createJobs, type Jobs } from '#viewer/server/jobs.ts'
import { serveMap, type ServedMap } from '#viewer/server/serve-map.ts'
import { corpusPlace } from './invented-corpus-file.ts'

const page = new TextEncoder().encode('<head><title>Toile</title></head>')
const client = new Map([['/index.html', { type: 'text/html', bytes: page }]])
let place: ReturnType<typeof corpusPlace>
let corpus: Corpus
let jobs: Jobs
const served: ServedMap[] = []

/** A command that says with which arguments it was called, and works until it is stopped. */
const echo = 'console.log(process.argv.slice(1).join(" ")); setInterval(() => undefined, 1000)'

async function serve(readOnly = false): Promise<{ address: string; token: string }> {
  const parts = { corpus, file: 'study.sqlite', title: 'study', now: Date.now, client, jobs, err: () => undefined }
  const map = await serveMap({ ...parts, openForChanges: () => corpus }, { port: 0, readOnly })
  served.push(map)
  const text = await (await fetch(map.address)).text()
  return { address: map.address, token: /name="toile-token" content="([^"]+)"/.exec(text)?.[1] ?? '' }
}

beforeEach(() => {
  place = corpusPlace()
  corpus = openCorpus(place.file, 'create')
  jobs = createJobs([process.execPath, '-e', echo, '--'], {})
})
afterEach(async () => {
  await Promise.all(served.splice(0).map(map => map.close()))
  await jobs.close()
  corpus.close()
  place.remove()
})

interface Posted<Answer> {
  readonly status: number
  readonly answer: Answer
}

async function post<Answer = JobRefusal>(
  door: string,
  body: unknown,
  { readOnly = false, headers = {} as Record<string, string> } = {},
): Promise<Posted<Answer>> {
  const { address, token } = await serve(readOnly)
  const response = await fetch(`${address}${door}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-toile-token': token, ...headers },
    body: JSON.stringify(body),
  })
  return { status: response.status, answer: (await response.json()) as Answer }
}

const given = (text: string) => ({ name: 'seeds.csv', base64: Buffer.from(text).toString('base64') })
const good = 'url,country\nhttps://one.example,FR\nhttps://two.example,US\n'
const wish = { kind: 'first-crawl', seeds: given(good), contact: 'ada@example.org', depth: 2, maxPages: 40 }
const beside = (end: string): string => place.file.replace(/\.sqlite$/, end)

describe('a seed list given to the page', () => {
  it.each<[string, string, Partial<SeedsCheck>]>([
    ['a good list', good, { sites: 2, mistakesTotal: 0 }],
    ['a semicolon list with a byte order mark', `\uFEFFurl;name\r\nhttps://one.example;Un\r\n`, { sites: 1 }],
    ['nothing', '', { sites: 0, mistakesTotal: 1 }],
    ['a list without addresses', 'name\nOne\n', { mistakesTotal: 1 }],
    [
      'a country that is none',
      'url,country\nhttps://one.example,France\n',
      {
        mistakes: [
          { code: 'country-by-name', values: { found: 'France', expected: 'FR' }, file: 'seeds.csv', line: 2 },
        ],
      },
    ],
  ])('is read as the command reads it: %s', async (_, text, expected) => {
    const { status, answer } = await post<SeedsCheck>('api/seeds', given(text))
    expect(status).toBe(200)
    expect(answer).toMatchObject(expected)
  })

  it('has its first mistakes told, and counts them all', async () => {
    const { answer } = await post<SeedsCheck>('api/seeds', given(`url\n${'htp://x\n'.repeat(300)}`))
    expect([answer.mistakes.length, answer.mistakesTotal]).toEqual([20, 300])
  })

  it.each(['api/seeds', 'api/job'])(
    'is refused by %s without the token, from elsewhere, read-only, or when too large',
    async door => {
      const body = door === 'api/job' ? wish : wish.seeds
      expect((await post(door, body, { headers: { 'x-toile-token': '' } })).status).toBe(403)
      expect((await post(door, body, { headers: { origin: 'https://evil.example' } })).status).toBe(403)
      expect((await post(door, body, { readOnly: true })).status).toBe(405)
      expect((await post(door, { ...body, more: 'x'.repeat(5_000_000) })).status).toBe(413)
      expect(existsSync(beside('-seeds.csv'))).toBe(false)
      expect(jobs.facts()).toBeNull()
    },
  )
})

describe('a first crawl asked for by the page', () => {
  it('keeps the list beside the corpus and starts the command with it', async () => {
    expect((await post('api/job', wish)).status).toBe(202)
    expect(readFileSync(beside('-seeds.csv'), 'utf8')).toBe(good)
    await expect.poll(() => jobs.facts()?.lines.join('')).not.toBe('')
    expect(jobs.facts()?.lines.join('')).toBe(
      `crawl ${beside('-seeds.csv')} --corpus ${place.file} --depth 2 --max-pages 40 --contact ada@example.org`,
    )
  })

  it('writes over no file, and takes one that holds the same list', async () => {
    writeFileSync(beside('-seeds.csv'), 'notes of somebody')
    await post('api/job', wish)
    await jobs.close()
    await post('api/job', wish)
    expect(readFileSync(beside('-seeds.csv'), 'utf8')).toBe('notes of somebody')
    expect(readFileSync(beside('-seeds-2.csv'), 'utf8')).toBe(good)
    expect(existsSync(beside('-seeds-3.csv'))).toBe(false)
  })

  it.each<[string, object, number, JobRefusal]>([
    ['a list with a mistake', { seeds: given('url\nhtp://x\n') }, 200, { refused: 'seeds' }],
    ['a contact that is none', { contact: 'nobody' }, 200, { refused: 'contact' }],
    ['an option in place of a contact', { contact: '--allow-private' }, 200, { refused: 'contact' }],
    ['a depth that is none', { depth: -1 }, 422, {}],
    ['no pages', { maxPages: 0 }, 422, {}],
    ['control characters in a name', { seeds: { ...given(good), name: 'a\u001b[2J' } }, 422, {}],
  ])('is refused with %s, and stores nothing', async (_, wrong, status, answer) => {
    expect(await post('api/job', { ...wish, ...wrong })).toEqual({ status, answer })
    expect(existsSync(beside('-seeds.csv'))).toBe(false)
    expect(jobs.facts()).toBeNull()
  })

  it('waits for the job at work, and stores nothing', async () => {
    await post('api/job', { kind: 'analyse' })
    expect((await post('api/job', wish)).status).toBe(409)
    expect(existsSync(beside('-seeds.csv'))).toBe(false)
  })

  it('is offered with the command’s own limits, as long as there is no list to go on with', async () => {
    const { address } = await serve()
    const data = (await (await fetch(`${address}api/crawl`)).json()) as CrawlData
    expect([data.canGoOn, data.settings]).toEqual([
      false,
      { depth: 1, maxPages: 500, contact: '', delay: 1, sitemaps: false, archive: false, comments: true },
    ])
  })
})

describe('a pause asked for by the page', () => {
  const run = { command: 'crawl', options: {}, version: 'test' }

  it('reaches a crawl that was started elsewhere, and no other', async () => {
    const ended = beginRun(corpus, run, 1)
    endRun(corpus, ended, 'done', 2)
    const atWork = beginRun(corpus, run, 3)
    expect((await post('api/job', { kind: 'stop' })).status).toBe(202)
    expect([ended, atWork].map(id => isAskedToStop(corpus, id))).toEqual([false, true])
  })

  it('writes nothing when the crawl is the page’s own', async () => {
    const atWork = beginRun(corpus, run, 1)
    await post('api/job', { kind: 'analyse' })
    expect((await post('api/job', { kind: 'stop' })).status).toBe(202)
    expect(isAskedToStop(corpus, atWork)).toBe(false)
    await expect.poll(() => jobs.facts()?.running).toBe(false)
  })
})
