import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fetchSitemaps } from '#crawler/fetch/sitemap/fetch-sitemaps.ts'
import { readSitemap } from '#crawler/fetch/sitemap/read-sitemap.ts'
import { createClient } from '#crawler/fetch/create-client.ts'
import { buildIdentity } from '#crawler/fetch/identity.ts'
import { serveWeb } from '#tests/webs/serve-web.ts'

const urlset = (...locations: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  ${locations.map(at => `<url><loc>${at}</loc><lastmod>2012-05-06</lastmod></url>`).join('\n')}</urlset>`
const index = (...locations: string[]) =>
  `<sitemapindex>${locations.map(at => `<sitemap><loc>\n ${at} </loc></sitemap>`).join('')}</sitemapindex>`
const read = (text: string) => readSitemap(Buffer.from(text))

describe('readSitemap(body)', () => {
  it.each([
    ['pages', urlset('http://a.example/1', 'http://a.example/2'), ['http://a.example/1', 'http://a.example/2'], []],
    ['escaped ampersands', urlset('http://a.example/?x=1&amp;y=2'), ['http://a.example/?x=1&y=2'], []],
    ['CDATA', urlset('<![CDATA[http://a.example/?x=1&y=2]]>'), ['http://a.example/?x=1&y=2'], []],
    ['an index', index('http://a.example/s1.xml'), [], ['http://a.example/s1.xml']],
    [
      'a prefixed namespace',
      '<s:urlset><s:url><s:loc>http://a.example/p</s:loc></s:url></s:urlset>',
      ['http://a.example/p'],
      [],
    ],
    [
      'no image',
      '<urlset><url><loc>http://a.example/p</loc><image:image><image:loc>http://a.example/i.png</image:loc></image:image></url></urlset>',
      ['http://a.example/p'],
      [],
    ],
    [
      'plain text',
      'http://a.example/1\r\nhttp://a.example/2\r\nrubbish\n',
      ['http://a.example/1', 'http://a.example/2'],
      [],
    ],
    ['a byte order mark', `\ufeff${urlset('http://a.example/1')}`, ['http://a.example/1'], []],
    ['doubles once', urlset('http://a.example/1', 'http://a.example/1#x'), ['http://a.example/1'], []],
    ['only web addresses', urlset('ftp://a.example/1', 'javascript:alert(1)', '/relative'), [], []],
    [
      'a file that ends in the middle',
      '<urlset><url><loc>http://a.example/1</loc></url><url><loc>http://a.exa',
      ['http://a.example/1', 'http://a.exa/'],
      [],
    ],
    ['nothing in a page', '<!doctype html><title>404</title><p>http://a.example/</p>', [], []],
    ['nothing in nothing', '', [], []],
  ])('reads %s', (_title, text, pages, sitemaps) => {
    expect(read(text)).toEqual({ pages, sitemaps })
  })

  it('reads gzip, and nothing of a bomb or of rubbish that begins as gzip', () => {
    expect(readSitemap(gzipSync(urlset('http://a.example/1'))).pages).toEqual(['http://a.example/1'])
    expect(readSitemap(gzipSync(Buffer.alloc(200_000_000, 0x20))).pages).toEqual([])
    expect(readSitemap(Buffer.from([0x1f, 0x8b, 1, 2, 3])).pages).toEqual([])
  })

  it('takes 50,000 addresses and no more, expanding no entities of its own', () => {
    const many = Array.from({ length: 60_000 }, (_, at) => `http://a.example/${at}`)
    expect(read(urlset(...many)).pages).toHaveLength(50_000)
    expect(read(many.join('\n')).pages).toHaveLength(50_000)
    const laughs = `<!DOCTYPE x [<!ENTITY a "http://a.example/">]>${urlset('&a;')}`
    expect(read(laughs).pages).toEqual([])
  })

  it('stops reading where elements stand in each other without end', () => {
    const [before, after] = [urlset('http://a.example/1'), urlset('http://a.example/2')]
    expect(read(`${before}${'<a>'.repeat(3_000_000)}${after}`).pages).toEqual(['http://a.example/1'])
    expect(read(`${before}${'<a></a>'.repeat(1000)}${after}`).pages).toHaveLength(2)
  })

  it('never throws, whatever the bytes', () => {
    const part = fc.constantFrom(
      '<',
      '>',
      '/',
      'loc',
      'url',
      'sitemap',
      '&',
      ';',
      'http://a.example/',
      '<![CDATA[',
      ']]>',
      '<!--',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), parts => {
        expect(Array.isArray(read(parts.join('')).pages)).toBe(true)
      }),
    )
  })
})

describe('fetchSitemaps(client, origin, named)', () => {
  const xml = { 'content-type': 'application/xml' }
  const web = () =>
    serveWeb({
      'a.example': {
        '/sitemap.xml': { headers: xml, body: urlset('http://a.example/1') },
        '/index.xml': {
          headers: xml,
          body: index('http://a.example/s1.xml.gz', 'http://a.example/moved.xml', 'http://127.0.0.1/s.xml'),
        },
        '/s1.xml.gz': {
          headers: { 'content-type': 'application/gzip' },
          body: gzipSync(urlset('http://a.example/p1')),
        },
        '/moved.xml': { status: 301, headers: { location: '/s2.xml' } },
        '/s2.xml': { headers: xml, body: urlset('http://a.example/p2', 'http://b.example/p3') },
        '/loop.xml': { headers: xml, body: index('http://a.example/loop.xml') },
      },
    })

  async function find(named: readonly string[], maxFiles = 50) {
    const served = await web()
    const client = createClient({ identity: buildIdentity('crawl@study.example'), proxy: served.proxy })
    const found = await fetchSitemaps(client, 'http://a.example/', named, { maxFiles })
    await client.close()
    await served.close()
    return found
  }

  it('asks for /sitemap.xml when robots.txt names none', async () => {
    expect(await find([])).toEqual({
      pages: ['http://a.example/1'],
      files: [['http://a.example/sitemap.xml', 'http-200']],
    })
  })

  it('follows an index and redirects, unpacks gzip, and never asks a private address', async () => {
    const { pages, files } = await find(['/index.xml'])
    expect(pages).toEqual(['http://a.example/p1', 'http://a.example/p2', 'http://b.example/p3'])
    expect(files.map(([url, what]) => `${url} ${what}`)).toEqual([
      'http://a.example/index.xml http-200',
      'http://a.example/s1.xml.gz http-200',
      'http://a.example/moved.xml http-301',
      'http://a.example/s2.xml http-200',
    ])
  })

  it('asks for a file once, and for no more files than it may', async () => {
    expect((await find(['/loop.xml', '/none.xml'])).files.map(([, what]) => what)).toEqual(['http-200', 'http-404'])
    expect((await find(['/index.xml'], 2)).files).toHaveLength(2)
  })
})
