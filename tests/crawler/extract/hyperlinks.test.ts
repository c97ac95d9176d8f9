import { describe, expect, it } from 'vitest'
import { extract, onlyLink } from './extract.ts'

const urls = (html: string): string[] => extract(html).links.map(({ url }) => url)

describe('extractPage(html, page): what a hyperlink is', () => {
  it('takes every a, area and iframe, in document order, and numbers them', () => {
    const { links } = extract(
      '<a href="http://a.example/">A</a><map><area href="http://b.example/x" alt="B"></map><iframe src="//c.example/"></iframe>',
    )
    expect(links.map(({ ordinal, element, url }) => [ordinal, element, url])).toEqual([
      [0, 'a', 'http://a.example/'],
      [1, 'area', 'http://b.example/x'],
      [2, 'iframe', 'https://c.example/'],
    ])
  })

  it.each([
    ['comments', '<!-- <a href="http://x.example/">x</a> -->'],
    ['unclosed comments', '<!-- <a href="http://x.example/">x</a>'],
    ['conditional comments', '<!--[if IE]><a href="http://x.example/">x</a><![endif]-->'],
    ['templates', '<template><p><a href="http://x.example/">x</a></p></template>'],
    ['templates in templates', '<template><template></template><a href="http://x.example/">x</a></template>'],
    ['scripts', '<script>document.write("<a href=\'http://x.example/\'>x</a>")</script>'],
    ['styles', '<style><a href="http://x.example/">x</a></style>'],
    ['text areas', '<textarea><a href="http://x.example/">x</a></textarea>'],
    ['titles', '<title><a href="http://x.example/">x</a></title>'],
    ['frames without frames', '<noframes><a href="http://x.example/">x</a></noframes>'],
    ['attributes', '<img alt="<a href=\'http://x.example/\'>x</a>">'],
    ['link elements', '<link rel="alternate" href="http://x.example/">'],
    ['images', '<img src="http://x.example/a.png">'],
    ['forms', '<form action="http://x.example/"><button formaction="http://x.example/">x</button></form>'],
    ['plain text', '<p>http://x.example/</p>'],
    ['anchors without an address', '<a name="x">x</a>'],
    ['the text inside an iframe', '<iframe><a href="http://x.example/">x</a></iframe>'],
    [
      'other schemes',
      '<a href="mailto:a@x.example">a</a><a href="javascript:void(0)">b</a><a href="tel:1">c</a><a href="data:,x">d</a>',
    ],
  ])('takes none from %s', (_, html) => {
    expect(urls(`${html}`)).toEqual([])
  })

  it('takes the frames of a frameset, which are all that such a page shows, as it takes an iframe', () => {
    const { links } = extract('<frameset><frame src="http://x.example/"></frameset>')
    expect(links).toMatchObject([{ element: 'iframe', url: 'http://x.example/' }])
  })

  it('reads noscript as a reader without scripts does', () => {
    expect(
      urls('<noscript><iframe src="https://tracker.example/ns.html"></iframe><a href="/plain">x</a></noscript>'),
    ).toEqual(['https://tracker.example/ns.html', 'https://site.example/plain'])
  })

  it('takes links of vector images', () => {
    expect(urls('<svg><a xlink:href="http://x.example/"><text>x</text></a><title>t</title></svg>')).toEqual([
      'http://x.example/',
    ])
  })

  it('counts private and special-use addresses apart, unless they are allowed', () => {
    const html =
      '<a href="http://localhost:3000/">a</a><a href="http://192.168.1.1/">b</a><a href="https://x.example/">c</a>'
    expect(extract(html)).toMatchObject({ privateLinks: 2, links: [{ ordinal: 0, url: 'https://x.example/' }] })
    expect(extract(html, { allowPrivate: true })).toMatchObject({ privateLinks: 0, links: [{}, {}, { ordinal: 2 }] })
  })

  it('keeps exact duplicates: each occurrence is one', () => {
    expect(urls('<a href="http://x.example/">x</a><a href="http://x.example/">x</a>')).toHaveLength(2)
  })

  it('keeps the address as written beside the one it leads to', () => {
    const link = onlyLink('<a href=" HTTP://X.Example:80/a?utm_source=b&amp;c=d#e ">x</a>')
    expect(link.href).toBe(' HTTP://X.Example:80/a?utm_source=b&c=d#e ')
    expect(link.url).toBe('http://x.example/a?c=d')
  })

  it('reads attributes in any case, with or without quotes, the first of two counting', () => {
    expect(urls('<A HREF=http://x.example/a>x</A><a Href=\'b\' href="c">y</a>')).toEqual([
      'http://x.example/a',
      'https://site.example/blog/b',
    ])
  })

  it.each([
    ['an element', '<constructor href="/b">a</constructor><a href="/c">c</a>', 'a'],
    ['a role', '<div role="constructor"><a href="/c">c</a></div>', 'a'],
    ['a role without words', '<div role="__proto__"><a href="/c">c</a></div>', 'a'],
    ['a class', '<div class="__proto__ constructor"><a href="/c">c</a></div>', 'div.__proto__.constructor>a'],
    ['attributes', '<p><a constructor=x __proto__=y href="/c">c</a></p>', 'a'],
  ])('takes the names of an engine’s own things for %s of a page', (_, html, place) => {
    expect(extract(`<body>${html}`).links).toMatchObject([{ url: 'https://site.example/c', zone: 'content', place }])
  })

  it('sorts out rel: lower case, one space between', () => {
    expect(onlyLink('<a href="/" rel=" NoFollow\n ugc ">x</a>').rel).toBe('nofollow ugc')
  })
})

