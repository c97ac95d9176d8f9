import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Hosts } from '../webs/serve-web.ts'
import { linking, plainText, paths } from './crawl-web.ts'
import { openCrawl, openWeb } from './open-web.ts'
import { startToile } from './start-toile.ts'

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
    const { bench } = await openCrawl(small, ['http://a.example/'])
    const { code, out } = await startToile(bench.command('--delay', '0', '--json')).ended
    expect(code).toBe(0)
    const status = JSON.parse(out) as StatusLine
    expect(status.pages).toEqual({ fetched: 2, redirected: 0, failed: 1, excluded: 0, pending: 0 })
    expect(status.causes).toEqual([{ state: 'failed', cause: 'http-404', detail: '', pages: 1 }])
    expect(status.links).toEqual({ all: 3, betweenEntities: 1, private: 1 })
    expect(status.entities).toEqual({ IN: 1, OUT: 0, UNDECIDED: 0, DISCOVERED: 1 })
    expect(status.run.outcome).toBe('done')
  })

  it('takes the contact from TOILE_CONTACT, and names itself with it', async () => {
    const { web, bench } = await openCrawl(small, ['http://a.example/'])
    const args = bench.command('--delay', '0').filter(word => word !== '--contact' && word !== 'test@toile.example')
    const { code } = await startToile(args, { TOILE_CONTACT: 'https://study.example/' }).ended
    expect(code).toBe(0)
    expect(web.requests[0]!.headers['user-agent']).toMatch(/^Toile\/\S+ \(\+https:\/\/study\.example\/\)$/)
  })

  it('writes its log beside the corpus, one JSON object a line', async () => {
    const { bench } = await openCrawl(small, ['http://a.example/'])
    await startToile(bench.command('--delay', '0')).ended
    const lines = readFileSync(`${bench.corpus}.log`, 'utf8').trim().split('\n')
    const events = lines.map(line => JSON.parse(line) as { msg: string; url?: string; slug?: string })
    expect(events.map(event => event.msg)).toEqual(['begin', 'visit', 'visit', 'visit', 'end'])
    expect(events[3]).toMatchObject({ url: 'http://a.example/gone', slug: 'http-404', status: 404 })
  })

  it('without a browser goes on with static forms, counts the pages that need one, and says how to get one', async () => {
    const { bench } = await openCrawl(
      { 'a.example': { '/': '<!doctype html><title>App</title><div id="root"></div><script src="/app.js"></script>' } },
      ['http://a.example/'],
    )
    const { code, out } = await startToile(bench.command('--delay', '0'), { TOILE_CHROMIUM: '/nowhere/chromium' }).ended
    expect(code).toBe(0)
    expect(out).toContain('1 of 1 pages are built by scripts')
    expect(out).toContain('No Chromium was found')
    const later = await startToile(['status', '--corpus', bench.corpus]).ended
    expect(later.out).toContain('1 page needs a browser')
  })

  it('shows where it stands every few seconds on standard error', async () => {
    const { bench } = await openCrawl({ 'a.example': { '/': linking(...paths(40)), '*': '' } }, ['http://a.example/'], {
      'a.example': 160,
    })
    const { out, err } = await startToile(bench.command('--delay', '0')).ended
    // The moment may fall between two answers: of one host, one request or none is under way.
    expect(err).toMatch(
      /^\d+ s {2}\d+ pages \([\d.]+\/s\), \d+ links, [01] requests? under way; entities: 0 done, 1 left; at least \d+ s to go/m,
    )
    expect(out).toContain('fetched 41')
  })
})

describe('status', () => {
  it('says from another terminal how a crawl at work goes', async () => {
    const { web, bench } = await openCrawl(
      { 'a.example': { '/': linking(...paths(60)), '*': '' }, 'b.example': { '*': '' } },
      ['http://a.example/', 'http://b.example/'],
      { 'a.example': 1500 },
    )
    const { child, ended } = startToile(bench.command('--delay', '0'))
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

  it('says what was left out of sitemaps, and what to do about sites that want to be read slowly', async () => {
    const map = gzipSync('http://a.example/1\n').subarray(0, -9)
    const slow = { '/robots.txt': plainText('User-agent: *\nCrawl-delay: 600'), '*': '' }
    const { bench } = await openCrawl(
      { 'a.example': { '/': '', '/1': '', '/sitemap.xml': { body: map } }, 'slow.example': slow },
      ['http://a.example/', 'http://slow.example/'],
    )
    await bench.crawl({ sitemaps: true })
    const { out } = await startToile(['status', '--corpus', bench.corpus]).ended
    expect(out).toMatch(/Sitemaps not read whole:\nhttp:\/\/a\.example\/sitemap\.xml +it ends before its end/)
    expect(out).toContain('crawl-delay')
    expect(out).toMatch(/^- .*more than two minutes.*\(--from-archive\)\.$/m)
  })

  it('of what is no corpus ends with 1 and one sentence', async () => {
    const { bench } = await openCrawl({}, [])
    const { code, err } = await startToile(['status', '--corpus', join(bench.folder, 'seeds.csv')]).ended
    expect(code).toBe(1)
    expect(err.trim().split('\n')).toHaveLength(1)
  })
})

describe('a mistake in the call', () => {
  it.each([
    ['no contact', [], { TOILE_CONTACT: '' }, /contact.*expected/s],
    ['a contact that reaches nobody', ['--contact', 'me'], {}, /--contact: 'me' was found/],
    ['an unknown option', ['--contact', 'a@b.example', '--fast'], {}, /unknown option/],
    ['a depth that is no number', ['--contact', 'a@b.example', '--depth', 'two'], {}, /whole number/],
    ['a wave of nothing', ['--contact', 'a@b.example', '--again', 'later'], {}, /expected a first crawl/],
  ])('(%s) ends with 2, says what was expected, and writes nothing', async (_what, args, env, message) => {
    const { web, benchOf } = await openWeb({ 'a.example': { '*': '' } })
    const bench = benchOf(['http://a.example/'])
    const file = join(bench.folder, 'seeds.csv')
    const { code, err } = await startToile(
      ['crawl', file, '--corpus', bench.corpus, '--proxy', web.proxy, ...args],
      env,
    ).ended
    expect(err).toMatch(message)
    expect(code).toBe(2)
    expect(existsSync(bench.corpus)).toBe(false)
    expect(web.requests).toEqual([])
  })

  it('in the seed list names file and line', async () => {
    const { benchOf } = await openWeb({})
    const bench = benchOf(['http://a.example/', 'htp://b.example'])
    const { code, err } = await startToile(bench.command()).ended
    expect(code).toBe(2)
    expect(err).toContain('seeds.csv:3:')
    expect(existsSync(bench.corpus)).toBe(false)
  })
})
