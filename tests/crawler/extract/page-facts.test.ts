import { describe, expect, it } from 'vitest'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import { extract } from './extract.ts'

describe('extractPage(html, page): title and language', () => {
  it('takes the document’s title, not that of a drawing', () => {
    expect(extract('<svg><title>Logo</title></svg><title> A &amp;\n B </title><title>Second</title>').title).toBe(
      'A & B',
    )
    expect(extract('<p>none</p>').title).toBe('')
  })

  it.each([
    ['the html element first', '<html lang="fr-FR"><meta http-equiv="content-language" content="en">', 'fr'],
    ['xml:lang', '<html xml:lang="EN">', 'en'],
    ['then meta', '<html><meta http-equiv="Content-Language" content="fr, en">', 'fr'],
    ['Open Graph', '<meta property="og:locale" content="fr_FR">', 'fr'],
    ['Dublin Core with three letters', '<meta name="DC.language" content="fre">', 'fr'],
    ['no code, no language', '<html lang="x-default">', ''],
  ])('%s', (_, html, expected) => {
    expect(extract(html).language).toBe(expected)
  })

  it('falls back on the header', () => {
    expect(extract('<p>court</p>', { contentLanguage: 'fr-FR, en' }).language).toBe('fr')
  })

  it.each([
    [
      'fr',
      'Les partis ont découvert que les méthodes de la campagne américaine étaient sur le marché pour une élection.',
    ],
    ['en', 'The parties found that the methods of the American campaign were on the market for an election in Paris.'],
    [
      'es',
      'Los partidos descubrieron que los métodos de la campaña americana estaban en el mercado para una elección como esta.',
    ],
    [
      'de',
      'Die Parteien haben entdeckt, dass die Methoden der amerikanischen Kampagne auf dem Markt für eine Wahl zu haben sind.',
    ],
  ])('knows %s by its words, whatever the theme declares', (language, prose) => {
    expect(extract(`<p>${prose}</p>`).language).toBe(language)
    expect(extract(`<html lang="zh"><p>${prose}</p>`).language).toBe(language)
  })

  it('does not guess where there is no prose', () => {
    expect(
      extract('<p>Lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor incididunt labore.</p>')
        .language,
    ).toBe('')
    expect(
      extract(`<html lang="fr">${'<p><a href="/">The market of the campaign and of the data</a></p>'.repeat(20)}`)
        .language,
    ).toBe('fr')
  })
})

describe('extractPage(html, page): canonical, refresh, nofollow', () => {
  it('resolves the canonical address and never makes it a link', () => {
    const page = extract('<link rel="Canonical foo" href="/post?utm_source=x"><link rel="canonical" href="/other">')
    expect(page).toMatchObject({ canonical: 'https://site.example/post', links: [] })
    expect(extract('<link rel="canonical" href="http://localhost/">').canonical).toBeNull()
  })

  it.each([
    ['0; url=/new', 'https://site.example/new'],
    ["5;URL='http://x.example/a b'", 'http://x.example/a%20b'],
    ['0;https://x.example/', 'https://x.example/'],
    ['300', null],
    ['0; url=javascript:alert(1)', null],
    ['soon', null],
  ])('reads the refresh %s', (content, expected) => {
    expect(extract(`<meta http-equiv="Refresh" content="${content}">`).refresh).toBe(expected)
  })

  it.each([
    ['<meta name="robots" content="noindex, NOFOLLOW">', '', true],
    ['<meta name="Toile" content="none">', '', true],
    ['<meta name="googlebot" content="nofollow">', '', false],
    ['<meta name="robots" content="index, follow">', '', false],
    ['', 'noindex, nofollow', true],
    ['', 'googlebot: nofollow', false],
    ['', 'googlebot: noindex, nofollow', false],
    ['', 'googlebot: noindex, toile: nofollow', true],
    ['', 'googlebot: nofollow\nnone', true],
    ['', 'max-snippet: 5, unavailable_after: 25 Jun 2030 15:00:00 PST, nofollow', true],
  ])('meta %s with header %s: nofollow is %s', (html, robotsTag, expected) => {
    expect(extract(html, { robotsTag }).nofollow).toBe(expected)
  })
})

describe('extractPage(html, page): date of publication', () => {
  const jsonLd = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`

  it.each([
    [
      'JSON-LD',
      jsonLd({ '@type': 'NewsArticle', datePublished: '2012-05-06T10:00:00+02:00' }),
      '2012-05-06T10:00:00+02:00',
      'json-ld',
    ],
    [
      'the article of a graph before what it mentions',
      jsonLd({
        '@graph': [
          { '@type': 'Person', datePublished: '1999-01-01' },
          { '@type': 'BlogPosting', datePublished: '2014-03-23' },
        ],
      }),
      '2014-03-23',
      'json-ld',
    ],
    [
      'broken JSON-LD is skipped',
      '<script type="application/ld+json">{"datePublished": </script><meta name="date" content="2014-03-23">',
      '2014-03-23',
      'meta',
    ],
    [
      'meta',
      '<meta property="article:published_time" content="2012-05-06T08:00:00.000Z"><meta name="date" content="2001-01-01">',
      '2012-05-06T08:00:00Z',
      'meta',
    ],
    ['a French day', '<meta name="date" content="1er août 2012">', '2012-08-01', 'meta'],
    ['an American day', '<meta name="date" content="May 6, 2012">', '2012-05-06', 'meta'],
    ['a day that means two is none', '<meta name="date" content="03/04/2012">', '', ''],
    ['no such day', '<meta name="date" content="2012-02-30">', '', ''],
    [
      'the only article’s time',
      '<article><time datetime="2012-05-06">6 May</time> see <time datetime="1968-05-06"></time></article>',
      '2012-05-06',
      'time',
    ],
    [
      'a list of articles has none',
      '<article><time datetime="2012-05-06"></time></article><article><time datetime="2012-05-07"></time></article>',
      '',
      '',
    ],
    ['comments’ times are not the page’s', '<div id="comments"><time datetime="2012-05-06"></time></div>', '', ''],
    ['microdata', '<span itemprop="datePublished" content="2012-05-06"></span>', '2012-05-06', 'time'],
  ])('%s', (_, html, published, publishedFrom) => {
    expect(extract(html)).toMatchObject({ published, publishedFrom })
  })

  it('takes the date of the only article of a list for no date of the list', () => {
    const html = '<article><h2><a href="/post">Post</a></h2><time datetime="2012-05-06"></time></article>'
    expect(extract(html, { url: normalizeUrl('https://site.example/tag/maps/')! }).published).toBe('')
    expect(extract(html, { url: normalizeUrl('https://site.example/post')! }).published).toBe('2012-05-06')
  })

  it.each([
    ['https://site.example/2012/05/06/title', '2012-05-06'],
    ['https://site.example/2012/05/title', '2012-05'],
    ['https://site.example/_posts/2012-05-06-title', '2012-05-06'],
    ['https://site.example/2012/13/title', ''],
    ['https://site.example/2012/title', ''],
    ['https://site.example/item/20120506', ''],
  ])('reads it from the address %s at last', (address, expected) => {
    const url = normalizeUrl(address)!
    expect(extract('', { url })).toMatchObject({ published: expected, publishedFrom: expected === '' ? '' : 'url' })
  })
})
