import { describe, expect, it } from 'vitest'
import { extractPage } from '#crawler/extract/extract-page.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'

const id = '0123456789abcdef0123456789abcdef'
const other = 'fedcba9876543210fedcba9876543210'
const linksOf = (...hrefs: readonly string[]): string[] =>
  extractPage(hrefs.map(href => `<a href="${href}">x</a>`).join(' '), {
    url: normalizeUrl('http://a.example/')!,
  }).links.map(({ url }) => url)

describe('the id of a visit', () => {
  it.each([
    [`http://a.example/actu.do;jsessionid=${id}`, 'http://a.example/actu.do'],
    [`http://a.example/liens.do;JSESSIONID=${id}.node1?p=1`, 'http://a.example/liens.do?p=1'],
    [`http://a.example/index.php?PHPSESSID=${id}&page=2`, 'http://a.example/index.php?page=2'],
    [`http://a.example/?osCsid=${id}`, 'http://a.example/'],
    [`http://a.example/a.cfm?CFID=12345&CFTOKEN=${id}&x=1`, 'http://a.example/a.cfm?x=1'],
    ['http://a.example/(S(lit3py55t21z5v55vlm25s55))/page.aspx', 'http://a.example/page.aspx'],
    // ASP.NET, <sessionState cookieless>: X is the detection of cookies; before 2.0 the id stood alone.
    ['http://a.example/(X(1)S(lit3py55t21z5v55vlm25s55))/Default.aspx', 'http://a.example/Default.aspx'],
    ['http://a.example/(X(1))/Default.aspx', 'http://a.example/Default.aspx'],
    ['http://a.example/(lit3py55t21z5v55vlm25s55)/Default.aspx', 'http://a.example/Default.aspx'],
    // Heritrix, StripSessionCFIDs: the pair, of any length.
    ['http://a.example/a.cfm?CFID=1234567&CFTOKEN=87654321&x=1', 'http://a.example/a.cfm?x=1'],
    ['http://a.example/a.cfm?x=1&cfid=2&cftoken=3', 'http://a.example/a.cfm?x=1'],
    [`http://a.example/?session_id=${id}&a=1`, 'http://a.example/?a=1'],
    [`http://a.example/?SESSIONID=${id}`, 'http://a.example/'],
    [`http://a.example/x;sid=${id}?a=1`, 'http://a.example/x?a=1'],
    [`http://a.example/x%3bjsessionid%3d${id}`, 'http://a.example/x'],
    [`http://a.example/x.jsp?;jsessionid=${id}`, 'http://a.example/x.jsp'],
    [`http://a.example/x.jsp?a=1;jsessionid=${id}&b=2`, 'http://a.example/x.jsp?a=1&b=2'],
  ])('%s is %s', (raw, url) => {
    expect(normalizeUrl(raw)).toBe(url)
  })

  it.each([
    'http://a.example/a.cfm?CFID=12345',
    'http://a.example/?phpsessid=7',
    `http://a.example/?sid=${id}`,
    'http://a.example/Foo_(bar)/x',
    'http://a.example/(bar)/x',
    'http://a.example/a.cfm?CFTOKEN=87654321',
    'http://a.example/?session_id=the-future-of-journalism',
    'http://a.example/?session_id=12',
    'http://a.example/;sid=12',
  ])('%s is left alone', url => {
    expect(normalizeUrl(url)).toBe(url)
  })

  it('is taken out of sid= where the links of a page share it', () => {
    expect(
      linksOf(`/t.php?t=5&amp;sid=${id}`, `/f.php?sid=${id}&amp;f=2`, `/?sid=${id}`, `http://b.example/?sid=${id}`),
    ).toEqual([
      'http://a.example/t.php?t=5',
      'http://a.example/f.php?f=2',
      'http://a.example/',
      `http://b.example/?sid=${id}`,
    ])
  })

  it('is none where links of a page have different ones, or numbers', () => {
    const kept = [`http://a.example/t.php?sid=${id}`, `http://a.example/t.php?sid=${other}`]
    expect(linksOf(...kept)).toEqual(kept)
    expect(linksOf('/t.php?sid=4512')).toEqual(['http://a.example/t.php?sid=4512'])
  })
})
