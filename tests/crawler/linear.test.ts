import { describe, expect, it } from 'vitest'
import { detectLanguage } from '#crawler/extract/facts/detect-language.ts'
import { isoDate } from '#crawler/extract/facts/iso-date.ts'
import { jsonLdDate } from '#crawler/extract/facts/json-ld-date.ts'
import { languageCode } from '#crawler/extract/facts/language-code.ts'
import { pageCountry } from '#crawler/extract/facts/page-country.ts'
import { refreshTarget } from '#crawler/extract/facts/refresh-target.ts'
import { isNofollow } from '#crawler/extract/facts/robots-directives.ts'
import { expandEntities } from '#crawler/extract/markup/internal-entities.ts'
import { collapseSpaces } from '#crawler/extract/text/collapse-spaces.ts'
import { sentenceAround } from '#crawler/extract/text/sentence-around.ts'
import { sentenceEnds } from '#crawler/extract/text/sentence-ends.ts'
import { nameCue } from '#crawler/extract/zones/name-cue.ts'
import { looseKey } from '#crawler/fetch/archive/loose-key.ts'
import { readRecordedAnswer } from '#crawler/fetch/archive/recorded-answer.ts'
import { readArcHead } from '#crawler/fetch/archive/arc-head.ts'
import { createCookieKeeper } from '#crawler/fetch/cookie-keeper.ts'
import { decodeBody } from '#crawler/fetch/decode-body.ts'
import { readContentEncoding } from '#crawler/fetch/decompress.ts'
import { escapeOctets, joinHeaders } from '#crawler/fetch/headers.ts'
import { looksLikeHtml, readMediaType } from '#crawler/fetch/media-type.ts'
import { needsRendering } from '#crawler/extract/needs-rendering.ts'
import { templateOf } from '#crawler/turn/rendering-memory.ts'
import { readRetryAfter } from '#crawler/fetch/retry-after.ts'
import { isAllowed, matchesPattern } from '#crawler/fetch/robots/is-allowed.ts'
import { parseRobots } from '#crawler/fetch/robots/parse-robots.ts'
import { sitemapReading } from '#crawler/fetch/sitemap/sitemap-reading.ts'
import { trapOf } from '#crawler/frontier/trap-of.ts'
import type { Url } from '#data/url/brand.ts'
import { growthOf, mostGrowth, superlinear, type Reader } from '../growth.ts'
import { extract } from './extract/extract.ts'

const bytes = (text: string): Buffer => Buffer.from(text, 'utf8')
const country = { jsonLd: [], metas: [], address: '', ownHreflangs: [] }
const form = { links: [], refresh: null }
const noHead = { type: 'response', url: '', date: '', sizeBytes: 0, header: () => null }
const rules = (text: string) => parseRobots(bytes(text))

const headers: readonly Reader[] = [
  ['isNofollow of a header', text => isNofollow([], text), [[''], ['a', 'b'], ['toile: ', ', b']]],
  ['isNofollow of a meta element', text => isNofollow([['robots', text]]), [['']]],
  ['readMediaType', readMediaType, [[''], ['text/html'], ['text/html;charset'], ['text/html;charset="']]],
  ['readRetryAfter', text => readRetryAfter(text, 0), [[''], ['Mon, ']]],
  ['readContentEncoding', readContentEncoding, [['']]],
  ['escapeOctets', escapeOctets, [['']]],
  ['joinHeaders', text => joinHeaders(text.split('/').map(value => ['a', value])), [['']]],
  [
    'the keeper of cookies',
    text => {
      const keeper = createCookieKeeper()
      keeper.keep('http://a.example/', [text])
      return keeper.cookiesFor('http://a.example/')
    },
    [['a='], ['a=b; path='], ['a=b; domain='], ['a=b; expires=']],
  ],
]

