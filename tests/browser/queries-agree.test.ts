import { type Browser, chromium, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import { readPage } from '#crawler/turn/read-page.ts'

const address = normalizeUrl('http://site.example/liste?p=1')!

/** Written with references, so that each document is the same in every charset: letters that some have, and some haven't. */
const hrefs = [
  '/?q=caf&eacute;',
  '/?q=&#8364;&#339;uf',
  '?&#12477;&#34920;=&#26085;&#26412;',
  '/?q=&#20013;&#25991;&#x1f600;',
  'x?q=&#54620;&#44397;',
  '//other.example?q=&#1055;&#1088;&#1080;&#1074;&#1077;&#1090;&#1103;',
  "/&eacute;?a=&quot;&eacute;&quot;<'> &eacute;#&eacute;?&eacute;",
  '/#?&eacute;',
  '/?&eacute;\n\t&eacute;?&eacute;',
  'HTTP:\\\\other.example\\?&eacute;\\&yen;\\',
  '/?caf%C3%A9=&eacute;&amp;b=%E9',
  '/?q=&#xD800;&#xFFFD;&#165;a&#8254;',
]
const page = (charset: string, hrefs_ = hrefs): string =>
  `<!doctype html><meta charset="${charset}"><title>x</title>
<link rel=canonical href="/c?q=&eacute;">${hrefs_.map(href => `<a href="${href}">x</a>`).join('\n')}
<map><area href="/a?&eacute;&#8364;"></map><iframe src="/f?&eacute;&#8364;"></iframe>`

let browser: Browser
let tab: Page
let sent: { body: Buffer; contentType: string }

beforeAll(async () => {
  browser = await chromium.connect(inject('chromiumServer'))
  tab = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await tab.route('**', route =>
    route.request().url() === address ? route.fulfill(sent) : route.fulfill({ contentType: 'text/html', body: '' }),
  )
})
afterAll(() => browser.close())

interface Seen {
  readonly charset: string
  readonly links: readonly (string | null)[]
  readonly canonical: string | null
}

async function seenByChromium(): Promise<Seen> {
  await tab.goto(address)
  const { charset, links, canonical } = await tab.evaluate(() => ({
    charset: document.characterSet.toLowerCase(),
    links: [...document.querySelectorAll('a, area, iframe')].map(element =>
      element.localName === 'iframe' ? (element as HTMLIFrameElement).src : (element as HTMLAnchorElement).href,
    ),
    canonical: document.querySelector('link')?.href ?? null,
  }))
  return { charset, links: links.map(normalizeUrl), canonical: canonical === null ? null : normalizeUrl(canonical) }
}

function seenByUs(): Seen {
  const answer = { url: address, headers: { 'content-type': sent.contentType }, body: sent.body }
  const { page, charset } = readPage(answer, { allowPrivate: false })
  return { charset, links: page.links.map(link => link.url), canonical: page.canonical }
}

const charsets =
  `windows-1252 iso-8859-1 iso-8859-15 windows-1250 windows-1251 koi8-r koi8-u macintosh iso-8859-8-i windows-874
  shift_jis euc-jp iso-2022-jp gbk gb2312 gb18030 big5 euc-kr x-user-defined utf-8`.split(/\s+/)

describe('readPage and Chromium write the queries of a page in the same charset', () => {
  it.each(charsets)('%s', async charset => {
    sent = { body: Buffer.from(page(charset), 'latin1'), contentType: 'text/html' }
    expect(seenByUs()).toEqual(await seenByChromium())
  })

  it('utf-16, whose pages write in UTF-8', async () => {
    sent = { body: Buffer.from(`\ufeff${page('utf-16')}`, 'utf16le'), contentType: 'text/html' }
    expect(seenByUs()).toEqual(await seenByChromium())
    expect(seenByUs()).toMatchObject({ charset: 'utf-16le' })
  })

  it('the header before the document, and bytes of the charset', async () => {
    sent = { body: Buffer.from(page('utf-8', ['/?q=caf\xe9\x80']), 'latin1'), contentType: 'text/html; charset=koi8-r' }
    expect(seenByUs()).toEqual(await seenByChromium())
  })

  it('XML that declares its encoding', async () => {
    const body = `<?xml version="1.0" encoding="iso-8859-15"?><html xmlns="http://www.w3.org/1999/xhtml"><head>
<title>x</title><link rel="canonical" href="/c?\xe9"/></head><body><a href="/\xe9?\xe9\xa4">x</a></body></html>`
    sent = { body: Buffer.from(body, 'latin1'), contentType: 'application/xhtml+xml' }
    expect(seenByUs()).toEqual(await seenByChromium())
  })

  it.each(['http://b.example/d/?&eacute;', '?&eacute;&#8364;', 'd/#&eacute;'])('the base %s', async base => {
    const html = page('iso-8859-1', ['', '#x', 'y?&eacute;', '?&eacute;']).replace(
      '<link',
      `<base href="${base}"><link`,
    )
    sent = { body: Buffer.from(html, 'latin1'), contentType: 'text/html' }
    expect(seenByUs()).toEqual(await seenByChromium())
  })
})
