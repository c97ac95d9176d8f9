import { gzipSync } from 'node:zlib'
import { renameSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Corpus } from '#data/store/base/corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { linksBetweenEntities } from '#data/store/evidence/evidence.ts'
import type { EvidenceData, LinksData } from '#viewer/protocol/evidence.ts'
import { createJobs } from '#viewer/server/jobs.ts'
import { serveMap, type ServedMap } from '#viewer/server/serve-map.ts'
import { groupEvidence } from '#viewer/server/group-evidence.ts'
import { linking, setUpCrawl, type Workbench } from '../crawler/crawl-web.ts'
import { type ServedWeb, serveWeb } from '../webs/serve-web.ts'

const to = '<a href="http://b.example/">B</a>'
const old = Buffer.from(`<title>Caf\u00e9</title><p>D\u00e9j\u00e0 vu : ${to}`, 'latin1')

let web: ServedWeb
let bench: Workbench
let corpus: Corpus
let served: ServedMap
const page = new TextEncoder().encode('<!doctype html><title>invented</title>')

beforeAll(async () => {
  web = await serveWeb({
    'a.example': {
      '/': linking('http://b.example/', '/old', '/packed'),
      '/old': { headers: { 'content-type': 'text/html; charset=iso-8859-1' }, body: old },
      '/packed': { headers: { 'content-encoding': 'gzip' }, body: gzipSync(`<p>Packed: ${to}`) },
      '/gone': { status: 404, body: '' },
    },
    'b.example': { '/': '<p>nothing' },
  })
  bench = setUpCrawl(web.proxy, ['http://a.example/', 'http://a.example/gone', 'http://b.example/'])
  await bench.crawl({ archive: join(bench.folder, 'warc') })
  await bench.crawl({ again: 'second' })
  corpus = openCorpus(bench.corpus, 'read')
  const client = new Map([['/index.html', { type: 'text/html; charset=utf-8', bytes: page }]])
  const parts = {
    corpus,
    client,
    file: 'web.sqlite',
    title: 'web',
    now: Date.now,
    openForChanges: () => corpus,
    err: () => undefined,
  }
  served = await serveMap({ ...parts, jobs: createJobs([process.execPath], {}) }, { port: 0, password: 'open sesame' })
})
afterAll(async () => {
  await served.close()
  corpus.close()
  bench.remove()
  await web.close()
})

const login = { authorization: `Basic ${btoa('reader:open sesame')}` }
const ask = (path: string, init: RequestInit = { headers: login }): Promise<Response> =>
  fetch(new URL(path, served.address), init)
const read = async <Data>(path: string): Promise<Data> => (await (await ask(path)).json()) as Data
const tie = '/api/evidence?source=a.example&target=b.example'

/** The copy that the evidence names for a page. */
async function copyOf(path: string): Promise<string> {
  const { pages } = await read<EvidenceData>(tie)
  return `/archived?visit=${pages.find(({ url }) => url === `http://a.example${path}`)!.links[0]!.copy!.visit}`
}

describe('the archived copy of a page', () => {
  it('is named with each hyperlink: the reading in which it was seen, its file and its place', async () => {
    const { pages } = await read<EvidenceData>(tie)
    expect(pages.map(({ url }) => url).toSorted()).toEqual(
      ['/', '/old', '/packed'].map(path => `http://a.example${path}`),
    )
    for (const { url, links } of pages)
      for (const { copy, firstSeen, lastSeen } of links) {
        expect(copy!.record).toMatch(/^toile-\d{14}-00000\.warc\.gz:\d+$/)
        expect(copy!.at >= firstSeen && copy!.at <= lastSeen).toBe(true)
        const sql = `SELECT url FROM visit JOIN page ON page.id = page_id WHERE visit.id = ${copy!.visit}`
        expect(bench.query(sql)).toEqual([{ url }])
      }
    const all = await read<LinksData>('/api/links?to=b.example')
    expect(all.pages.flatMap(({ links }) => links.map(({ copy }) => copy?.visit)).toSorted()).toEqual(
      pages.flatMap(({ links }) => links.map(({ copy }) => copy!.visit)).toSorted(),
    )
  })

  it('is not named in what is published: only a server can show it', () => {
    const links = linksBetweenEntities(corpus, 'a.example', 'b.example')
    const question = { source: 'a.example', target: 'b.example', zone: undefined, offset: 0, limit: 40 }
    expect(JSON.stringify(groupEvidence(links, question))).not.toContain('warc')
  })

  it.each([
    ['in its own charset', '/old', 'Déjà vu'],
    ['undone of its compression', '/packed', 'Packed:'],
  ])('is sent to be read, %s', async (_, path, text) => {
    const answer = await ask(await copyOf(path))
    const body = await answer.text()
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(body).toContain(text)
    expect(body).toContain('<a href="http://b.example/" rel="noreferrer">B</a>')
    expect(body).toContain(`<a href="http://a.example${path}"`)
  })

  it('comes with a policy that lets nothing run, load or be sent, unsniffed and without cookies', async () => {
    const { headers } = await ask(await copyOf('/'))
    const policy = headers.get('content-security-policy')!
    expect(policy.split('; ').filter(part => !part.startsWith('style-src'))).toEqual([
      'sandbox',
      "default-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ])
    expect(policy).toMatch(/style-src 'sha256-[A-Za-z0-9+/=]{44}';/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('x-dns-prefetch-control')).toBe('off')
    expect(headers.get('set-cookie')).toBeNull()
  })

  it('stands behind the same door as the map', async () => {
    const path = await copyOf('/')
    expect((await ask(path, {})).status).toBe(401)
    for (const method of ['POST', 'PUT', 'DELETE'])
      expect((await ask(path, { method, headers: login })).status).toBe(405)
    const stranger = { ...login, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }
    expect((await ask(path, { headers: stranger })).status).toBe(403)
  })

  it.each(['', '?visit=', '?visit=x', '?visit=-1', '?visit=999999', '?visit=1e3'])('is none for %s', async query => {
    const answer = await ask(`/archived${query}`)
    expect([answer.status, await answer.text()]).toEqual([404, 'The study knows of no archived copy for this visit.\n'])
  })

  it('of an answer without a page is a sentence that says so', async () => {
    const sql = "SELECT visit.id FROM visit JOIN page ON page.id = page_id WHERE url LIKE '%/gone' AND archive <> ''"
    const [gone] = bench.query<{ id: number }>(sql)
    const answer = await ask(`/archived?visit=${gone!.id}`)
    expect([answer.status, await answer.text()]).toEqual([
      404,
      'The archive holds no page for this visit: the answer was HTTP 404, without a document.\n',
    ])
  })

  it('whose file is gone is a sentence that says what to do, in the language of the reader', async () => {
    const path = await copyOf('/')
    renameSync(join(bench.folder, 'warc'), join(bench.folder, 'away'))
    const [en, fr] = [await ask(path), await ask(`${path}&lang=fr`)]
    renameSync(join(bench.folder, 'away'), join(bench.folder, 'warc'))
    expect([en.status, fr.status]).toEqual([404, 404])
    expect(en.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(await en.text()).toMatch(
      /^The archive file toile-\d{14}-00000\.warc\.gz is not where it was, or no longer holds this page\./,
    )
    expect(await fr.text()).toMatch(/^Le fichier d’archive toile-\d{14}-00000\.warc\.gz n’est plus à sa place/)
    expect((await ask(path)).status).toBe(200)
  })
})
