import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fetchSitemaps } from '#crawler/fetch/sitemap/fetch-sitemaps.ts'
import { readSitemap } from '#crawler/fetch/sitemap/read-sitemap.ts'
import type { Url } from '#data/url/brand.ts'
import { createClient } from '#crawler/fetch/create-client.ts'
import { buildIdentity } from '#crawler/fetch/identity.ts'
import { serveWeb } from '#tests/webs/serve-web.ts'

const urlset = (...locations: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  ${locations.map(at => `<url><loc>${at}</loc><lastmod>2012-05-06</lastmod></url>`).join('\n')}</urlset>`
const index = (...locations: string[]) =>
  `<sitemapindex>${locations.map(at => `<sitemap><loc>\n ${at} </loc></sitemap>`).join('')}</sitemapindex>`
const base = 'http://a.example/maps/sitemap.xml' as Url
const read = (text: string | Uint8Array) => readSitemap(Buffer.from(text as string), { base })

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
    ['only web addresses', urlset('ftp://a.example/1', 'javascript:alert(1)', ' ', 'http://127.0.0.1/'), [], []],
    [
      'relative addresses, to the file',
      urlset('/1', '2', '../3', '//b.example/4', '?5'),
      [
        'http://a.example/1',
        'http://a.example/maps/2',
        'http://a.example/3',
        'http://b.example/4',
        'http://a.example/maps/sitemap.xml?5',
      ],
      [],
    ],
    [
      'relative files of an index',
      index('s1.xml', '/s2.xml.gz'),
      [],
      ['http://a.example/maps/s1.xml', 'http://a.example/s2.xml.gz'],
    ],
    [
      'RSS 2.0: items, not the channel’s own address, images or comments',
      `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>x</title><link>http://a.example/home</link>
       <atom:link href="http://a.example/feed" rel="self"/><image><link>http://a.example/i</link></image>
       <item><title>1</title><link> http://a.example/1?x=1&amp;y=2
       </link><comments>http://a.example/c</comments><guid>http://a.example/?p=1</guid></item>
       <item><link><![CDATA[http://a.example/2]]></link><atom:link rel="replies" href="/r"/></item></channel></rss>`,
      ['http://a.example/1?x=1&y=2', 'http://a.example/2'],
      [],
    ],
    [
      'RSS 1.0',
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><link>http://a.example/</link></channel>
       <item rdf:about="http://a.example/1"><link>http://a.example/1</link></item></rdf:RDF>`,
      ['http://a.example/1'],
      [],
    ],
    [
      'Atom: an entry’s alternate, with rel or without',
      `<feed xmlns="http://www.w3.org/2005/Atom"><link href="http://a.example/"/><link rel="self" href="/atom"/>
       <entry><link href="/1"/><link rel="edit" href="/e"/><link rel="enclosure" href="/e.mp3"/></entry>
       <entry><link rel="alternate" type="text/html" href="http://a.example/2"/><id>tag:a.example,2020:2</id></entry></feed>`,
      ['http://a.example/1', 'http://a.example/2'],
      [],
    ],
    [
      'what a broken script wrote before',
      `\nWarning: date(): x in /w/s.php\n${urlset('http://a.example/1')}`,
      ['http://a.example/1'],
      [],
    ],
    [
      'a declared charset',
      Buffer.from(
        '<?xml version="1.0" encoding="windows-1251"?><urlset><url><loc>http://a.example/\xef</loc></url></urlset>',
        'latin1',
      ),
      ['http://a.example/%D0%BF'],
      [],
    ],
    ['plain text in Latin-1', Buffer.from('http://a.example/caf\xe9\n', 'latin1'), ['http://a.example/caf%C3%A9'], []],
    [
      'plain text behind a mark, without relative lines',
      '\ufeffhttp://a.example/1\n/2\nwww.a.example/3\n\nhttp://a.example/4',
      ['http://a.example/1', 'http://a.example/4'],
      [],
    ],
    [
      'languages of a page as none of its own',
      '<urlset><url><loc>/1</loc><xhtml:link rel="alternate" hreflang="de" href="/de"/></url></urlset>',
      ['http://a.example/1'],
      [],
    ],
    [
      'a file that ends in the middle',
      '<urlset><url><loc>http://a.example/1</loc></url><url><loc>http://a.exa',
      ['http://a.example/1', 'http://a.exa/'],
      [],
    ],
    ['nothing in a page', '<!doctype html><title>404</title><p>http://a.example/</p>', [], []],
    ['nothing in nothing', '', [], []],
  ])('reads %s', async (_title, text, pages, sitemaps) => {
    expect(await read(text)).toEqual({ pages, sitemaps, limits: [] })
  })

  const many = Array.from({ length: 2_000 }, (_, at) => `http://a.example/${(at * 2_654_435_761) % 4_294_967_296}`)
  const packed = gzipSync(urlset(...many))
  it.each([
    ['cut in its middle', packed.subarray(0, packed.length / 2), 500],
    ['without its end', packed.subarray(0, packed.length - 8), 2_000],
    ['with a wrong sum', Buffer.concat([packed.subarray(0, packed.length - 8), Buffer.alloc(8)]), 2_000],
    ['broken in its middle', Buffer.concat([packed.subarray(0, packed.length / 2), Buffer.alloc(9_000, 0xff)]), 500],
    [
      'with a name, without its end',
      Buffer.concat([
        packed.subarray(0, 3),
        Buffer.of(8),
        packed.subarray(4, 10),
        Buffer.from('s.xml\0'),
        packed.subarray(10, -9),
      ]),
      1_900,
    ],
  ])('takes of gzip %s what is there, and says so', async (_title, body, least) => {
    const { pages, limits } = await read(body)
    expect(pages.length).toBeGreaterThanOrEqual(least)
    expect(pages.slice(0, least)).toEqual(many.slice(0, least))
    expect(limits).toEqual(['cut'])
  })

  it('reads gzip, members one after the other, and stops in a bomb', async () => {
    expect(await read(gzipSync(urlset('http://a.example/1')))).toMatchObject({
      pages: ['http://a.example/1'],
      limits: [],
    })
    const members = Buffer.concat([gzipSync('http://a.example/1\n'), gzipSync('http://a.example/2\n')])
    expect(await read(members)).toMatchObject({ pages: ['http://a.example/1', 'http://a.example/2'], limits: [] })
    expect(await read(gzipSync(Buffer.alloc(200_000_000, 0x20)))).toEqual({ pages: [], sitemaps: [], limits: ['cut'] })
    expect((await read(Buffer.from([0x1f, 0x8b, 1, 2, 3]))).pages).toEqual([])
  })

  it('takes 50,000 addresses and no more, and says so, expanding no entities of its own', async () => {
    const many = Array.from({ length: 60_000 }, (_, at) => `http://a.example/${at}`)
    for (const text of [urlset(...many), many.join('\n'), index(...many)]) {
      const { pages, sitemaps, limits } = await read(text)
      expect(pages.length + sitemaps.length).toBe(50_000)
      expect(limits).toEqual(['entries'])
    }
    const laughs = `<!DOCTYPE x [<!ENTITY a "http://b.example/">]>${urlset('&a;')}`
    expect((await read(laughs)).pages).toEqual(['http://a.example/maps/&a;'])
  })

  it('stops reading where elements stand in each other without end', async () => {
    const [before, after] = [urlset('http://a.example/1'), urlset('http://a.example/2')]
    expect((await read(`${before}${'<a>'.repeat(3_000_000)}${after}`)).pages).toEqual(['http://a.example/1'])
    expect((await read(`${before}${'<a></a>'.repeat(1000)}${after}`)).pages).toHaveLength(2)
  })

  it('gives the loop its turn while it reads', async () => {
    let isRead = false
    let turns = 0
    const count = (): void => {
      turns += 1
      if (!isRead) setImmediate(count)
    }
    setImmediate(count)
    const long = Array.from({ length: 50_000 }, (_, at) => `http://a.example/${'x'.repeat(200)}${at}`)
    const steps: number[] = []
    const step = <Result>(work: () => Result): Result => (steps.push(0), work())
    await readSitemap(Buffer.from(index(...long)), { base, step })
    isRead = true
    expect(steps.length).toBeGreaterThan(5)
    expect(turns).toBeGreaterThanOrEqual(steps.length - 3)
  })

  it('never throws, whatever the bytes', async () => {
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
    await fc.assert(
      fc.asyncProperty(fc.array(part, { maxLength: 30 }), async parts => {
        expect(Array.isArray((await read(parts.join(''))).pages)).toBe(true)
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
        '/nested.xml': { headers: { 'content-type': 'text/plain' }, body: index('nested-2.xml') },
        '/nested-2.xml': { headers: { 'content-type': 'text/html' }, body: index('feed', 'list.txt', 'cut.xml.gz') },
        '/feed': {
          headers: { 'content-type': 'application/rss+xml' },
          body: '<rss><channel><item><link>/r1</link></item></channel></rss>',
        },
        '/list.txt': { headers: { 'content-type': 'application/octet-stream' }, body: 'http://a.example/t1\n' },
        '/cut.xml.gz': {
          headers: { 'content-type': 'text/html' },
          body: gzipSync(urlset('http://a.example/c1')).subarray(0, -9),
        },
        '/huge.xml': { headers: xml, body: index(...Array.from({ length: 50_000 }, (_, at) => `/none-${at}.xml`)) },
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

  it('reads an index of an index, a feed, a list and a cut file, whatever their types say', async () => {
    const { pages, files } = await find(['nested.xml'])
    expect(pages).toEqual(['http://a.example/r1', 'http://a.example/t1', 'http://a.example/c1'])
    expect(files.at(-1)).toEqual(['http://a.example/cut.xml.gz', 'http-200', 'cut'])
  })

  it('asks for 50 of the 50,000 files of an index, and says that there were more', async () => {
    const { files } = await find(['huge.xml'])
    expect(files).toHaveLength(50)
    expect(files[0]).toEqual(['http://a.example/huge.xml', 'http-200', 'files'])
  })

  it('asks for a file once, and for no more files than it may', async () => {
    expect((await find(['/loop.xml', '/none.xml'])).files.map(([, what]) => what)).toEqual(['http-200', 'http-404'])
    expect((await find(['/index.xml'], 2)).files).toHaveLength(2)
  })
})