describe('extractPage(html, page): <base>', () => {
  it.each([
    [
      'the first base counts, wherever it stands',
      '<a href="x">x</a><base href="https://b.example/d/"><base href="https://c.example/">',
      'https://b.example/d/x',
    ],
    [
      'a base without an address is none',
      '<base target="_blank"><base href="https://c.example/"><a href="x">x</a>',
      'https://c.example/x',
    ],
    ['a relative base is relative to the page', '<base href="../en/"><a href="x">x</a>', 'https://site.example/en/x'],
    ['a base of another scheme is ignored', '<base href="data:,x"><a href="x">x</a>', 'https://site.example/blog/x'],
    [
      'a base in a template is none',
      '<template><base href="https://c.example/"></template><a href="x">x</a>',
      'https://site.example/blog/x',
    ],
  ])('%s', (_, html, expected) => {
    expect(urls(html)).toEqual([expected])
  })
})

describe('extractPage(html, page): the anchor', () => {
  it.each([
    ['visible text, spaces collapsed', '<a href="/">\n  The <b>best</b>&nbsp;\t of it </a>', 'The best of it'],
    ['the alt of its image when there is no text', '<a href="/"><img alt=" The  Logo "></a>', 'The Logo'],
    ['no alt when there is text', '<a href="/"><img alt="Logo"> Home</a>', 'Home'],
    ['all alts of a link with several images', '<a href="/"><img alt="One"><img><img alt="Two"></a>', 'One Two'],
    ['an area is known by its alt', '<area href="/" alt="North">', 'North'],
    ['blocks inside a link are apart', '<a href="/"><h3>Title</h3><p>Text</p></a>', 'Title Text'],
    ['line breaks are spaces', '<a href="/">one<br>two</a>', 'one two'],
    ['scripts and styles in it are not seen', '<a href="/">a<script>b</script><style>c</style></a>', 'a'],
    ['entities are decoded', '<a href="/">caf&eacute; &lt;b&gt; &#8217;</a>', 'café <b> ’'],
    ['no text, no image: empty', '<a href="/"><i class="icon"></i></a>', ''],
    ['control and direction characters are taken out', '<a href="/">a\u0007\u202eb\u001b[31m</a>', 'ab[31m'],
  ])('%s', (_, html, expected) => {
    expect(onlyLink(html).anchor).toBe(expected)
  })

  it('ends an unclosed link at the next one, and at the end of the block around it', () => {
    const { links } = extract('<p><a href="/1">one <b>bold<a href="/2">two</b></p><p>not a link</p>')
    expect(links.map(({ anchor }) => anchor)).toEqual(['one bold', 'two'])
  })

  it('gives each link of malformed markup its own text', () => {
    const { links } = extract('<ul><li><a href="/1">one<li><a href="/2"><div>two</a> rest</div></ul><a href=/3>three')
    expect(links.map(({ anchor }) => anchor)).toEqual(['one', 'two', 'three'])
  })
})
