import { describe, expect, it } from 'vitest'
import { linking } from './crawl-web.ts'
import { openCrawl } from './open-web.ts'

const xhtml = (head: string, body: string, attributes = 'xmlns="http://www.w3.org/1999/xhtml"') =>
  `<?xml version="1.0"?><html ${attributes}><head>${head}</head><body>${body}</body></html>`
const asXml = (body: string, type = 'application/xhtml+xml') => ({ headers: { 'content-type': type }, body })
const read = async (page: Parameters<typeof openCrawl>[0][string][string]) => {
  const { bench } = await openCrawl({ 'a.example': { '/': page } }, ['http://a.example/'])
  await bench.crawl()
  return bench.links()
}
const link = '<p><a href="http://t.example/">them</a></p>'
const found = ['http://a.example/ > http://t.example/']

describe('XHTML sent as XML', () => {
  it.each([
    ['<script src="/x.js"/>', link],
    ['<title/>', link],
    ['<style/><title>x</title>', link],
    ['<title>x</title>', `<iframe src="/i"/>${link}`],
    ['<title>x</title>', `<textarea/>${link}`],
    ['<script><![CDATA[ if (a < b) c() ]]></script>', link],
  ])('ends an element where it begins: %s %s', async (head, body) => {
    expect(await read(asXml(xhtml(head, body)))).toEqual(found)
  })

  it('knows its namespace under another name', async () => {
    const body = xhtml('<title/>', link)
      .replace(/<(\/?)(?=\w)/g, '<$1h:')
      .replace('xmlns=', 'xmlns:h=')
    expect(await read(asXml(body))).toEqual(found)
  })

  it('is a page in text/xml and application/xml, unlike a feed', async () => {
    expect(await read(asXml(xhtml('<title/>', link), 'text/xml'))).toEqual(found)
    expect(await read(asXml(xhtml('<script/>', link), 'application/xml; charset=utf-8'))).toEqual(found)
    expect(
      await read(asXml('<rss version="2.0"><channel><link>http://t.example/</link></channel></rss>', 'text/xml')),
    ).toEqual([])
  })
})

