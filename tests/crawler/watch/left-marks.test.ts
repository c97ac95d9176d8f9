import { existsSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { linking, plainText, type Workbench } from '../crawl-web.ts'
import { openCrawl } from '../open-web.ts'

const facts = { startedAt: 1000, durationMs: 20, bytesWire: 9, ip: null, status: 200, contentType: 'text/html' }

/** What a process leaves beside the corpus when it ends in the midst of a reading: 'h' by its watchdog, 'r' otherwise. */
function leave(bench: Workbench, letter: 'h' | 'r' | ' ', url: string): void {
  const mark = { url, waveId: 1, facts: { ...facts, archived: { file: `${bench.folder}/warc/a.warc.gz`, offset: 42 } } }
  writeFileSync(`${bench.corpus}-crawl.reading`, `${letter}${JSON.stringify(mark)}\nrest of a longer one`)
}

const site = {
  '/': linking('/good', '/bad'),
  '/good': linking('/more'),
  '/more': linking(),
  '/bad': linking('/deeper'),
}
const bad = 'http://a.example/bad'
const open = () => openCrawl({ 'a.example': site }, ['http://a.example/'])
const count = (requests: readonly { readonly path: string }[], path: string): number =>
  requests.filter(request => request.path === path).length

describe('a page at which a process ended', () => {
  it('by its watchdog is unreadable in this wave, with its bytes in the archive, and is not asked again', async () => {
    const { web, bench } = await open()
    leave(bench, 'h', bad)
    await bench.crawl()
    expect(bench.states()).toMatchObject({ [bad]: 'failed unreadable', 'http://a.example/more': 'fetched' })
    expect(count(web.requests, '/bad')).toBe(0)
    expect(bench.query(`SELECT http_status, failure, at, archive FROM visit WHERE failure <> ''`)).toEqual([
      { http_status: 200, failure: 'unreadable', at: 1000, archive: 'warc/a.warc.gz:42' },
    ])
    expect(existsSync(`${bench.corpus}-crawl.reading`)).toBe(false)
  })

  it('by its watchdog is asked again in the next wave, and read when it can be', async () => {
    const { web, bench } = await open()
    leave(bench, 'h', bad)
    await bench.crawl()
    await bench.crawl({ again: 'next' })
    expect(bench.states()).toMatchObject({ [bad]: 'fetched', 'http://a.example/deeper': 'failed http-404' })
    expect(count(web.requests, '/bad')).toBe(1)
  })

  it('by a kill is asked again and read like any other', async () => {
    const { bench } = await open()
    leave(bench, 'r', bad)
    await bench.crawl()
    expect(bench.states()).toMatchObject({ [bad]: 'fetched' })
  })

  it('ten times in a row is unreadable; a page read in between begins anew', async () => {
    const { bench } = await open()
    const dieAt = async (url: string): Promise<void> => {
      leave(bench, 'r', url)
      await bench.crawl({ depth: 0 })
    }
    for (let death = 1; death <= 10; death += 1) await dieAt(bad)
    for (let death = 1; death <= 9; death += 1) await dieAt('http://a.example/')
    await bench.crawl()
    expect(bench.states()).toMatchObject({ [bad]: 'failed unreadable', 'http://a.example/': 'fetched' })
  })

  it('when nothing was being read makes no difference', async () => {
    const { bench } = await open()
    leave(bench, ' ', bad)
    await bench.crawl()
    expect(bench.states()).toMatchObject({ [bad]: 'fetched' })
  })
})

describe('what is asked beside pages, at which a process hung', () => {
  it('a robots.txt forbids its host, as one that cannot be reached', async () => {
    const { web, bench } = await openCrawl({ 'a.example': { ...site, '/robots.txt': plainText('') } }, [
      'http://a.example/',
    ])
    leave(bench, 'h', 'http://a.example/robots.txt')
    await bench.crawl()
    expect(bench.states()).toEqual({ 'http://a.example/': 'excluded robots-unreachable' })
    expect(web.requests).toEqual([])
  })

  it('a sitemap is left out, with the cause', async () => {
    const { bench } = await open()
    leave(bench, 'h', 'http://a.example/sitemap.xml')
    await bench.crawl({ sitemaps: true })
    expect(bench.query('SELECT files FROM sitemap')).toEqual([
      { files: JSON.stringify([['http://a.example/sitemap.xml', 'unreadable']]) },
    ])
    expect(bench.states()).toMatchObject({ 'http://a.example/': 'fetched' })
  })
})
