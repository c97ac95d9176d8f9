import { describe, expect, it } from 'vitest'
import { buildPrefixTable } from '#data/entity/assign-entity.ts'
import { readDated } from '#data/entity/dated.ts'
import { readPlace } from '#data/entity/read-place.ts'
import { discoveredPrefix } from '#data/entity/web-entity.ts'
import { foldText } from '#data/vocabulary/fold-text.ts'
import { markLink } from '#data/marks/mark-link.ts'
import { printedColumns, printable } from '#data/command/printable.ts'
import { showCell } from '#data/show-cell.ts'
import { guessCountryCode } from '#data/table/country-codes.ts'
import { readTable } from '#data/table/read-table.ts'
import type { Lru, Url } from '#data/url/brand.ts'
import { hasListedSuffix } from '#data/url/listed-suffix.ts'
import { readLru, toLru } from '#data/url/lru.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import { readAddress } from '#data/url/read-address.ts'
import { registrableDomain } from '#data/url/registrable-domain.ts'
import { isPrivateHost } from '#data/url/private-host.ts'
import { resolveHref } from '#data/url/resolve-href.ts'
import { isSpecialAddress } from '#data/url/special-address.ts'
import { isTrackingParameter } from '#data/url/tracking-parameters.ts'
import type { Traces } from '#data/curate/guess/guess.ts'
import { guessCountry } from '#data/curate/guess/guess-country.ts'
import { guessKind } from '#data/curate/guess/guess-kind.ts'
import { readOptOut } from '#seeds/read-opt-out.ts'
import { readSeeds } from '#seeds/read-seeds.ts'
import { superlinear, type Reader } from '../growth.ts'

const asUrl = (read: (url: Url) => unknown) => (text: string) => {
  const url = normalizeUrl(text)
  return url === null ? null : read(url)
}
const orMistake = (read: () => unknown): unknown => {
  try {
    return read()
  } catch {
    return null
  }
}
const bytes = (text: string): Uint8Array => Buffer.from(text)
const base = 'http://site.example/'
const prefixes = buildPrefixTable([{ lru: 'h:example|h:site|p:a|' as Lru, entity: 1 }])

const traces: Traces = {
  id: 'a.example',
  homepage: 'http://a.example/',
  addresses: [],
  anchors: [],
  languages: [],
  stated: [],
}
const guesses = (more: Partial<Traces>) => [guessCountry({ ...traces, ...more }), guessKind({ ...traces, ...more })]

const readers: readonly Reader[] = [
  ['guesses by an id', text => guesses({ id: text }), [[''], ['linkedin.com/']]],
  ['guesses by an address', text => guesses({ homepage: text }), [['http://a.example/'], ['http://a', '.example/']]],
  ['guesses by cited addresses', text => guesses({ addresses: [text] }), [[''], ['http://a.example/'], ['http://fr.']]],
  ['guesses by anchors', text => guesses({ anchors: [text, text] }), [[''], ['www.'], ['the ']]],
  [
    'readSeeds',
    text => orMistake(() => readSeeds('a.csv', bytes(text))),
    [['url\n'], ['url,country\na.example,'], ['url,prefixes\na.example,']],
  ],
  ['readOptOut', text => orMistake(() => readOptOut('a.csv', bytes(text))), [['prefix\n']]],
  [
    'normalizeUrl',
    normalizeUrl,
    [[''], ['http://'], ['http://a', '/'], ['http://a/'], ['http://a/?'], ['http://a/?', '=1']],
  ],
  ['resolveHref', text => resolveHref(text, base), [[''], ['http://a', 'b./'], ['/'], ['?'], ['#'], ['a', 'b']]],
  ['readAddress', readAddress, [[''], ['www.'], ['a.', '@'], ['http://'], ['http://a', 'b']]],
  ['isPrivateHost', isPrivateHost, [[''], ['a', 'b'], ['[::%', ']x']]],
  ['isSpecialAddress', isSpecialAddress, [[''], ['fe80::1%']]],
  ['registrableDomain', registrableDomain, [[''], ['a', '.example']]],
  ['hasListedSuffix', hasListedSuffix, [[''], ['a', '.example']]],
  ['isTrackingParameter', isTrackingParameter, [[''], ['amp;']]],
  ['toLru and readLru', asUrl(url => readLru(toLru(url))), [['http://a.example/'], ['http://a.example/?']]],
  [
    'readPlace',
    asUrl(readPlace),
    [['http://medium.com/@'], ['http://facebook.com/'], ['http://facebook.com/profile.php?id=']],
  ],
  [
    'discoveredPrefix',
    asUrl(url => discoveredPrefix(url, () => true)),
    [['http://medium.com/@'], ['http://a', '.example/']],
  ],
  ['the table of prefixes', asUrl(url => prefixes.find(url)), [['http://site.example/']]],
  ['readDated', readDated, [[''], ['a (../', ')']]],
  ['foldText', foldText, [['']]],
  ['printable', printable, [['']]],
  ['columns', text => printedColumns([[text]]), [['']]],
  ['showCell', showCell, [['']]],
  ['guessCountryCode', guessCountryCode, [['']]],
  [
    'markLink',
    text =>
      markLink({ element: 'a', url: text as Url, context: text, anchorAt: [text.length, text.length], zone: 'footer' }),
    // No host: normalizeUrl, which makes each Url, takes none of more than 253 characters.
    [['http://facebook.com/'], ['https://twitter.com/a', '/']],
  ],
  [
    'readTable',
    text => orMistake(() => readTable('a.csv', bytes(text), ['url'], 'url')),
    [[''], ['url,'], ['url\n'], ['url\n"', '"\n']],
  ],
]

describe('what reads strangers’ addresses, names and tables', () => {
  it.each(readers)('%s takes time in proportion to the text', (_, read, around) => {
    expect(superlinear(read, around)).toEqual([])
  })
})
