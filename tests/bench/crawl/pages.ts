import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { chooseWave } from '#crawler/frontier/choose-wave.ts'
import { extractPage } from '#crawler/extract/extract-page.ts'
import { createClient } from '#crawler/fetch/create-client.ts'
import { decodeBody } from '#crawler/fetch/decode-body.ts'
import { buildIdentity } from '#crawler/fetch/identity.ts'
import type { Answer } from '#crawler/fetch/outcome.ts'
import { needsRendering } from '#crawler/extract/needs-rendering.ts'
import { readSeedFile } from '#crawler/read-seed-file.ts'
import { internTarget, storeVisit, type VisitStore } from '#crawler/turn/store-visit.ts'
import { classifyLinks } from '#data/store/visits/classify-links.ts'
import { loadPrefixTable } from '#data/store/entities/entities.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { beginRun } from '#data/store/base/runs.ts'
import { storeSeeds } from '#data/store/frontier/store-seeds.ts'
import { writeInBulk } from '#data/store/base/write-in-bulk.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'

/**
 * `npm run bench:pages -- --sites DIR`: how long each stage takes of one page, over all HTML files of a folder that holds
 * one folder per host. Each page is asked for over HTTP on loopback, read and stored, one after the other.
 */
const { values } = parseArgs({ options: { sites: { type: 'string' }, serve: { type: 'boolean' } } })
const sites = values.sites ?? join(import.meta.dirname, '..', '..', 'webs')
/** A folder that is no host's becomes one that nobody has. */
const hostOf = (name: string): string => (name.includes('.') ? name : `${name}.example`)
const folderOf = (host: string): string => (existsSync(join(sites, host)) ? host : host.replace(/\.example$/, ''))
const visitsPerCommit = 10

function serve(): void {
  const server = createServer((request, response) => {
    const { hostname, pathname } = new URL(request.url ?? '/', 'http://none.example')
    const file = join(sites, folderOf(hostname), decodeURIComponent(pathname))
    if (!existsSync(file)) return void response.writeHead(404).end()
    response.writeHead(200, { 'content-type': 'text/html' }).end(readFileSync(file))
  })
  server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`))
}

/** Milliseconds by stage, in the order of a page's way. */
class Stages {
  readonly #taken = new Map<string, number[]>()

  async time<Result>(stage: string, work: () => Result | Promise<Result>): Promise<Result> {
    const begun = performance.now()
    const result = await work()
    const list = this.#taken.get(stage) ?? []
    list.push(performance.now() - begun)
    this.#taken.set(stage, list)
    return result
  }

  /** Sums are shared out over `pages`; the other columns are of single calls. */
  table(pages: number): string {
    const rows = [...this.#taken].map(([stage, list]) => {
      const sorted = list.toSorted((a, b) => a - b)
      const sum = list.reduce((total, ms) => total + ms, 0)
      const at = (share: number): string => sorted[Math.floor((sorted.length - 1) * share)]!.toFixed(2)
      return [stage, (sum / pages).toFixed(2), at(0.5), at(0.95), at(1)]
    })
    const all = [['stage', 'ms/page', 'median', '95 %', 'most'], ...rows]
    return all
      .map(row => row.map((cell, column) => (column === 0 ? cell.padEnd(24) : cell.padStart(9))).join(''))
      .join('\n')
  }
}

async function main(): Promise<void> {
  const files = globSync('**/*.{html,htm,xhtml}', { cwd: sites }).toSorted()
  const hosts = [...new Set(files.map(file => hostOf(file.split('/')[0]!)))]
  const { web, proxy } = await startWeb()
  const folder = mkdtempSync(join(tmpdir(), 'toile-pages-'))
  const seeds = join(folder, 'seeds.csv')
  writeFileSync(seeds, ['url', ...hosts.map(host => `http://${host}/`), ''].join('\n'))
  const corpus = openCorpus(join(folder, 'pages.sqlite'), 'create')
  writeInBulk(corpus, { isOwn: true })
  const store = corpus.write((): VisitStore => {
    storeSeeds(corpus, readSeedFile(seeds).seeds, Date.now())
    const wave = chooseWave(corpus, { again: undefined, past: null, depth: 1, now: Date.now() })
    const runId = beginRun(corpus, { command: 'crawl', waveId: wave.id, options: {}, version: '' }, Date.now())
    return { corpus, entities: loadPrefixTable(corpus), waveId: wave.id, runId, depth: 1 }
  })
  const client = createClient({ identity: buildIdentity('bench@toile.example', undefined), proxy })
  const stages = new Stages()
  let [bytes, links, pages] = [0, 0, 0]
  corpus.db.exec('BEGIN')
  for (const file of files) {
    const [site, ...path] = file.split('/')
    const url = normalizeUrl(`http://${hostOf(site!)}/${path.map(encodeURIComponent).join('/')}`)
    if (url === null) continue
    const outcome = await stages.time('ask (the web included)', () => client.fetch(url))
    if (outcome.kind !== 'answer' || outcome.status !== 200) continue
    const found = await readAndStore(store, stages, outcome)
    pages += 1
    bytes += outcome.bytes
    links += found
    if (pages % visitsPerCommit === 0) await stages.time('commit', () => corpus.db.exec('COMMIT; BEGIN'))
  }
  corpus.db.exec('COMMIT')
  await stages.time('classify links (at end)', () => classifyLinks(corpus))
  process.stdout.write(`${pages} pages of ${hosts.length} hosts, ${(bytes / pages / 1000).toFixed(0)} kB and `)
  process.stdout.write(
    `${(links / pages).toFixed(0)} links each, ${visitsPerCommit} to a commit\n${stages.table(pages)}\n`,
  )
  await client.close()
  corpus.close()
  web.kill()
  rmSync(folder, { recursive: true })
}

/** Returns how many links the page has. */
async function readAndStore(store: VisitStore, stages: Stages, answer: Answer): Promise<number> {
  const { url } = answer
  const { text, charset } = await stages.time('decode', () => decodeBody(answer.body, answer.headers['content-type']))
  const page = await stages.time('extract', () => extractPage(text, { url, charset }))
  await stages.time('needs a browser?', () => needsRendering(text, page))
  await stages.time('store', () => {
    const { id, entityId } = internTarget(store, url, answer.startedAt)
    const place = { hostId: 1, depth: 0, hop: 0, attempts: 0, visitId: null }
    const reading = { page, charset, rendered: false, memory: null, archived: null }
    const verdict = { kind: 'read', answer } as const
    storeVisit(store, {
      page: { id, url, entityId, ...place },
      outcome: answer,
      verdict,
      reading,
      isFirst: true,
      steadyNow: 0,
    })
  })
  return page.links.length
}

async function startWeb(): Promise<{ web: ChildProcess; proxy: string }> {
  const web = spawn(process.execPath, [import.meta.filename, '--serve', '--sites', sites], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await new Promise<string>(resolve =>
    web.stdout.once('data', (chunk: Buffer) => resolve(String(chunk).trim())),
  )
  return { web, proxy: `http://127.0.0.1:${port}` }
}

if (values.serve) serve()
else await main()