const files: readonly Reader[] = [
  ['parseRobots', rules, [[''], ['user-agent: *\ndisallow: /a'], ['user-agent: '], ['crawl-delay: '], ['a b']]],
  ['matchesPattern, of a pattern', text => matchesPattern('/', text), [[''], ['/']]],
  ['matchesPattern, of both', text => matchesPattern(`/${text}`, `/*b${text.slice(0, text.length / 2)}`), [['']]],
  [
    'isAllowed',
    text => isAllowed(rules(`user-agent: *\ndisallow: ${text}`), 'toile', 'http://a.example/b'),
    [['/'], ['/\ndisallow: /b']],
  ],
  [
    'sitemapReading',
    text => {
      const reading = sitemapReading(bytes(text), { base: 'http://a.example/sitemap.xml' as Url })
      while (reading.next());
      return reading.end()
    },
    [
      [''],
      ['<urlset><url><loc>http://a.example/'],
      ['<sitemapindex>'],
      ['http://a.example/'],
      ['<rss><item><link>'],
      ['<feed><entry><link href="', '"/>'],
      ['<a b="'],
    ],
  ],
  [
    'readRecordedAnswer',
    text => readRecordedAnswer({ head: noHead, block: bytes(text), isBeyond: false }),
    [
      [''],
      ['HTTP/1.1 200 '],
      ['HTTP/1.1 200 OK\r\na: ', '\r\n\r\n'],
      ['HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n'],
    ],
  ],
  [
    'readArcHead',
    text => readArcHead(bytes(text)),
    [[''], ['http://a.example/ 1.1.1.1 20200101000000 text/html ', '9']],
  ],
  ['looseKey', text => looseKey(new URL(text).href as Url), [['http://a.example/'], ['http://a.example/?']]],
  [
    'decodeBody',
    text => decodeBody(bytes(text), undefined),
    [[''], ['<meta '], ['<meta charset='], ['<?xml ', 'encoding=']],
  ],
  [
    'expandEntities',
    expandEntities,
    [
      [''],
      ['<!DOCTYPE a ['],
      ['<!DOCTYPE a [<!--'],
      ['<!DOCTYPE a [<!ENTITY '],
      ['<!DOCTYPE a [<!ENTITY b "', '">]>&b;'],
      ['<!DOCTYPE a [<!ENTITY b "x">]>'],
      ['<!DOCTYPE a [<!ENTITY b "x">]><![CDATA['],
    ],
  ],
  ['looksLikeHtml', text => looksLikeHtml(bytes(text)), [[''], ['<?xml']]],
]

const facts: readonly Reader[] = [
  ['refreshTarget', refreshTarget, [[''], ['1'], ['0;'], ['0;url=']]],
  ['isoDate', isoDate, [[''], ['1 ']]],
  [
    'jsonLdDate',
    text => jsonLdDate([text]),
    [[''], ['<!--', '-->'], ['{"datePublished":"', '"}'], ['{"@type":"', '","datePublished":"2012-01-01"}']],
  ],
  ['languageCode', languageCode, [['']]],
  ['detectLanguage', detectLanguage, [['']]],
  [
    'pageCountry of JSON-LD',
    text => pageCountry({ ...country, jsonLd: [text] }),
    [[''], ['"addressCountry"'], ['"addressCountry":{']],
  ],
  ['pageCountry of an address', text => pageCountry({ ...country, address: text }), [[''], ['AL'], ['12345']]],
  ['pageCountry of a meta element', text => pageCountry({ ...country, metas: [['geo.country', text]] }), [['']]],
  ['pageCountry of a hreflang', text => pageCountry({ ...country, ownHreflangs: [text] }), [[''], ['fr-']]],
  ['nameCue', text => nameCue(text, ''), [[''], ['comment'], ['comment-', 'x']]],
  ['collapseSpaces', collapseSpaces, [['']]],
  ['sentenceEnds', sentenceEnds, [[''], ['Words'], ['a.']]],
  ['sentenceAround', text => sentenceAround(text, 10, 12), [['']]],
  ['sentenceAround, in the middle', text => sentenceAround(text, text.length >> 1, (text.length >> 1) + 2), [['']]],
  ['trapOf', text => trapOf(new URL(text).href as Url, 2020), [['http://a.example/'], ['http://a.example/?']]],
  ['templateOf', text => templateOf(new URL(text).href as Url), [['http://a.example/'], ['http://a.example/?']]],
]

