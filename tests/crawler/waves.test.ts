import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { Hosts } from '../webs/serve-web.ts'
import { linking } from './crawl-web.ts'
import { inventWeb, seedsOf } from './invented-web.ts'
import { openWeb } from './open-web.ts'

describe('a new wave', () => {
  it('visits the scope anew, asks only whether pages changed, and doubles nothing', async () => {
    let second = false
    const etag =
      (body: string): Hosts[string][string] =>
      (request, response) => {
        if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end()
        else response.writeHead(200, { 'content-type': 'text/html', etag: '"1"' }).end(body)
      }
    const { benchOf } = await openWeb({
      'a.example': {
        '/': etag(linking('/same', '/new', 'http://b.example/')),
        '/same': linking('http://b.example/x'),
        '/new': (_request, response) =>
          void response
            .writeHead(200, { 'content-type': 'text/html' })
            .end(linking(...(second ? ['http://c.example/'] : ['http://b.example/y']))),
      },
    })
    const bench = benchOf(['http://a.example/'])
    await bench.crawl({ depth: 1 })
    second = true
    expect(await bench.crawl({ depth: 1, again: 'later' })).toBe('done')
    expect(bench.links()).toEqual([
      'http://a.example/ > http://b.example/',
      'http://a.example/new > http://b.example/y',
      'http://a.example/new > http://c.example/',
      'http://a.example/same > http://b.example/x',
    ])
    const seen = bench.query<{ url: string; first: number; last: number }>(
      `SELECT target.url, f.wave_id AS first, l.wave_id AS last FROM link JOIN page target ON target.id = target_id
         JOIN visit f ON f.id = first_visit JOIN visit l ON l.id = last_visit WHERE source_entity <> target_entity ORDER BY target.url`,
    )
    expect(seen).toEqual([
      { url: 'http://b.example/', first: 1, last: 2 },
      { url: 'http://b.example/x', first: 1, last: 2 },
      { url: 'http://b.example/y', first: 1, last: 1 },
      { url: 'http://c.example/', first: 2, last: 2 },
    ])
    expect(bench.query('SELECT http_status AS s, title FROM visit WHERE wave_id = 2 ORDER BY page_id')).toEqual([
      { s: 304, title: 'A page' },
      { s: 200, title: 'A page' },
      { s: 200, title: 'A page' },
    ])
    expect(await bench.crawl({ depth: 1, again: 'later' })).toBe('nothing-to-do')
    await expect(bench.crawl({ again: 'first' })).rejects.toThrow(/expected a new label/)
  })

  it('learns that redirects have changed', async () => {
    let second = false
    const to =
      (location: () => string): Hosts[string][string] =>
      (_request, response) => {
        const target = location()
        if (target === '') response.writeHead(200, { 'content-type': 'text/html' }).end(linking('/'))
        else response.writeHead(302, { location: target }).end()
      }
    const { benchOf } = await openWeb({
      'a.example': {
        '/': linking('/one', '/two', '/swap'),
        '/one': to(() => '/two'),
        '/two': to(() => (second ? '' : 'http://b.example/')),
        '/swap': to(() => (second ? 'http://c.example/' : 'http://b.example/')),
      },
    })
    const bench = benchOf(['http://a.example/'])
    const leads = () => Object.fromEntries(bench.pages().map(page => [page.url.slice(16), page.leadsTo]))
    await bench.crawl({ depth: 1 })
    expect(leads()).toEqual({
      '/': null,
      '/one': 'http://b.example/',
      '/swap': 'http://b.example/',
      '/two': 'http://b.example/',
    })
    second = true
    await bench.crawl({ depth: 1, again: 'later' })
    expect(leads()).toEqual({ '/': null, '/one': 'http://a.example/two', '/swap': 'http://c.example/', '/two': null })
    expect(bench.states()).toMatchObject({ 'http://a.example/one': 'redirected', 'http://a.example/two': 'fetched' })
  })

  it('is refused while the one before has not ended', async () => {
    const { web, benchOf } = await openWeb(inventWeb(1, 20), { 's0.example': 20 })
    const bench = benchOf(seedsOf(1))
    const stop = new AbortController()
    const stopped = bench.crawl({ delay: 0.05 }, { stop: stop.signal })
    while (web.requests.length < 3) await pause(5)
    stop.abort()
    await expect(stopped).rejects.toThrow('by the user')
    await expect(bench.crawl({ again: 'later' })).rejects.toThrow(/has not ended/)
  })
})
