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
  ['frames', '<frameset cols="*,*"><frame src="/1"><frameset><frame src="/2" name=x></frameset></frameset>'],
  ['frames after a head', '<head><title>t</title></head>\n<frameset><frame src="/1"></frameset><frame src="/2">'],
  ['frames after a body', '<body><frameset><frame src="/1"></frameset><a href="/2">b</a>'],
  ['frames after words', 'words<frameset><frame src="/1"></frameset><a href="/2">b</a>'],
  ['frames after a no-break space', '<head></head>&nbsp;<frameset><frame src="/1"></frameset><a href="/2">b</a>'],
  ['frames after spaces', '<head></head> \t\n<frameset><frame src="/1"></frameset>'],
  ['frames after an empty paragraph', '<p></p><div> </div><frameset><frame src="/1"></frameset>'],
  ['frames after a picture', '<p><img src=x></p><frameset><frame src="/1"></frameset>'],
  ['frames after a list', '<ul><li></ul><frameset><frame src="/1"></frameset><a href="/2">b</a>'],
  ['frames after a script', '<script>var a = "words"</script><style>a {}</style><frameset><frame src="/1"></frameset>'],
  ['frames without a frameset', '<frame src="/1"><p><frame src="/2"><a href="/3">c</a>'],
  ['frames in a cell', '<table><tr><td><frameset><frame src="/1"></frameset><a href="/2">b</a></table>'],
  ['spaces', '<a href="/1">  one\n\ttwo&nbsp; three<br>four </a><pre><a href="/2">a   b</a></pre>'],
]

const xhtml = (body: string, subset = '', root = 'html xmlns="http://www.w3.org/1999/xhtml"') =>
  `<?xml version="1.0"?><!DOCTYPE html${subset}><${root}><head><title>t</title></head><body>${body}</body></html>`

const xmlDocuments: readonly (readonly [string, string])[] = [
  ['capitals', xhtml('<A HREF="/1">a</A><a HREF="/2">b</a><a href="/3">c</a><Nav><a href="/4">d</a></Nav>')],
  ['an address by an entity', xhtml('<p><a href="&to;/1">&who;</a></p>', ` [<!ENTITY to "/x"><!ENTITY who 'they'>]`)],
  [
    'markup by an entity',
    xhtml('<nav>&menu;</nav><a href="/3">c</a>', ` [\n<!ENTITY menu '<a href="/1">a</a><a href="/2">b</a>'>\n]`),
  ],
  [
    'entities in entities',
    xhtml(
      '&all;<a href="/3">&#38;</a>',
      ' [<!ENTITY one "<a href=\'/&n;\'>x</a>"><!ENTITY n "1"><!ENTITY all "&one;&one;">]',
    ),
  ],
  ['markup by its number', xhtml('&m;', ` [<!ENTITY m "&#60;a href='/1'>a&#x3c;/a>">]`)],
  ['an entity that is said twice', xhtml('<a href="&to;">a</a>', ' [<!ENTITY to "/1"><!ENTITY to "/2">]')],
  [
    'a drawing under a prefix',
    xhtml(
      '<s:svg xmlns:s="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><s:title>t</s:title><s:a xlink:href="/1"><s:text>x</s:text></s:a></s:svg><a href="/2">b</a>',
    ),
  ],
  ['an entity in CDATA', xhtml('<a href="/1"><![CDATA[&who;]]></a>', ' [<!ENTITY who "they">]')],
  ['quotes in an entity', xhtml('<a href="/?&who;">&who;</a>', ` [<!ENTITY who '"x"'>]`)],
  [
    'other declarations',
    xhtml(
      '<a href="/1">&who;</a>',
      ' [<!-- ]> --><?x ]> ?><!ELEMENT a ANY><!ATTLIST a rel CDATA "]>"><!ENTITY who "they"><!ENTITY % p "]">] ',
    ),
  ],
]

let browser: Browser
let page: Page
let sent: string
let contentType = 'text/html; charset=utf-8'

beforeAll(async () => {
  browser = await chromium.connect(inject('chromiumServer'))
  page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.route('**', route =>
    route.request().url() === address
      ? route.fulfill({ contentType, body: sent })
      : route.fulfill({ contentType: 'text/html', body: '' }),
  )
})
afterAll(() => browser.close())

/** [element, address, visible text, landmarks above] of every hyperlink, as Chromium without scripts has them. */
async function seenByChromium(html: string, isXml = false): Promise<unknown[]> {
  sent = html
  contentType = isXml ? 'application/xhtml+xml' : 'text/html; charset=utf-8'
  await page.goto(address)
  return await page.evaluate(names => {
    const addressOf = (element: Element): string =>
      element instanceof SVGAElement
        ? new URL(element.href.baseVal, document.baseURI).href
        : ((element as HTMLAnchorElement).href ?? (element as HTMLIFrameElement).src)
    return [...document.querySelectorAll('a[*|href], area[href], iframe[src], frame[src]')].map(element => {
      const above: string[] = []
      for (let at = element.parentElement; at !== null; at = at.parentElement)
        if (names.includes(at.localName)) above.unshift(at.localName)
      const text =
        element.localName === 'a'
          ? ((element as HTMLElement).innerText ?? element.textContent)
          : (element.getAttribute('alt') ?? '')
      return [
        // A frame of a frameset is an iframe to us.
        element.localName.replace(/^frame$/, 'iframe'),
        /^i?frame$/.test(element.localName) ? (element as HTMLIFrameElement).src : addressOf(element),
        text.replace(/\s+/g, ' ').trim(),
        above.join('>'),
      ]
    })
  }, landmarks)
}

function seenByUs(html: string, isXml = false): unknown[] {
  const steps = new RegExp(`^(${landmarks.join('|')})(?=[.#]|$)`)
  return extractPage(html, { url: normalizeUrl(address)!, isXml }).links.map(
    ({ element, url, href, anchor, place }) => [
      element,
      url + (/#.*/.exec(href)?.[0] ?? ''),
      anchor,
      place
        .split('>')
        .flatMap(step => steps.exec(step)?.[1] ?? [])
        .join('>'),
    ],
  )
}

describe('extractPage and Chromium read the same links in the same places', () => {
  it.each(documents)('%s', async (_, html) => {
    expect(seenByUs(html)).toEqual(await seenByChromium(html))
  })

  it.each(xmlDocuments)('of XHTML sent as XML: %s', async (_, xml) => {
    expect(seenByUs(xml, true)).toEqual(await seenByChromium(xml, true))
  })
})
