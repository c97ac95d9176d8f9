import { describe, expect, it } from 'vitest'
import type { PageAnswer } from '#crawler/extract/extract-page.ts'
import { PairMemory } from '#crawler/extract/pair-memory.ts'
import { rememberingMany } from '#crawler/extract/remembering-many.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import { extract } from './extract.ts'

const at = (address: string, more: Partial<PageAnswer> = {}): Partial<PageAnswer> => ({
  url: normalizeUrl(address)!,
  ...more,
})
const targets = (html: string, answer: Partial<PageAnswer>): string[] =>
  extract(html, answer).links.map(({ url }) => url)

describe('extractPage(html, page): an href that was read before', () => {
  const path = '<a href="/a?q=é">x</a>'

  it.each([
    ['on another host', path, at('https://one.example/b/'), 'https://one.example/a?q=%C3%A9'],
    ['over another scheme', path, at('http://one.example/b/'), 'http://one.example/a?q=%C3%A9'],
    ['on another port', path, at('http://one.example:8080/b/'), 'http://one.example:8080/a?q=%C3%A9'],
    [
      'under another base',
      `<base href="//two.example/x">${path}`,
      at('http://one.example/'),
      'http://two.example/a?q=%C3%A9',
    ],
    ['in another charset', path, at('http://one.example/', { charset: 'windows-1252' }), 'http://one.example/a?q=%E9'],
    ['of a host without a scheme', '<a href="//c.example/">x</a>', at('http://one.example/'), 'http://c.example/'],
    [
      'of a host without a scheme, over another',
      '<a href="//c.example/">x</a>',
      at('https://one.example/'),
      'https://c.example/',
    ],
    ['beside another page', '<a href="a">x</a>', at('http://one.example/b/c'), 'http://one.example/b/a'],
    ['beside a third page', '<a href="a">x</a>', at('http://one.example/d/e'), 'http://one.example/d/a'],
    ['of the page itself', '<a href="?a=1">x</a>', at('http://one.example/d/e'), 'http://one.example/d/e?a=1'],
    ['of the page itself, on another', '<a href="?a=1">x</a>', at('http://one.example/f'), 'http://one.example/f?a=1'],
  ])('leads where it leads %s, and so it does again', (_, html, answer, expected) => {
    expect(targets(html, answer)).toEqual([expected])
    expect(targets(html, answer)).toEqual([expected])
  })

  it('is as private as the crawl takes it for', () => {
    const html = '<a href="http://localhost/x">x</a><script src="http://localhost/x/y.js"></script>'
    for (const allowPrivate of [false, true, false]) {
      const page = extract(html, { allowPrivate })
      expect([page.links.length, page.privateLinks, page.borrowed.length]).toEqual(allowPrivate ? [1, 0, 1] : [0, 1, 0])
    }
  })

  it('leads through a copy of the past, unless the page is of that copy', () => {
    const copy = 'https://web.archive.org/web/2012/http://x.example/a'
    const html = `<a href="${copy}">x</a>`
    expect(targets(html, at('https://one.example/'))).toEqual(['http://x.example/a'])
    expect(targets(html, at('https://web.archive.org/web/2012/http://one.example/'))).toEqual([copy])
    expect(targets(html, at('https://one.example/'))).toEqual(['http://x.example/a'])
  })

  it('keeps its own spelling beside its target', () => {
    const html = '<a href="http://X.example/#a">x</a><a href="http://x.example/">y</a>'
    for (const _ of [1, 2])
      expect(extract(html).links.map(({ href, url }) => `${href} ${url}`)).toEqual([
        'http://X.example/#a http://x.example/',
        'http://x.example/ http://x.example/',
      ])
  })

  it('borrows from its own host there alone where that is', () => {
    const html = '<script src="//one.example/engine/js/a.js"></script><iframe src="//one.example/x/y/z"></iframe>'
    const hosts = (answer: Partial<PageAnswer>): string[] =>
      extract(html, answer).borrowed.map(({ kind, host, detail }) => `${kind} ${host} ${detail}`)
    const everywhere = ['script one.example /engine/js/', 'frame one.example /x/y/']
    expect(hosts(at('https://one.example/'))).toEqual(everywhere.slice(0, 1))
    expect(hosts(at('https://two.example/'))).toEqual(everywhere)
    expect(hosts(at('https://one.example/b'))).toEqual(everywhere.slice(0, 1))
  })
})

describe('what is remembered', () => {
  it('is forgotten when it is too much, and said anew', () => {
    const asked: string[] = []
    const double = rememberingMany(2, (text: string) => {
      asked.push(text)
      return text + text
    })
    expect(['a', 'b', 'a', 'c', 'a'].map(double)).toEqual(['aa', 'bb', 'aa', 'cc', 'aa'])
    expect(asked).toEqual(['a', 'b', 'c', 'a'])
    const long = 'l'.repeat(501)
    expect([double(long), double(long)]).toEqual([long + long, long + long])
    expect(asked.slice(4)).toEqual([long, long])
  })

  it('tells two texts apart, whatever stands in them', () => {
    const memory = new PairMemory<number>(2)
    expect([memory.keep('a b', 'c', 1), memory.keep('a', 'b c', 2)]).toEqual([1, 2])
    expect([memory.get('a b', 'c'), memory.get('a', 'b c'), memory.get('a', 'c')]).toEqual([1, 2, undefined])
    memory.keep('d', '', 3)
    expect([memory.get('d', ''), memory.get('a', 'b c')]).toEqual([3, undefined])
    memory.keep('e', 'e'.repeat(500), 4)
    expect(memory.get('e', 'e'.repeat(500))).toBeUndefined()
  })
})
