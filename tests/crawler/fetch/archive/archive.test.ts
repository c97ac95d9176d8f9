import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WARCParser } from 'warcio'
import { openArchive } from '#crawler/fetch/archive/open-archive.ts'
import type { ArchiveOptions } from '#crawler/fetch/archive/open-archive.ts'
import { readCopy } from '#crawler/fetch/archive/read-copy.ts'
import { createClient } from '#crawler/fetch/create-client.ts'
import { buildIdentity } from '#crawler/fetch/identity.ts'
import type { FetchOutcome } from '#crawler/fetch/outcome.ts'
import type { ArchivedExchange } from '#crawler/fetch/request.ts'
import { Fault } from '#data/mistake.ts'
import type { Url } from '#data/url/brand.ts'
import { hazards, serveHostileWeb } from '#tests/webs/hostile/serve-hostile-web.ts'
import type { HostileWeb } from '#tests/webs/hostile/serve-hostile-web.ts'
import { openReplay } from './invented-archive.ts'

const identity = buildIdentity('crawl@study.example')
const folders: string[] = []
async function newFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'toile-archive-'))
  folders.push(folder)
  return folder
}
let web: HostileWeb
beforeAll(async () => {
  web = await serveHostileWeb()
})
afterAll(async () => {
  await web.close()
  await Promise.all(folders.map(folder => rm(folder, { recursive: true })))
})

const open = (folder: string, options: Partial<ArchiveOptions> = {}) =>
  openArchive({ folder, operator: 'crawl@study.example', userAgent: identity.userAgent, ...options })

const exchangeOf = (path: string, body = '<p>é', more: Partial<ArchivedExchange> = {}): ArchivedExchange => ({
  url: `http://a.example${path}` as Url,
  method: 'GET',
  startedAt: Date.UTC(2026, 10, 22, 10, 30),
  durationMs: 123.4,
  ip: '192.0.2.7',
  requestHeaders: [['Host', 'a.example']],
  status: 200,
  statusText: 'OK',
  responseHeaders: [['Content-Type', 'text/html']],
  body: Buffer.from(body),
  truncated: null,
  ...more,
})

/** All records of a file, read by a library that isn't ours, with the bytes of their blocks. */
async function recordsOf(file: string) {
  const records: {
    type: string
    header: (name: string) => string | null | undefined
    block: Buffer
    offset: number
  }[] = []
  const parser = new WARCParser(createReadStream(file), { parseHttp: false })
  for (let record = await parser.parse(); record !== null; record = await parser.parse()) {
    const kept = record
    const block = Buffer.from(await kept.readFully(false))
    records.push({ type: kept.warcType, header: name => kept.warcHeader(name), block, offset: parser.offset })
  }
  return records
}

