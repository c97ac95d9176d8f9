import { describe, expect, it } from 'vitest'
import { indexOf } from '#crawler/fetch/robots/index-of.ts'
import { trimBoth, trimEnd, trimStart } from '#data/trim-text.ts'
import { couldBeHost } from '#data/url/could-be-host.ts'
import { maxAddressChars } from '#data/url/max-address.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import { resolveHref } from '#data/url/resolve-href.ts'
import { withoutAccents } from '#data/vocabulary/without-accents.ts'

describe('indexOf(text, piece, from)', () => {
  it('finds what the engine finds, for pieces on both sides of its own way', () => {
    for (const letters of ['ab', 'aab', 'abcab'])
      for (let length = 1; length <= 40; length += 1) {
        const piece = letters.repeat(20).slice(0, length)
        const text = `${letters.repeat(12)}x${piece}y${piece}`
        for (const from of [0, 1, 30, text.length])
          expect(indexOf(text, piece, from), `${piece} from ${from}`).toBe(text.indexOf(piece, from))
        expect(indexOf(text, `${piece}z`, 0)).toBe(-1)
      }
  })
})

describe('trimming by a class of characters', () => {
  it('takes off what stands at the ends, and no more', () => {
    expect(trimStart('..a.b..', /\./)).toBe('a.b..')
    expect(trimEnd('..a.b..', /\./)).toBe('..a.b')
    expect(trimBoth('..a.b..', /\./)).toBe('a.b')
    for (const trim of [trimStart, trimEnd, trimBoth]) expect([trim('', /\./), trim('....', /\./)]).toEqual(['', ''])
  })
})

describe('withoutAccents(text)', () => {
  it('is what decomposing and leaving out marks gives', () => {
    for (const text of ['Élysée', 'e\u0301le\u0300ve', 'Œuvre', 'ſ\u0323\u0307', '한국', 'שָׁלוֹם', '\u0301', 'ậ'])
      expect(withoutAccents(text)).toBe(text.normalize('NFD').replace(/\p{M}/gu, ''))
  })
})

describe('what an address may hold', () => {
  it('is bounded at 8,192 characters as written and as resolved', () => {
    const of = (path: string) => resolveHref(`/${path}`, 'http://a.example/').kind
    const room = maxAddressChars - 'http://a.example/'.length
    expect([
      of('a'.repeat(room)),
      of('a'.repeat(room + 1)),
      of('é'.repeat(room / 6)),
      of('é'.repeat(room / 5)),
    ]).toEqual(['url', 'too-long', 'url', 'too-long'])
  })

  it('is no host that DNS could not hold, and such a host is not even parsed', () => {
    const long = '電'.repeat(301)
    for (const written of [
      `http://${long}/`,
      `//${long}`,
      `\\\\${long}`,
      ` HTTP:/${long}`,
      `ht\ntp://a@${long}?`,
      `https://x:y@${long}`,
    ])
      expect([couldBeHost(written), normalizeUrl(written)]).toEqual([false, null])
    expect(resolveHref(`//${long}/`, 'http://a.example/')).toEqual({ kind: 'other', scheme: '' })
    for (const written of [long, `/${long}`, `http://a/${long}`, `http://${long}@a/`, `//a?${long}`, `mailto:${long}`])
      expect(couldBeHost(written)).toBe(true)
  })
})
