import * as fc from 'fast-check'
import { Parser } from 'htmlparser2'
import { describe, expect, it } from 'vitest'
import { inertPage } from '#viewer/server/archive/inert-page.ts'

const base = 'http://a.example/deep/page'
const bodyOf = (html: string): string => inertPage(html, base).body

describe('inertPage(html, base)', () => {
  it.each([
    [
      'text and its arrangement',
      '<h1 id="t" class="x">T</h1><p lang=fr>a <b>b</b>',
      '<h1 id="t">T</h1><p lang="fr">a <b>b</b></p>',
    ],
    [
      'links, by their whole address',
      '<a href="../x?a=1&b=2" onclick="f()">x</a>',
      '<a href="http://a.example/x?a=1&amp;b=2" rel="noreferrer">x</a>',
    ],
    [
      'the text of links that lead to no page',
      '<a href="javascript:f()">x</a><a href="data:text/html,y">y</a>',
      '<a>x</a><a>y</a>',
    ],
    [
      'links as <base> has them',
      '<base href="http://b.example/z/"><a href="x">x</a>',
      '<a href="http://b.example/z/x" rel="noreferrer">x</a>',
    ],
    [
      'where an image map leads',
      '<map><area href="/x" alt="X"></map>',
      ' [<a href="http://a.example/x" rel="noreferrer">X</a>] ',
    ],
    [
      'where a frame leads',
      '<iframe src="/x"></iframe>',
      ' [<a href="http://a.example/x" rel="noreferrer">http://a.example/x</a>] ',
    ],
    ['the description of an image', 'a<img src=x alt="Our logo">b', 'a [Our logo] b'],
    ['what is shown without scripts', '<noscript><p>plain</p></noscript>', '<p>plain</p>'],
    [
      'the words of a form',
      '<form action=/x><label>Name <input name=n value=v></label><button>Go</button></form>',
      'Name Go',
    ],
    ['a head that never ends', '<head><meta charset=utf-8><p>text', '<p>text</p>'],
  ])('keeps %s', (_, html, expected) => {
    expect(bodyOf(html)).toBe(expected)
  })

  it.each([
    '<script>f()</script>',
    '<script src=//t.example/x></script>',
    '<style>@import url(//t.example/x);</style>',
    '<link rel=preconnect href=//t.example><link rel=stylesheet href=//t.example>',
    '<meta http-equiv=refresh content="0;url=//t.example">',
    '<object data=//t.example><embed src=//t.example></object>',
    '<svg onload=f()><a href="javascript:f()">x</a><style>x</style></svg>',
    '<video src=//t.example poster=//t.example><track src=//t.example></video>',
    '<template><img src=//t.example></template>',
    '<img src=//t.example srcset="//t.example 2x" onerror=f()>',
    '<input type=image src=//t.example autofocus onfocus=f()>',
    '<math><mtext><table><mglyph><style><img src=x onerror=f()></style></mglyph></table></mtext></math>',
    '<!-- --><![CDATA[<script>]]><?php f() ?>',
  ])('leaves nothing of %s', html => {
    expect(bodyOf(html)).toBe('')
  })

  it('keeps the title as text', () => {
    expect(inertPage('<title> A &lt;b&gt;\n title </title><svg><title>other</title></svg>', base).title).toBe(
      'A <b> title',
    )
  })

  it('writes nothing but its own elements and attributes, whatever it is given', () => {
    const pieces = ['<', '</', '>', '"', "'", '=', ' ', '/', '&lt;', '&#60;', 'script', 'a href', 'p', 'img src', 'onload', 'style', 'svg', 'title', 'x:', 'javascript:', '<!--', '-->', '\0', 'é'] // prettier-ignore
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(fc.constantFrom(...pieces)).map(list => list.join('')),
    )
    fc.assert(
      fc.property(text, html => {
        const seen: string[] = []
        const parser = new Parser({ onopentag: (name, attributes) => seen.push(name, ...Object.keys(attributes)) })
        parser.end(bodyOf(html))
        expect(
          seen.filter(name => /^(?:script|style|img|svg|iframe|form|link|meta|base|on.*|src.*)$/.test(name)),
        ).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })
})
