import { describe, expect, it } from 'vitest'
import { cookieNamesIn, joinHeaders } from '#crawler/fetch/headers.ts'
import { extract } from './extract.ts'

/** 'kind host detail' of each. */
const taken = (html: string, answer: Parameters<typeof extract>[1] = {}): string[] =>
  extract(html, answer).borrowed.map(({ kind, host, detail }) => `${kind} ${host} ${detail}`)

describe('extractPage(html, page): what a page takes from elsewhere', () => {
  it.each([
    ['a script', '<script src="https://js.maker.example/a/b/c.js?v=1"></script>', 'script js.maker.example /a/b/'],
    ['one without a scheme', '<script src="//js.maker.example/x.js"></script>', 'script js.maker.example /x.js'],
    [
      'a style',
      '<link rel="Stylesheet" href="http://FONTS.maker.example/css?family=a">',
      'style fonts.maker.example /css',
    ],
    ['a preloaded script', '<link rel=preload as=script href=//a.example/at.js>', 'script a.example /at.js'],
    [
      'a picture that counts',
      '<noscript><img src="https://c.maker.example/tr?id=1"></noscript>',
      'image c.maker.example /tr',
    ],
    ['no step of a picture but the first', '<img src="//i.maker.example/u/1/me.png">', 'image i.maker.example /u/'],
    ['a frame', '<iframe src="https://v.maker.example/embed/x"></iframe>', 'frame v.maker.example /embed/x'],
    ['a film of old days', '<object data="http://v.maker.example/v/x"></object>', 'frame v.maker.example /v/x'],
    ['a form', '<form action="https://f.maker.example:8443/post/">', 'form f.maker.example:8443 /post/'],
    [
      'a button that posts elsewhere',
      '<button formaction="//f.maker.example/go">x</button>',
      'form f.maker.example /go',
    ],
    ['a generator mark', '<meta name="Generator" content=" Engine  3.1 ">', 'generator  Engine 3.1'],
    ['folders of its own host', '<script src="/engine/js/a.js"></script>', 'script site.example /engine/js/'],
    ['addresses by the base', '<base href="//b.maker.example/x/"><img src="y/z.png">', 'image b.maker.example /x/'],
  ])('keeps %s', (_, html, expected) => {
    expect(taken(html)).toEqual([expected])
  })

  it.each([
    ['a hyperlink', '<a href="https://maker.example/">x</a>'],
    ['a template', '<template><script src="https://js.maker.example/a.js"></script></template>'],
    ['a comment', '<!-- <script src="https://js.maker.example/a.js"></script> -->'],
    ['a hint to connect', '<link rel="dns-prefetch" href="//fonts.maker.example">'],
    ['data', '<img src="data:image/png;base64,AAAA">'],
    ['a search on its own host', '<form action="/search/"><iframe src="/map/here"></iframe>'],
    ['a picture beside the page', '<img src="/me.png">'],
    ['a private host', '<script src="http://intranet/a.js"></script><img src="http://192.168.0.1/x/y.png">'],
    ['what is no address', '<script src="http://"></script><img src="https://[::1/x">'],
  ])('keeps nothing of %s', (_, html) => {
    expect(taken(html)).toEqual([])
  })

  it('keeps a thing that stands twice once, and never makes it a hyperlink', () => {
    const page = extract(
      '<script src="//a.example/x/1.js"></script>'.repeat(3) + '<script src="//a.example/x/2.js"></script>',
    )
    expect(page.borrowed).toHaveLength(3 - 1)
    expect(page.links).toEqual([])
    expect(taken('<img src="//a.example/x/y/1.png"><img src="//a.example/x/z/2.png">')).toHaveLength(1)
  })

  it('keeps the names of cookies and never their values', () => {
    const headers = joinHeaders([
      ['Set-Cookie', '_maker_session=SECRET; path=/; expires=Wed, 21 Oct 2026 07:28:00 GMT'],
      ['set-cookie', 'b=2'],
      ['set-cookie', 'no name'],
    ])
    expect(JSON.stringify(headers)).not.toContain('SECRET')
    expect(cookieNamesIn(headers)).toEqual(['_maker_session', 'b'])
    expect(taken('<p>x</p>', { cookies: cookieNamesIn(headers) })).toEqual(['cookie  _maker_session', 'cookie  b'])
  })

  it('stops at its bound, says so, and reads the rest of the page', () => {
    const many = Array.from({ length: 400 }, (_, n) => `<img src="https://i${n}.maker.example/x/y.png">`).join('')
    const page = extract(`${many}<a href="https://cited.example/">x</a>`)
    expect(page.borrowed).toHaveLength(300)
    expect(page.limits).toEqual(['borrowed'])
    expect(page.links).toHaveLength(1)
    expect(extract(many.slice(0, 1000)).limits).toEqual([])
  })

  it('keeps short beginnings of long paths and marks', () => {
    const long = 'a'.repeat(500)
    expect(taken(`<script src="//h.example/${long}/b.js"></script>`)).toEqual(['script h.example /'])
    expect(taken(`<script src="//h.example/b/${long}/c.js"></script>`)).toEqual(['script h.example /b/'])
    expect(taken(`<meta name=generator content="${long}">`)[0]).toHaveLength('generator  '.length + 100)
  })
})
