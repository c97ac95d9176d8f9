import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { type Hosts, type ServedWeb, serveWeb } from '../webs/serve-web.ts'
import { linking, setUpCrawl, type Workbench } from './crawl-web.ts'
import { startToile } from './start-toile.ts'

let web: ServedWeb
let bench: Workbench

async function open(hosts: Hosts, seeds: readonly string[], delayMs: Record<string, number> = {}): Promise<void> {
  web = await serveWeb(hosts, { delayMs })
  bench = setUpCrawl(web.proxy, seeds)
}

afterEach(async () => {
  bench.remove()
  await web.close()
})

const crawlArguments = (...more: readonly string[]): string[] => {
  const where = ['crawl', join(bench.folder, 'seeds.csv'), '--corpus', bench.corpus, '--proxy', web.proxy]
  return [...where, '--contact', 'test@toile.example', '--delay', '0', ...more]
}

const small: Hosts = {
  'a.example': {
    '/': linking('/1', '/gone', 'http://b.example/', 'http://192.168.0.1/'),
    '/1': '',
    '/gone': { status: 404 },
  },
}

interface StatusLine {
  readonly pages: Record<string, number>
  readonly causes: readonly unknown[]
  readonly links: Record<string, number>
  readonly crawled: Record<string, number>
  readonly entities: Record<string, number>
  readonly run: { readonly outcome: string }
  readonly suspicious: readonly { readonly sign: string }[]
}

describe('crawl', () => {
  it('--json: its standard output is one JSON line that says where the crawl stands', async () => {
    await open(small, ['http://a.example/'])
    const { code, out } = await startToile(crawlArguments('--json')).ended
    expect(code).toBe(0)
    const status = JSON.parse(out) as StatusLine
    expect(status.pages).toEqual({ fetched: 2, redirected: 0, failed: 1, excluded: 0, pending: 0 })
    expect(status.causes).toEqual([{ state: 'failed', cause: 'http-404', detail: '', pages: 1 }])
    expect(status.links).toEqual({ all: 3, betweenEntities: 1, private: 1 })
    expect(status.entities).toEqual({ IN: 1, OUT: 0, UNDECIDED: 0, DISCOVERED: 1 })
    expect(status.run.outcome).toBe('done')
  })

  it('takes the contact from TOILE_CONTACT, and names itself with it', async () => {
    await open(small, ['http://a.example/'])
    const args = crawlArguments().filter(word => word !== '--contact' && word !== 'test@toile.example')
    const { code } = await startToile(args, { TOILE_CONTACT: 'https://study.example/' }).ended
    expect(code).toBe(0)
    expect(web.requests[0]!.headers['user-agent']).toMatch(/^Toile\/\S+ \(\+https:\/\/study\.example\/\)$/)
  })

  it('writes its log beside the corpus, one JSON object a line', async () => {
    await open(small, ['http://a.example/'])
    await startToile(crawlArguments()).ended
    const lines = readFileSync(`${bench.corpus}.log`, 'utf8').trim().split('\n')
    const events = lines.map(line => JSON.parse(line) as { msg: string; url?: string; slug?: string })
    expect(events.map(event => event.msg)).toEqual(['begin', 'visit', 'visit', 'visit', 'end'])
    expect(events[3]).toMatchObject({ url: 'http://a.example/gone', slug: 'http-404', status: 404 })
  })

  it('without a browser goes on with static forms, counts the pages that need one, and says how to get one', async () => {
    await open(
      { 'a.example': { '/': '<!doctype html><title>App</title><div id="root"></div><script src="/app.js"></script>' } },
      ['http://a.example/'],
    )
    const { code, out } = await startToile(crawlArguments(), { TOILE_CHROMIUM: '/nowhere/chromium' }).ended
    expect(code).toBe(0)
    expect(out).toContain('1 of 1 pages are built by scripts')
    expect(out).toContain('No Chromium was found')
    const later = await startToile(['status', '--corpus', bench.corpus]).ended
    expect(later.out).toContain('1 pages need a browser')
  })

  it('shows where it stands every few seconds on standard error', async () => {
    const paths = Array.from({ length: 40 }, (_, index) => `/${index}`)
    await open({ 'a.example': { '/': linking(...paths), '*': '' } }, ['http://a.example/'], { 'a.example': 160 })
    const { out, err } = await startToile(crawlArguments()).ended
    expect(err).toMatch(
      /^\d+ s {2}\d+ pages \([\d.]+\/s\), \d+ links, 1 requests? under way; entities: 0 done, 1 left; at least \d+ s to go/m,
    )
    expect(out).toContain('fetched 41')
  })
})

describe('status', () => {
  it('says from another terminal how a crawl at work goes', async () => {
    const paths = Array.from({ length: 60 }, (_, index) => `/${index}`)
    await open(
      { 'a.example': { '/': linking(...paths), '*': '' }, 'b.example': { '*': '' } },
      ['http://a.example/', 'http://b.example/'],
      { 'a.example': 1500 },
    )
    const { child, ended } = startToile(crawlArguments())
    while (web.requests.length < 5) await pause(5)
    const { code, out } = await startToile(['status', '--corpus', bench.corpus]).ended
    child.kill('SIGKILL')
    await ended
    expect(code).toBe(0)
    expect(out).toMatch(/A crawl is at work since .* \(process \d+\)/)
    expect(out).toMatch(/crawled +1 done, 1 running, 0 waiting/)
    expect(out).toMatch(/pending [1-9]\d*/)
    expect(out).toMatch(/a\.example +\d+ pages/)
    expect(out).not.toContain('Next:')
  })

  it('of what is no corpus ends with 1 and one sentence', async () => {
    await open({}, [])
    const { code, err } = await startToile(['status', '--corpus', join(bench.folder, 'seeds.csv')]).ended
    expect(code).toBe(1)
    expect(err.trim().split('\n')).toHaveLength(1)
  })
})