describe('a way on', () => {
  it('is a frame', async () => {
    const { bench } = await openCrawl(
      {
        'a.example': {
          '/': '<frameset cols="20%,*"><frame src="menu.html"><frameset><frame src="http://b.example/"></frameset></frameset>',
          '/menu.html': linking('http://t.example/'),
        },
      },
      ['http://a.example/'],
    )
    await bench.crawl()
    expect(bench.links()).toEqual([
      'http://a.example/ > http://b.example/',
      'http://a.example/menu.html > http://t.example/',
    ])
  })

  const frames = (...sources: string[]) =>
    `<frameset>${sources.map(source => `<frame src="${source}">`).join('')}</frameset>`
  const nested = {
    '/': frames('/menu', '/inner'),
    '/inner': frames('/text', '/innermost'),
    '/innermost': frames('/last'),
    '/last': linking('/click'),
    '/menu': linking('/click', 'http://t.example/menu'),
    '/text': linking('http://t.example/text'),
    '/click': linking('/two', 'http://t.example/click'),
  }

  it('is a frame without a click, however deep in other frames: they are shown together', async () => {
    const { bench } = await openCrawl({ 'a.example': nested }, ['http://a.example/'])
    await bench.crawl({ depth: 0 })
    const shown = { '/': 0, '/inner': 0, '/innermost': 0, '/last': 0, '/menu': 0, '/text': 0 }
    const depths = () => Object.fromEntries(bench.pages().map(({ url, depth }) => [new URL(url).pathname, depth]))
    expect(depths()).toEqual(shown)
    // A click more asks for nothing again, and the next wave finds the same.
    await bench.crawl({ depth: 1 })
    expect(depths()).toEqual({ ...shown, '/click': 1 })
    await bench.crawl({ depth: 1, again: 'second' })
    expect(depths()).toEqual({ ...shown, '/click': 1 })
    expect(bench.links()).toContain('http://a.example/click > http://t.example/click')
  })

  it('is no frame without an end: from twenty on each costs a click', async () => {
    const { bench } = await openCrawl(
      {
        'a.example': {
          '/': frames('/?n=1'),
          '*': ({ url }, response) =>
            void response
              .writeHead(200, { 'content-type': 'text/html' })
              .end(frames(`/?n=${Number(url!.split('=')[1]) + 1}`)),
        },
      },
      ['http://a.example/'],
    )
    await bench.crawl({ depth: 0 })
    expect(bench.pages()).toHaveLength(21)
  })

  it.each(['0; url=/on', '0;/on', "3; URL='/on'"])('is a Refresh header: %s', async refresh => {
    const { bench } = await openCrawl({ 'a.example': { '/': { headers: { refresh } }, '/on': '' } }, [
      'http://a.example/',
    ])
    await bench.crawl()
    expect(bench.states()).toEqual({ 'http://a.example/': 'fetched', 'http://a.example/on': 'fetched' })
  })

  it.each([
    ['meta', '<meta http-equiv="refresh" content="0; url=http://new.example/">moved'],
    ['header', { headers: { refresh: '0; url=http://new.example/' }, body: 'moved' }],
  ])('out of the entity by refresh (%s) is known as where the page leads', async (_name, page) => {
    const { bench } = await openCrawl(
      { 'a.example': { '/': page }, 'citing.example': { '/': linking('http://a.example/') } },
      ['http://a.example/', 'http://citing.example/'],
    )
    await bench.crawl()
    expect(bench.pages()[0]).toMatchObject({ state: 'redirected', leadsTo: 'http://new.example/' })
    const targets = bench.query<{ name: string }>(
      'SELECT t.name FROM link JOIN entity t ON t.id = target_entity WHERE source_entity <> target_entity',
    )
    expect(targets).toEqual([{ name: 'new.example' }])
    await bench.crawl({ again: 'second' })
    expect(bench.pages()[0]).toMatchObject({ state: 'redirected', leadsTo: 'http://new.example/' })
  })

  const masked = (frames: string, rest = '') => `<html><head><title>a</title></head>${frames}${rest}</html>`
  const to = '<frame src="http://real.example/me/">'
  it.each([
    ['one frame', masked(`<frameset rows="100%,*">${to}</frameset>`)],
    ['an empty one beside it', masked(`<frameset rows="100%,0">${to}<frame src="about:blank"></frameset>`)],
    [
      'words for who sees none',
      masked(`<frameset>${to}</frameset>`, '<noframes><a href="http://b.example/">x</a></noframes>'),
    ],
    [
      'an iframe alone',
      masked('<body style="margin:0"><iframe src="http://real.example/me/" width="100%"></iframe></body>'),
    ],
  ])('of a domain that frames another (%s) is where its page leads, as by a redirect', async (_about, page) => {
    const { bench } = await openCrawl(
      { 'a.example': { '/': page }, 'citing.example': { '/': linking('http://a.example/') } },
      ['http://a.example/', 'http://citing.example/'],
    )
    await bench.crawl()
    expect(bench.pages()[0]).toMatchObject({ state: 'redirected', leadsTo: 'http://real.example/me/' })
    expect(
      bench.query(
        `SELECT t.name FROM link JOIN entity t ON t.id = target_entity JOIN entity s ON s.id = source_entity WHERE s.name = 'citing.example'`,
      ),
    ).toEqual([{ name: 'real.example' }])
  })

  it.each([
    ['two frames of two sites', masked(`<frameset>${to}<frame src="http://b.example/"></frameset>`)],
    ['a frame of its own', masked('<frameset><frame src="/menu"><frame src="http://real.example/"></frameset>')],
    [
      'words of its own',
      masked(`<iframe src="http://real.example/"></iframe><p>${'We write on the Web. '.repeat(20)}`),
    ],
    ['a link of its own', masked('<iframe src="http://real.example/"></iframe><a href="/more">more</a>')],
    ['a player', masked('<iframe src="https://www.youtube.com/embed/x"></iframe>')],
    ['a counter', masked('<noscript><iframe src="https://www.googletagmanager.com/ns.html?id=G"></iframe></noscript>')],
    ['scripts', masked('<iframe src="http://real.example/"></iframe><script src="/x.js"></script>')],
  ])('but not where the page holds %s', async (_about, page) => {
    const { bench } = await openCrawl({ 'a.example': { '/': page } }, ['http://a.example/'])
    await bench.crawl({ depth: 0, render: 'never' })
    expect(bench.pages()[0]).toMatchObject({ state: 'fetched' })
  })
})
