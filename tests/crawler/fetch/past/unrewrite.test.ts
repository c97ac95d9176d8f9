import { describe, expect, it } from 'vitest'
import { unrewrite } from '#crawler/fetch/past/unrewrite.ts'
import { readWebLinks } from '#crawler/fetch/past/read-web-links.ts'

const wayback = 'http://web.archive.org/web/20120420090000/http://site.example/a/'
const pywb = 'http://pywb.example:8080/coll/20120420090000mp_/http://site.example/a/'
const undone = (html: string, address = wayback, isRaw = false): string | undefined =>
  unrewrite(Buffer.from(html), { address, isRaw })?.body.toString()
const target = (href: string, address = wayback): string | undefined =>
  /^<a href="(.*)">$/.exec(undone(`<a href="${href}">`, address) ?? '')?.[1]

describe('unrewrite(body, form)', () => {
  it.each([
    // The Wayback Machine: absolute, of either scheme or none, root-relative, with what it says of the form.
    [
      'http://web.archive.org/web/20120420090000/http://friend.example/x?a=1&amp;b=2#c',
      'http://friend.example/x?a=1&amp;b=2#c',
    ],
    ['https://web.archive.org/web/20120420090000/https://friend.example/', 'https://friend.example/'],
    ['//web.archive.org/web/20120420090000/http://friend.example/', 'http://friend.example/'],
    ['/web/20120420090000/http://site.example/b', 'http://site.example/b'],
    ['/web/20120420090000im_/http://site.example/i.png', 'http://site.example/i.png'],
    ['/web/20120420090000js_/http://site.example/j.js', 'http://site.example/j.js'],
    ['/web/20120420090000cs_/http://site.example/c.css', 'http://site.example/c.css'],
    ['/web/20120420090000if_/http://frame.example/', 'http://frame.example/'],
    ['/web/20120420090000oe_/http://site.example/o.swf', 'http://site.example/o.swf'],
    ['/web/2012/http://friend.example/', 'http://friend.example/'],
    // Two slashes that became one on the way, an address without a scheme, one that is no page.
    ['/web/20120420090000/http:/friend.example/', 'http://friend.example/'],
    ['/web/20120420090000///friend.example/', '//friend.example/'],
    ['/web/20120420090000/mailto:me@site.example', 'mailto:me@site.example'],
    // One layer alone: the page itself linked to an archive.
    [
      '/web/20120420090000/http://web.archive.org/web/20050101000000/http://old.example/',
      'http://web.archive.org/web/20050101000000/http://old.example/',
    ],
  ])('of the Wayback Machine: %s', (href, original) => {
    expect(target(href)).toBe(original)
  })

  it.each([
    ['http://pywb.example:8080/coll/20120420090000mp_/http://friend.example/', 'http://friend.example/'],
    ['/coll/20120420090000mp_/http://site.example/b', 'http://site.example/b'],
    ['/coll/20120420090000/https://friend.example/', 'https://friend.example/'],
    ['//pywb.example:8080/coll/20120420090000///friend.example/', '//friend.example/'],
    ['http://pywb.example/coll/20120420090000/http://friend.example/', 'http://friend.example/'],
    ['/coll/20120420090000/http&#x3a;&#x2f;&#x2f;friend.example&#x2f;', 'http&#x3a;&#x2f;&#x2f;friend.example&#x2f;'],
    ['/coll/20120420090000/&#x2f;&#x2f;friend.example&#x2f;', '&#x2f;&#x2f;friend.example&#x2f;'],
    ['//pywb.example:8080/coll/20120420090000cs_/http://site.example/c.css', 'http://site.example/c.css'],
  ])('of pywb: %s', (href, original) => expect(target(href, pywb)).toBe(original))

  it.each([
    [
      'https://arquivo.pt/noFrame/replay/20120420090000/http://site.example/',
      '/noFrame/replay/20120420090000mp_/http://friend.example/',
    ],
    [
      'http://www.webarchive.org.uk/wayback/archive/20120420090000/http://site.example/',
      'http://www.webarchive.org.uk/wayback/archive/20120420090000/http://friend.example/',
    ],
    // Another way on the same host than the one that was asked.
    [
      'https://arquivo.pt/noFrame/replay/20120420090000/http://site.example/',
      '/wayback/20120420090000/http://friend.example/',
    ],
  ])('of %s: %s', (address, href) => expect(target(href, address)).toBe('http://friend.example/'))

  it.each([
    'c.html',
    '/b/c.html',
    'http://friend.example/web/20120420090000/http://x.example/',
    'http://friend.example/?u=/web/20120420090000/http://x.example/',
    '/web/guide/http://x.example/',
    '#top',
  ])('leaves what the page itself wrote: %s', href => expect(target(href)).toBe(undefined))

  it('reads every attribute, whatever its quotes, and several addresses in one', () => {
    const html = `<img srcset="/web/20120420090000im_/http://a.example/1 1x, /web/20120420090000im_/http://a.example/2 2x">
<a href=/web/20120420090000/http://b.example/>b</a><a href='/web/20120420090000/http://c.example/'>c</a>
<meta http-equiv="refresh" content="0; url=/web/20120420090000/http://d.example/">
<base href="http://web.archive.org/web/20120420090000/http://site.example/a/">
<div style="background:url(/web/20120420090000im_/http://e.example/e.png)">/web/20120420090000/http://text.example/</div>`
    expect(undone(html)).toBe(`<img srcset="http://a.example/1 1x, http://a.example/2 2x">
<a href=http://b.example/>b</a><a href='http://c.example/'>c</a>
<meta http-equiv="refresh" content="0; url=http://d.example/">
<base href="http://site.example/a/">
<div style="background:url(http://e.example/e.png)">/web/20120420090000/http://text.example/</div>`)
  })

  it('takes banner, scripts, styles and remarks of the Wayback Machine out, and keeps bytes as they came', () => {
    const page = Buffer.from(
      '<!doctype html><html><head>HEAD<title>Blog politique \xe9t\xe9</title><script>own()</script></head><body>BODY<p>Matter</p></body></html>TAIL',
      'latin1',
    )
    const html = page
      .toString('latin1')
      .replace(
        'HEAD',
        '<script src="//archive.org/includes/athena.js"></script><script>window.addEventListener("DOMContentLoaded",function(){var v=archive_analytics.values})</script>' +
          '<link rel="stylesheet" href="https://web-static.archive.org/_static/css/banner-styles.css"/><!-- End Wayback Rewrite JS Include -->',
      )
      .replace(
        'BODY',
        '<!-- BEGIN WAYBACK TOOLBAR INSERT --><div id="wm-ipp"><a href="/web/2012*/http://site.example/">11 captures</a></div><!-- END WAYBACK TOOLBAR INSERT -->',
      )
      .replace(
        'TAIL',
        '<!--\n     FILE ARCHIVED ON 09:00:00 Apr 20, 2012 AND RETRIEVED FROM THE\n     INTERNET ARCHIVE.\n--><!--\nplayback timings (ms):\n  a: 1\n-->',
      )
    const wanted = page.toString('latin1').replace(/HEAD|BODY|TAIL/g, '')
    expect(unrewrite(Buffer.from(html, 'latin1'), { address: wayback, isRaw: false })?.body.toString('latin1')).toBe(
      wanted,
    )
    // A server that ignores what form was asked for.
    expect(unrewrite(Buffer.from(html, 'latin1'), { address: wayback, isRaw: true })?.body.toString('latin1')).toBe(
      wanted,
    )
  })

  it('takes the head of pywb out, and scripts of its own that stand elsewhere', () => {
    const html = `<html><head>
<!-- WB Insert -->
<script>wbinfo = {}; wbinfo.url = "http://site.example/";</script><script src='/static/wombat.js'> </script>
<!-- End WB Insert -->
<title>A</title><script src="/coll/20120420090000js_/http://site.example/own.js"></script><script>WB_wombat_Init("/coll", "2012", "site.example");</script></head>`
    expect(undone(html, pywb)).toBe(`<html><head>

<title>A</title><script src="http://site.example/own.js"></script></head>`)
  })

  it('takes out what the Wayback Machine wrote before the head in its earlier years', () => {
    const html = `<html><script type="text/javascript" src="/static/js/analytics.js"></script>
<script type="text/javascript">archive_analytics.values.server_name="a";</script>
<link type="text/css" rel="stylesheet" href="/static/css/banner-styles.css"/><link rel="Stylesheet" href="../global/css/own.css"><head>`
    expect(undone(html)).toBe('<html>\n\n<link rel="Stylesheet" href="../global/css/own.css"><head>')
  })

  it('makes a redirect of the page that tells of one', () => {
    const html =
      '<p class="code shift red">Got an HTTP 302 response at crawl time</p><p class="code">Redirecting to...</p>' +
      '<p class="impatient"><a href="/web/20120420090000/http://www.site.example/new?a=1&amp;b=2">Impatient?</a></p>'
    expect(unrewrite(Buffer.from(html), { address: wayback, isRaw: false })).toEqual({
      body: Buffer.alloc(0),
      status: 302,
      redirectTo: 'http://www.site.example/new?a=1&b=2',
    })
  })

  it('says of a page as it was captured that nothing is to be undone, whatever it links to', () => {
    expect(undone('<a href="/web/20120420090000/http://a.example/">', wayback, true)).toBe(undefined)
    expect(undone('<p>No link at all')).toBe(undefined)
  })

  it('takes no longer for hostile pages than their length asks for', () => {
    const many = (text: string): string => text.repeat(Math.ceil(200_000 / text.length))
    for (const text of [
      '<script>',
      '<!-- BEGIN WAYBACK TOOLBAR INSERT -->',
      '<a href="/a/a/a/a/',
      '<a href="/web/20120420090000/',
      '<script ',
      '<link ',
      '<link href=/static/',
      '<',
    ])
      expect(() => undone(many(text))).not.toThrow()
  })
})

