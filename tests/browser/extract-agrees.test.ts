import { chromium, type Browser, type Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { extractPage } from '#crawler/extract/extract-page.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'

const address = 'https://site.example/blog/post'
const landmarks = ['nav', 'header', 'footer', 'aside', 'main', 'article', 'td', 'li']

/**
 * Documents of the kinds of brokenness that the Web has; what is where is for Chromium to say. Left out on purpose: a link
 * left open at the end of its block. A browser goes on with copies of it; for us, what is written once is one hyperlink.
 */
const documents: readonly (readonly [string, string])[] = [
  ['unclosed links', '<p><a href="/1">one <b>bold<a href="/2">two</b></a></p><p>rest</p><a href=3>three<a href=4>four'],
  [
    'unclosed list items',
    '<nav><ul><li><a href="/1">one</a><li><a href="/2">two</a></ul></nav><ul><li>x<ul><li><a href="/3">three</a></ul><li><a href="/4">four</a></ul>',
  ],
  [
    'unclosed paragraphs',
    '<article><p>one <a href="/1">a</a><p>two <a href="/2">b</a><div>three <a href="/3">c</a></div></article><a href="/4">d</a>',
  ],
  [
    'unclosed cells',
    '<table><tr><td>one <a href="/1">a</a><td>two <a href="/2">b</a><tr><td><a href="/3">c</a></table><a href="/4">d</a>',
  ],
  [
    'tables in tables',
    '<table><tr><td><table><tr><td><a href="/1">a</a></table><a href="/2">b</a></td><td><a href="/3">c</a></table>',
  ],
  ['stray end tags', '</div></p></a></li><header><a href="/1">a</a></div></span></header></header><a href="/2">b</a>'],
  [
    'a span closed across a block',
    '<footer><span><div><a href="/1">a</a></span><a href="/2">b</a></div></footer><a href="/3">c</a>',
  ],
  ['a cell is a wall', '<div><table><tr><td></div></p><a href="/1">a</a></td></tr></table></div><a href="/2">b</a>'],
  ['definitions', '<dl><dt><a href="/1">a</a><dd><a href="/2">b</a><dt><a href="/3">c</a></dl>'],
  ['headings in headings', '<h1><a href="/1">a</a><h2><a href="/2">b</a></h1><a href="/3">c</a>'],
  ['a head without an end', '<head><title>t</title><base href="/base/"><link rel=x><p><a href="1">a</a>'],
  [
    'two bodies',
    '<body><aside><a href="/1">a</a></aside></body><body class=x><a href="/2">b</a></body></html><a href="/3">c</a>',
  ],
  [
    'drawings',
    '<svg><title>no</title><a href="/1"><text>a</text></a><desc>no</desc></svg><main><a href="/2">b</a></main>',
  ],
  ['a drawing without an end', '<svg><path d="M0"><div><a href="/1">a</a></div><a href="/2">b</a>'],
  [
    'raw text',
    '<textarea><a href="/1">a</a></textarea><xmp><a href="/2">b</a></xmp><noembed><a href="/3">c</a></noembed><a href="/4">d</a>',
  ],
  ['noscript', '<noscript><a href="/1">a</a><iframe src="/f"></iframe></noscript><a href="/2">b</a>'],
  ['templates', '<template><a href="/1">a</a><template><a href="/2">b</a></template></template><a href="/3">c</a>'],
  [
    'comments that are none',
    '<!-- a --!><a href="/1">a</a><!><a href="/2">b</a><!-->--><a href="/3">c</a><? x ><a href="/4">d</a><![CDATA[<a href="/5">]]>e',
  ],
  [
    'odd attributes',
    '<a href=\'/1\'title=x>a</a><a\nhref\n=\n/2>b</a><a href=/3/>c</a><a HREF="/4" href="/no">d</a><a href>e</a><a =href=/x>f</a>',
  ],
  ['entities', '<a href="/?a=1&amp;b=2&copy=3&copy;=4&#38;c=5">&eacute;&#233;&amp;lt; &notit;</a>'],
  ['areas', '<map name=m><area href="/1" alt=one><area alt=none></map><a href="/2">two</a>'],
  [
    'selects and buttons',
    '<select><option>x</select><button><a href="/1">a</a></button><form><a href="/2">b</a><form><a href="/3">c</a></form>',
  ],
  ['spaces', '<a href="/1">  one\n\ttwo&nbsp; three<br>four </a><pre><a href="/2">a   b</a></pre>'],
]

let browser: Browser
let page: Page
let sent: string

beforeAll(async () => {
  browser = await chromium.connect(inject('chromiumServer'))
  page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.route('**', route =>
    route.request().url() === address
      ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: sent })
      : route.fulfill({ contentType: 'text/html', body: '' }),
  )
})
afterAll(() => browser.close())

/** [element, address, visible text, landmarks above] of every hyperlink, as Chromium without scripts has them. */
async function seenByChromium(html: string): Promise<unknown[]> {
  sent = html
  await page.goto(address)
  return await page.evaluate(names => {
    const addressOf = (element: Element): string =>
      element instanceof SVGAElement
        ? new URL(element.href.baseVal, document.baseURI).href
        : ((element as HTMLAnchorElement).href ?? (element as HTMLIFrameElement).src)
    return [...document.querySelectorAll('a[href], area[href], iframe[src]')].map(element => {
      const above: string[] = []
      for (let at = element.parentElement; at !== null; at = at.parentElement)
        if (names.includes(at.localName)) above.unshift(at.localName)
      const text =
        element.localName === 'a'
          ? ((element as HTMLElement).innerText ?? element.textContent)
          : (element.getAttribute('alt') ?? '')
      return [
        element.localName,
        element.localName === 'iframe' ? (element as HTMLIFrameElement).src : addressOf(element),
        text.replace(/\s+/g, ' ').trim(),
        above.join('>'),
      ]
    })
  }, landmarks)
}

function seenByUs(html: string): unknown[] {
  const steps = new RegExp(`^(${landmarks.join('|')})(?=[.#]|$)`)
  return extractPage(html, { url: normalizeUrl(address)! }).links.map(({ element, url, href, anchor, place }) => [
    element,
    url + (/#.*/.exec(href)?.[0] ?? ''),
    anchor,
    place
      .split('>')
      .flatMap(step => steps.exec(step)?.[1] ?? [])
      .join('>'),
  ])
}

describe('extractPage and Chromium read the same links in the same places', () => {
  it.each(documents)('%s', async (_, html) => {
    expect(seenByUs(html)).toEqual(await seenByChromium(html))
  })
})