/** Where a stranger's text may stand in a page. */
const places: readonly (readonly [string, string, string])[] = [
  ['the page', '', ''],
  ['a paragraph with a link', '<p>Words ', ' <a href="/x">x</a> and more.'],
  ['a link', '<p>Words <a href="/x">', '</a> and more.'],
  ['an address', '<p>Words <a href="', '">x</a> and more.'],
  ['an address of a site', '<p>Words <a href="http://a', '/">x</a> and more.'],
  ['a base', '<base href="http://a.example/', '"><a href="x">x</a><a href="/y">y</a>'],
  ['a title', '<title>', '</title>'],
  ['a heading', '<h1>', '</h1><a href="/x">x</a>'],
  ['an image’s description', '<a href="/x"><img alt="', '"></a>'],
  ['a class', '<div class="comment', '"><a href="/x">x</a>'],
  ['an id', '<div id="', '"><a href="/x">x</a>'],
  ['a rel', '<a rel="', '" href="/x">x</a>'],
  ['a role', '<div role="', '"><a href="/x">x</a></div>'],
  ['a tag', '<a ', ' href="/x">x</a>'],
  ['a meta refresh', '<meta http-equiv="refresh" content="', '">'],
  ['a meta robots', '<meta name="robots" content="', '">'],
  ['a meta date', '<meta name="date" content="', '">'],
  ['a meta of a country', '<meta name="geo.country" content="', '">'],
  ['a language', '<html lang="', '"><p>x'],
  ['a canonical address', '<link rel="canonical" href="', '">'],
  ['an alternate', '<link rel="alternate" hreflang="fr" href="', '">'],
  ['a time', '<article><time datetime="', '">x</time></article>'],
  ['an address element', '<address>', '</address>'],
  ['JSON-LD', '<script type="application/ld+json">', '</script>'],
  ['a comment', '<!--', '--><a href="/x">x</a>'],
  ['a template', '<template>', '</template>'],
  ['a list of links', '<ul><li>', '<a href="/x">x</a></ul>'],
]

describe('what reads strangers’ answers', () => {
  it.each([...headers, ...files])('%s takes time in proportion to the text', (_, read, around) => {
    expect(superlinear(read, around)).toEqual([])
  })
})

describe('what reads strangers’ pages', () => {
  it.each(facts)('%s takes time in proportion to the text', (_, read, around) => {
    expect(superlinear(read, around)).toEqual([])
  })

  it.each(places)('extractPage takes time in proportion to the text of %s', (_, before, after) => {
    expect(superlinear(extract, [[before, after]])).toEqual([])
  })

  it('needsRendering takes time in proportion to the text', () => {
    const read = (text: string) => needsRendering(text, form)
    expect(
      superlinear(read, [
        ['<script>1</script>'],
        ['<script>1</script><noscript>'],
        ['<script>1</script><div id="root">'],
      ]),
    ).toEqual([])
  })
})