describe('readWebLinks(text)', () => {
  it('reads a TimeMap as RFC 7089 shows it', () => {
    const text = `<http://a.example.org>;rel="original",
 <http://arxiv.example.net/timemap/http://a.example.org>
   ; rel="self";type="application/link-format"
   ; from="Tue, 20 Jun 2000 18:02:59 GMT"
   ; until="Wed, 09 Apr 2008 20:30:51 GMT",
 <http://arxiv.example.net/web/20000620180259/http://a.example.org>
   ; rel="first memento";datetime="Tue, 20 Jun 2000 18:02:59 GMT"
   ; license="http://creativecommons.org/publicdomain/zero/1.0/"`
    const links = readWebLinks(text)
    expect(links.map(({ rels }) => rels)).toEqual([['original'], ['self'], ['first', 'memento']])
    expect(links[2]).toMatchObject({
      target: 'http://arxiv.example.net/web/20000620180259/http://a.example.org',
      parameters: { datetime: 'Tue, 20 Jun 2000 18:02:59 GMT' },
    })
    expect(links[1]!.parameters['until']).toBe('Wed, 09 Apr 2008 20:30:51 GMT')
  })

  it('passes over what is no link, and takes words without quotes', () => {
    expect(readWebLinks('')).toEqual([])
    expect(readWebLinks('<html><body>No map').map(({ rels }) => rels)).toEqual([[], []])
    expect(readWebLinks('<http://a.example/,b>;rel=memento').map(({ target: to, rels }) => [to, ...rels])).toEqual([
      ['http://a.example/,b', 'memento'],
    ])
  })
})
