import { describe, expect, it } from 'vitest'
import { linking, paths } from './crawl-web.ts'
import { openCrawl } from './open-web.ts'

describe('bounds', () => {
  it('cut traps, by the name of their rule', async () => {
    const { bench } = await openCrawl(
      {
        'a.example': {
          '/': linking('/blog/', '/page?sid=0A1B2C3D4E5F60718293A4B5', '/other?sid=FFEEDDCCBBAA00112233AABB'),
          '*': (request, response) => {
            const path = new URL(request.url!, 'http://a.example').pathname
            response.writeHead(200, { 'content-type': 'text/html' }).end(`<a href="${path}blog/">deeper</a>`)
          },
        },
      },
      ['http://a.example/'],
    )
    await bench.crawl({ depth: 50 })
    expect(bench.pages().map(({ url, state, cause, detail }) => [url, state, cause, detail])).toEqual([
      ['http://a.example/', 'fetched', '', ''],
      ['http://a.example/blog/', 'fetched', '', ''],
      ['http://a.example/blog/blog/', 'fetched', '', ''],
      ['http://a.example/blog/blog/blog/', 'excluded', 'trap', 'repeated-segments'],
      ['http://a.example/other?sid=FFEEDDCCBBAA00112233AABB', 'excluded', 'trap', 'session-id'],
      ['http://a.example/page?sid=0A1B2C3D4E5F60718293A4B5', 'excluded', 'trap', 'session-id'],
    ])
  })

  it('end an entity that takes more than its time', async () => {
    const { bench } = await openCrawl(
      { 'slow.example': { '/': linking(...paths(40)), '*': '' }, 'b.example': { '/': linking(...paths(5)), '*': '' } },
      ['http://slow.example/', 'http://b.example/'],
      { 'slow.example': 30 },
    )
    await bench.crawl({ maxHours: 0.4 / 3600 })
    const causes = bench.pages().filter(page => page.state === 'excluded')
    expect(causes.length).toBeGreaterThan(20)
    expect(new Set(causes.map(({ entity, cause, detail }) => `${entity} ${cause} ${detail}`))).toEqual(
      new Set(['slow.example trap time-limit']),
    )
  })

  it('keep redirects, links and start pages from private addresses', async () => {
    const { web, bench } = await openCrawl(
      {
        'a.example': {
          '/': linking('http://169.254.169.254/latest', 'http://localhost/x', '/to-metadata', '/to-hex'),
          '/to-metadata': { status: 302, headers: { location: 'http://169.254.169.254/latest/meta-data/' } },
          '/to-hex': { status: 302, headers: { location: 'http://0x7f.1/' } },
        },
      },
      ['http://a.example/', 'http://127.0.0.1:9/', 'http://intranet.local/'],
    )
    await bench.crawl()
    expect(bench.states()).toEqual({
      'http://127.0.0.1:9/': 'excluded private',
      'http://a.example/': 'fetched',
      'http://a.example/to-hex': 'excluded private',
      'http://a.example/to-metadata': 'excluded private',
      'http://intranet.local/': 'excluded private',
    })
    expect(web.requests.every(one => one.host === 'a.example')).toBe(true)
    expect(bench.query('SELECT private_links AS n FROM visit WHERE private_links > 0')).toEqual([{ n: 2 }])
  })
})