/** Markup that makes a product of what a page has many of. `n` of each. */
const pages: readonly (readonly [string, (n: number) => string])[] = [
  ['elements that are never closed', n => '<div>x'.repeat(n)],
  ['nested elements, closed', n => '<div>x'.repeat(n) + '</div>'.repeat(n)],
  ['end tags of nothing', n => '<div>'.repeat(n) + '</span>'.repeat(n)],
  ['list items in deep elements', n => '<div>'.repeat(600) + '<li></li>'.repeat(n)],
  ['formatting closed across blocks', n => '<b><i><div></b></i>x'.repeat(n)],
  [
    'much formatting closed across blocks',
    n => `${'<b><i>'.repeat(200)}<div>${'</b></i>'.repeat(200)}`.repeat(n / 400) + '<a href="/x">x</a> '.repeat(n),
  ],
  ['links in deep elements', n => '<div class="a">'.repeat(600) + '<a href="/x">x</a> '.repeat(n)],
  ['links that are never closed', n => '<p>x<a href="/x">x'.repeat(n)],
  ['links in one block', n => `<p>${'word <a href="/x">x</a> '.repeat(n)}`],
  ['links in one block without spaces', n => `<p>${'word<a href="/x">x</a>'.repeat(n)}`],
  ['links in one navigation', n => `<nav>${'<a href="/x">x</a> '.repeat(n)}</nav>`],
  ['links in one footer', n => `<footer><nav>${'word <a href="/x">x</a> '.repeat(n)}</nav></footer>`],
  [
    'links to many sites',
    n => Array.from({ length: n }, (_, at) => `<a href="http://a${at}.example/">x</a> `).join(''),
  ],
  ['links under a long heading', n => `<h1>${'a '.repeat(n)}</h1>${'<a href="/x">x</a> '.repeat(n)}`],
  ['links under a long base', n => `<base href="http://a.example/${'a'.repeat(n)}/">${'<a href="x">x</a> '.repeat(n)}`],
  ['links in elements of long classes', n => `<div class="${'a '.repeat(n)}"><p>${'x <a href="/x">x</a> '.repeat(n)}`],
  [
    'links in elements of long ids',
    n => `<div id="${'a'.repeat(n)}">`.repeat(50) + '<p>x <a href="/x">x</a> '.repeat(n),
  ],
  ['links of long descriptions', n => `<a href="/x">${'<img alt="a b">'.repeat(n)}</a>`],
  ['links across blocks', n => `<a href="/x">${'<p>x</p>'.repeat(n)}</a>`],
  ['frames in a link across blocks', n => `<a href="/x">${'<iframe src="/y"></iframe><p>'.repeat(n)}</a>`],
  ['dates', n => '<time datetime="2012-01-01">x</time>'.repeat(n)],
  ['dates in deep comments', n => '<div class="a b">'.repeat(600) + '<nav><time datetime="2012-01-01">'.repeat(n)],
  ['articles in articles', n => `<article class="a">${'word '.repeat(50)}`.repeat(n / 10)],
  ['headings', n => '<h1>x</h1><a href="/x">x</a>'.repeat(n)],
  ['headings in headings', n => '<h1>x<h2>'.repeat(n)],
  ['base elements', n => '<base href="/x">'.repeat(n)],
  ['meta elements', n => '<meta name="date" content="x">'.repeat(n)],
  ['titles in drawings', n => '<svg><title>x'.repeat(n)],
  ['tables in tables', n => '<table><tr><td>x'.repeat(n)],
  ['attributes', n => `<a ${Array.from({ length: n }, (_, at) => `a${at}="x"`).join(' ')} href="/x">x</a>`],
  ['one attribute over and over', n => `<a ${'class="x" '.repeat(n)} href="/x">x</a>`],
  [
    'countries',
    n =>
      `<script type="application/ld+json">${Array.from({ length: n }, (_, at) => `"addressCountry":"x${at}"`).join()}</script>`,
  ],
  ['main elements', n => '<main>x'.repeat(n)],
  ['columns beside the matter', n => `<table><tr>${`<td>${'word '.repeat(20)}<a href="/x">x</a></td>`.repeat(n)}`],
]

describe('pages made of many things', () => {
  it.each(pages)('extractPage takes time in proportion to their number: %s', (_, make) => {
    expect(growthOf(extract, length => make(length >> 4))).toBeLessThan(mostGrowth)
  })

  it.each(pages)('needsRendering takes time in proportion to their number: %s', (_, make) => {
    const read = (text: string) => needsRendering(`<script>1</script>${text}`, form)
    expect(growthOf(read, length => make(length >> 4))).toBeLessThan(mostGrowth)
  })
})