const digest = (bytes: Buffer) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`

describe('openArchive(options)', () => {
  it('writes a WARC 1.1 file: info first, then response, request and metadata of each exchange, tied together', async () => {
    const folder = await newFolder()
    const archive = open(folder, { now: () => Date.UTC(2026, 10, 22, 10, 30) })
    await archive.write(exchangeOf('/x?y=1'))
    await archive.close()
    expect(await readdir(folder)).toEqual(['toile-20261122103000-00000.warc.gz'])
    const file = join(folder, 'toile-20261122103000-00000.warc.gz')
    const [info, response, request, metadata, ...more] = await recordsOf(file)
    expect(more).toEqual([])
    expect([info, response, request, metadata].map(record => record!.type)).toEqual([
      'warcinfo',
      'response',
      'request',
      'metadata',
    ])
    expect(info!.block.toString()).toMatch(/^software: Toile\/\S+\r\nformat: WARC File Format 1.1\r\n/)
    expect(info!.block.toString()).toContain(`http-header-user-agent: ${identity.userAgent}\r\n`)
    expect(response!.header('WARC-Target-URI')).toBe('http://a.example/x?y=1')
    expect(response!.header('WARC-Date')).toBe('2026-11-22T10:30:00.000Z')
    expect(response!.header('WARC-IP-Address')).toBe('192.0.2.7')
    expect(response!.header('Content-Type')).toBe('application/http; msgtype=response')
    expect(response!.header('WARC-Block-Digest')).toBe(digest(response!.block))
    expect(response!.header('WARC-Payload-Digest')).toBe(digest(Buffer.from('<p>é')))
    expect(response!.block.toString()).toBe('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>é')
    expect(request!.block.toString()).toBe('GET /x?y=1 HTTP/1.1\r\nHost: a.example\r\n\r\n')
    expect(metadata!.block.toString()).toBe('fetchTimeMs: 123\r\n')
    for (const record of [request, metadata])
      expect(record!.header('WARC-Concurrent-To')).toBe(response!.header('WARC-Record-ID'))
    expect(gunzipSync(await readFile(file)).toString('latin1')).toMatch(/^WARC\/1\.1\r\n/)
  })

  it('packs each record by itself, so that one can be read from where it stands', async () => {
    const folder = await newFolder()
    const archive = open(folder)
    for (const path of ['/1', '/2']) await archive.write(exchangeOf(path))
    await archive.close()
    const file = join(folder, (await readdir(folder))[0]!)
    const bytes = await readFile(file)
    const records = await recordsOf(file)
    for (const [at, { offset, block }] of records.entries()) {
      const member = gunzipSync(bytes.subarray(offset, records[at + 1]?.offset))
      expect(member.toString('latin1')).toMatch(/^WARC\/1\.1\r\n/)
      expect(member.includes(block)).toBe(true)
    }
  })

  it('keeps the bytes of headers, doubles and order included, and renames the chunking that it has undone', async () => {
    const folder = await newFolder()
    const archive = open(folder)
    const responseHeaders = [
      ['X-A', '\xe9'],
      ['set-cookie', 'a=1'],
      ['Set-Cookie', 'b=2'],
      ['Transfer-Encoding', 'chunked'],
    ] as const
    await archive.write(exchangeOf('/', 'x', { responseHeaders, statusText: 'D\xe9j\xe0' }))
    await archive.close()
    const [, response] = await recordsOf(join(folder, (await readdir(folder))[0]!))
    expect(response!.block.toString('latin1')).toBe(
      'HTTP/1.1 200 D\xe9j\xe0\r\nX-A: \xe9\r\nset-cookie: a=1\r\nSet-Cookie: b=2\r\nX-Archive-Orig-Transfer-Encoding: chunked\r\n\r\nx',
    )
  })

  it('writes 304 as a revisit, and says what was cut', async () => {
    const folder = await newFolder()
    const archive = open(folder)
    await archive.write(exchangeOf('/', '', { status: 304, statusText: 'Not Modified' }))
    await archive.write(exchangeOf('/', 'x', { truncated: 'time' }))
    await archive.close()
    const records = await recordsOf(join(folder, (await readdir(folder))[0]!))
    expect(records[1]!.type).toBe('revisit')
    expect(records[1]!.header('WARC-Profile')).toBe('http://netpreserve.org/warc/1.1/revisit/server-not-modified')
    expect(records[4]!.header('WARC-Truncated')).toBe('time')
  })

  it('begins a new file at the limit, each with its info, and leaves files of earlier runs alone', async () => {
    const folder = await newFolder()
    const now = () => Date.UTC(2026, 10, 22, 10, 30)
    await writeFile(join(folder, 'toile-20261122103000-00000.warc.gz'), 'earlier')
    const archive = open(folder, { now, maxFileBytes: 3000 })
    const places = await Promise.all(
      Array.from({ length: 7 }, (_, at) => archive.write(exchangeOf(`/${at}`, `<p>${at}`))),
    )
    await archive.close()
    for (const [at, place] of places.entries())
      expect(await readCopy(place, `http://a.example/${at}`)).toMatchObject({ html: `<p>${at}`, status: 200 })
    expect(new Set(places.map(({ file }) => file)).size).toBeGreaterThan(1)
    const names = (await readdir(folder)).toSorted()
    expect(names.length).toBeGreaterThan(2)
    expect(await readFile(join(folder, names[0]!), 'utf8')).toBe('earlier')
    const urls: string[] = []
    for (const name of names.slice(1)) {
      const records = await recordsOf(join(folder, name))
      expect(records[0]!.type).toBe('warcinfo')
      urls.push(...records.flatMap(({ type, header }) => (type === 'response' ? [header('WARC-Target-URI')!] : [])))
    }
    expect(urls).toEqual(Array.from({ length: 7 }, (_, at) => `http://a.example/${at}`))
  })

  it('says what is safe when it can no longer write', async () => {
    const folder = await newFolder()
    await writeFile(join(folder, 'file'), '')
    await expect(open(join(folder, 'file')).write(exchangeOf('/'))).rejects.toThrow(Fault)
  })
})

