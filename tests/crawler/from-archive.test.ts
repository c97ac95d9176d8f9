import { createHook } from 'node:async_hooks'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { CrawlOptions } from '#crawler/crawl-options.ts'
import { Mistake } from '#data/mistake.ts'
import { linking, setUpCrawl, type Workbench } from './crawl-web.ts'
import { archiveFolder, httpBlock, responseOf, warcRecord } from './fetch/archive/invented-archive.ts'

/** What a process does that asks somebody (node:async_hooks): names looked up, connections. */
const asking = new Set(['GETADDRINFOREQWRAP', 'GETNAMEINFOREQWRAP', 'QUERYWRAP', 'TCPCONNECTWRAP', 'UDPSENDWRAP'])
let asked: string[] = []
const hook = createHook({
  init: (_id, type) => {
    if (asking.has(type)) asked.push(type)
  },
})

/** Listens, and is nobody's business: the proxy of the crawl, and the host of an address that the archive doesn't have. */
let canary: Server
let heard = 0
let port = 0
const benches: Workbench[] = []
const folders: (() => void)[] = []

beforeAll(async () => {
  canary = createServer(socket => {
    heard += 1
    socket.destroy()
  })
  await new Promise<void>(resolve => canary.listen(0, '127.0.0.1', resolve))
  port = (canary.address() as AddressInfo).port
})
beforeEach(() => {
  heard = 0
  asked = []
  hook.enable()
})
afterEach(() => {
  hook.disable()
  for (const remove of [...folders.splice(0), ...benches.splice(0).map(bench => bench.remove)]) remove()
})
afterAll(() => canary.close())

function bench(rows: readonly string[]): Workbench {
  const made = setUpCrawl(`http://127.0.0.1:${port}`, rows)
  benches.push(made)
  return made
}

function archive(files: Readonly<Record<string, Buffer>>): string {
  const { folder, remove } = archiveFolder(files)
  folders.push(remove)
  return folder
}

const site = 'http://site.example'
const everything: Partial<CrawlOptions> = {
  render: 'always',
  resolve: 'all',
  sitemaps: true,
  allowPrivate: true,
  depth: 5,
}

/** See warcRecord. */
const recordedAt = Date.UTC(2020, 0, 1)

describe('--from-archive', () => {
  it('asks nobody, whatever is missing: pages, robots.txt, where redirects and short addresses lead, forms that need a browser', async () => {
    const home = linking(
      '/p1',
      '/p2',
      '/moved',
      '/gone',
      'http://bit.ly/abc',
      'http://other.example/',
      `http://127.0.0.1:${port}/`,
    )
    const folder = archive({
      'a.warc': Buffer.concat([
        responseOf(`${site}/`, home),
        responseOf(
          `${site}/p1`,
          `<!doctype html><div id="root"></div><script src="http://127.0.0.1:${port}/a.js"></script>`,
        ),
        warcRecord('response', `${site}/moved`, httpBlock('', ['Location: /not-there'], 'HTTP/1.1 302 Found')),
        warcRecord('response', `${site}/gone`, httpBlock('', ['Retry-After: 86400'], 'HTTP/1.1 503 Busy')),
      ]),
    })
    for (const proxy of [`http://127.0.0.1:${port}`, undefined]) {
      const { crawl, states, links, said, query, pages } = bench([`${site}/`, `http://127.0.0.1:${port}/`])
      const options = { ...everything, proxy, fromArchive: folder }
      expect(await crawl(options)).toBe('done')
      expect(states()).toEqual({
        [`${site}/`]: 'fetched',
        [`${site}/p1`]: 'fetched',
        [`${site}/p2`]: 'failed not-archived',
        [`${site}/moved`]: 'redirected',
        [`${site}/not-there`]: 'failed not-archived',
        [`${site}/gone`]: 'failed http-503',
        [`http://127.0.0.1:${port}/`]: 'failed not-archived',
      })
      expect(links()).toContain(`${site}/ > http://other.example/`)
      // What is not there is dated by the last capture, so that the same archive gives the same tables at any time.
      expect(query(`SELECT DISTINCT at FROM visit WHERE failure = 'not-archived'`)).toEqual([{ at: recordedAt }])
      expect(said()).toContain(`${folder}: 4 records read (4 response), 0 skipped\n`)
      // A second call has nothing to do, and a new wave asks nobody either.
      expect(await crawl(options)).toBe('nothing-to-do')
      expect(await crawl({ ...options, again: 'second' })).toBe('done')
      expect(pages().filter(({ state }) => state === 'fetched')).toHaveLength(2)
      // What an archive says gives no leave to visit the site.
      expect(query('SELECT 1 FROM robots')).toEqual([])
    }
    expect([heard, asked]).toEqual([0, []])
  })

  it('goes on where a call stopped, and leaves what is known of hosts as it is', async () => {
    const { crawl, states, query } = bench([`${site}/`])
    const folder = archive({ 'a.warc.gz': gzipSync(responseOf(`${site}/`, linking('/p1'))) })
    await crawl({ fromArchive: folder, depth: 0 })
    hook.disable()
    const hosts = query('SELECT * FROM host')
    hook.enable()
    expect(await crawl({ fromArchive: folder, depth: 1 })).toBe('done')
    expect(states()).toEqual({ [`${site}/`]: 'fetched', [`${site}/p1`]: 'failed not-archived' })
    expect(query('SELECT * FROM host')).toEqual(hosts)
    expect([heard, asked]).toEqual([0, []])
  })

  it('obeys the robots.txt of then, and follows links of pages recorded under another spelling from there', async () => {
    const robots = Buffer.from('User-agent: *\nDisallow: /private\n')
    const { crawl, states } = bench([`${site}/folder`])
    const folder = archive({
      'a.warc': Buffer.concat([
        warcRecord(
          'response',
          `${site}/robots.txt`,
          Buffer.concat([Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n'), robots]),
        ),
        responseOf(`${site}/folder/`, linking('page.html', '/private')),
        responseOf(`${site}/folder/page.html`, linking('http://other.example/')),
        responseOf(`${site}/private`, linking('http://other.example/')),
      ]),
    })
    await crawl({ fromArchive: folder })
    expect(states()).toEqual({
      [`${site}/folder`]: 'fetched',
      [`${site}/folder/page.html`]: 'fetched',
      [`${site}/private`]: 'excluded robots',
    })
    expect(asked).toEqual([])
  })

  it('is refused before anything is stored when nothing is there to be read', async () => {
    const { crawl, corpus } = bench([`${site}/`])
    const empty = mkdtempSync(join(tmpdir(), 'toile-empty-'))
    folders.push(() => rmSync(empty, { recursive: true }))
    await expect(crawl({ fromArchive: empty })).rejects.toThrow(Mistake)
    await expect(crawl({ fromArchive: `${empty}/none` })).rejects.toThrow(/expected a folder of WARC files/)
    expect(existsSync(corpus)).toBe(false)
  })
})
