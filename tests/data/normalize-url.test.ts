import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizeUrl } from '#data/url/normalize-url.ts'

/** [as found, in normal form]; null: no address. */
const cases: readonly (readonly [string, string | null])[] = [
  ['https://www.spintank.fr', 'https://www.spintank.fr/'],
  ['  HTTPS://WWW.Spintank.FR/Équipe  ', 'https://www.spintank.fr/%C3%89quipe'],
  ['http://user:secret@tnova.fr:80/', 'http://tnova.fr/'],
  ['https://tnova.fr:443/a', 'https://tnova.fr/a'],
  ['https://tnova.fr:80/a', 'https://tnova.fr:80/a'],
  ['https://tnova.fr./notes/', 'https://tnova.fr/notes/'],
  ['https://tnova.fr../', 'https://tnova.fr/'],
  ['https://élysée.fr/', 'https://xn--lyse-9oad.fr/'],
  ['https://ＥＸＡＭＰＬＥ.fr/', 'https://example.fr/'],
  ['https://tnova.fr/Notes/Idée?b=2&a=1#haut', 'https://tnova.fr/Notes/Id%C3%A9e?b=2&a=1'],
  ['https://tnova.fr/?', 'https://tnova.fr/'],
  ['https://tnova.fr/#', 'https://tnova.fr/'],
  ['https://tnova.fr/a/./b/../c/%2e%2E/d', 'https://tnova.fr/a/d'],
  ['https://tnova.fr/%7ejean/%c3%a9t%C3%a9', 'https://tnova.fr/~jean/%C3%A9t%C3%A9'],
  ['https://tnova.fr/a%2Fb%3fc', 'https://tnova.fr/a%2Fb%3Fc'],
  ['https://tnova.fr/a|b?c[]=d|e', 'https://tnova.fr/a%7Cb?c%5B%5D=d%7Ce'],
  ['https://tnova.fr/100%?x=%zz', 'https://tnova.fr/100%25?x=%25zz'],
  ['https://tnova.fr/?q=%u00e9', 'https://tnova.fr/?q=%u00e9'],
  ['https://tnova.fr/a b?c d', 'https://tnova.fr/a%20b?c%20d'],
  ['https://tnova.fr/a//b', 'https://tnova.fr/a//b'],
  ['https:\\\\tnova.fr\\a', 'https://tnova.fr/a'],
  ['http://0x7f.1/', 'http://127.0.0.1/'],
  ['http://2130706433', 'http://127.0.0.1/'],
  ['http://127.0.0.1../', 'http://127.0.0.1/'],
  ['http://[::FFFF:127.0.0.1]:8080/', 'http://[::ffff:7f00:1]:8080/'],
  ['http://under_score.example.fr/', 'http://under_score.example.fr/'],
  ['http://*.example.fr/', null],
  ['http://a..b.fr/', null],
  ['http://.example.fr/', null],
  ['http://./', null],
  ["http://l'exemple.fr/", null],
  [`http://${'a'.repeat(64)}.fr/`, null],
  ['http://', null],
  ['http://exa mple.fr/', null],
  ['http://1.2.3.4.5/', null],
  ['http://tnova.fr:99999/', null],
  ['ftp://tnova.fr/', null],
  ['mailto:x@tnova.fr', null],
  ['/notes', null],
  ['', null],
]

/** Query before and after: what follows readers goes, what says which page stays. */
const queries: readonly (readonly [string, string])[] = [
  ['?utm_source=nl&utm_medium=email&id=3', '?id=3'],
  ['?id=3&UTM_Source=nl', '?id=3'],
  ['?utm%5Fsource=nl', ''],
  ['?fbclid=IwAR0x&gclid=1', ''],
  ['?mc_cid=1&mc_eid=2&p=12', '?p=12'],
  ['?xtor=RSS-3208', ''],
  ['?at_medium=custom7&at_campaign=64', ''],
  ['?lmd_medium=al&lmd_campaign=envoye-par-appli&page=2', '?page=2'],
  ['?sc_src=email_1&sc_lid=2&sc_uid=x&sc_llid=3&lang=fr', '?lang=fr'],
  ['?pk_campaign=a&mtm_source=b', ''],
  ['?a=1&amp;utm_medium=x', '?a=1'],
  ['?utm=3&source=utm_source', '?utm=3&source=utm_source'],
  ['?refcode=obama2012', '?refcode=obama2012'],
  ['?attribution=x&attach=1', '?attribution=x&attach=1'],
  ['?z=1&a=2&z=3', '?z=1&a=2&z=3'],
  ['?flag', '?flag'],
  ['?a=&b', '?a=&b'],
]

describe('normalizeUrl(raw)', () => {
  it.each(cases)('reads %j as %j', (raw, normal) => expect(normalizeUrl(raw)).toBe(normal))

  it.each(queries)('leaves of %j only %j', (before, after) =>
    expect(normalizeUrl(`https://www.lemonde.fr/politique${before}`)).toBe(`https://www.lemonde.fr/politique${after}`),
  )

  it('never throws, and changes nothing the second time', () => {
    const pieces = fc.constantFrom('%', '%2e', '%2E%2e', '%41', '%34', '%u', '%u0041', '..', '.', '/', '//', '\\', '|')
    const more = fc.constantFrom(
      '?',
      '&',
      '=',
      'utm_a=1',
      'amp;',
      '#',
      '@',
      ':',
      '*',
      'é',
      '\ud800',
      '\t',
      ' ',
      '0x7f',
      '1',
      'a',
    )
    const tail = fc.array(fc.oneof(pieces, more, fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 14 })
    const heads = fc.constantFrom('http://', 'https://x.fr/', 'http://x.fr/?', 'http://a.', 'http://[::1]', '')
    const raw = fc.oneof(
      fc.webUrl({ withFragments: true, withQueryParameters: true }),
      fc.tuple(heads, tail).map(([h, t]) => h + t.join('')),
    )
    fc.assert(
      fc.property(raw, text => {
        const once = normalizeUrl(text)
        if (once === null) return
        expect(normalizeUrl(once)).toBe(once)
        expect(once).toMatch(/^https?:\/\/[a-z0-9._:[\]-]+\/[\x21-\x7e]*$/)
        expect(once).not.toContain('|')
      }),
      { numRuns: 3000 },
    )
  })
})