describe('createReplayClient(archive)', () => {
  const once = new Set(['/busy-seconds', '/busy-date', '/large', '/endless', '/gzip-bomb', '/br-bomb', '/zstd-bomb'])
  const replayed = hazards.filter(({ path }) => !path.startsWith('/scripted') && !once.has(path))

  /** What tells of the way that a body came, and what was wished then. */
  const ofTheWire = new Set(['transfer-encoding', 'x-archive-orig-transfer-encoding', 'content-length', 'retry-after'])

  /** What an extraction starts from. */
  function essentials(outcome: FetchOutcome) {
    if (outcome.kind === 'failed') return { slug: outcome.slug, status: outcome.status }
    const { status, redirect, contentType, body, cut, headers, url, limits = [] } = outcome
    return {
      url,
      status,
      redirect,
      contentType,
      body: digest(body),
      cut,
      limits,
      headers: Object.fromEntries(Object.entries(headers).filter(([name]) => !ofTheWire.has(name))),
    }
  }

  it('answers as the hosts did, without them', async () => {
    const folder = await newFolder()
    const archive = open(folder)
    const client = createClient({ identity, proxy: web.proxy, timeoutMs: 1000, onExchange: archive.write })
    const live = new Map<Url, FetchOutcome>()
    for (const { path } of replayed) {
      const url = `http://hostile.example${path}` as Url
      const outcome = await client.fetch(url)
      // What can be read at a second try gets one, as in a crawl: the last answer is what the archive gives.
      live.set(url, outcome.kind === 'failed' && outcome.again ? await client.fetch(url) : outcome)
    }
    await client.close()
    await archive.close()
    const replay = await openReplay(folder)
    let compared = 0
    for (const [url, outcome] of live) {
      const again = await replay.fetch(url)
      if (outcome.status === null) expect(again).toMatchObject({ kind: 'failed', code: 'NOT_ARCHIVED' })
      else {
        expect(essentials(again), url).toEqual(essentials(outcome))
        compared += 1
      }
    }
    expect(compared).toBeGreaterThan(90)
    expect([...replay.urls()].length).toBe(compared)
  })

  it('gives the last response to an address, and the page as its scripts left it', async () => {
    const folder = await newFolder()
    const archive = open(folder)
    await archive.write(exchangeOf('/', 'first'))
    await archive.write(exchangeOf('/', 'second'))
    await archive.writeRendered('http://a.example/', 'http://a.example/base/', '<p>gerendert é')
    await archive.write(exchangeOf('/', '', { status: 304, statusText: 'Not Modified' }))
    await archive.close()
    const replay = await openReplay(folder)
    const url = 'http://a.example/' as Url
    expect(await replay.fetch(url, { want: 'any' })).toMatchObject({
      status: 200,
      body: Buffer.from('second'),
      ip: '192.0.2.7',
    })
    expect(await replay.rendered(url, 1000)).toEqual({ html: '<p>gerendert é', base: 'http://a.example/base/' })
    expect(await replay.rendered('http://a.example/other' as Url, 1000)).toBeNull()
  })

  it('reads a file that a crash has cut, up to there', async () => {
    const folder = await newFolder()
    const archive = open(folder)
    for (const path of ['/1', '/2', '/3']) await archive.write(exchangeOf(path, 'x'.repeat(1000)))
    await archive.close()
    const file = join(folder, (await readdir(folder))[0]!)
    const last = (await recordsOf(file)).findLast(({ type }) => type === 'response')!
    await truncate(file, last.offset + 60)
    expect((await stat(file)).size).toBe(last.offset + 60)
    expect([...(await openReplay(folder)).urls()]).toEqual(['http://a.example/1', 'http://a.example/2'])
  })
})
