import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Url } from '#data/url/brand.ts'
import { entityIdOf, entityIdOfLru } from '#data/entity/entity-id.ts'
import { lruOf, prefixLru, readLru, toLru } from '#data/url/lru.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import { registrableDomain } from '#data/url/registrable-domain.ts'

const url = (raw: string): Url => normalizeUrl(raw)!

/** [address, its LRU, the id of an entity with that prefix] */
const cases: readonly (readonly [string, string, string])[] = [
  ['https://example.org/about', 'h:org|h:example|p:about|', 'example.org/about'],
  ['http://www.example.org/about/', 'h:org|h:example|p:about|', 'example.org/about'],
  ['https://example.org', 'h:org|h:example|', 'example.org'],
  ['https://letank.spintank.fr/', 'h:fr|h:spintank|h:letank|', 'letank.spintank.fr'],
  ['https://élysée.fr/Été', 'h:fr|h:xn--lyse-9oad|p:%C3%89t%C3%A9|', 'xn--lyse-9oad.fr/%C3%89t%C3%A9'],
  ['http://example.org:8080/a', 'h:org|h:example|t:8080|p:a|', 'example.org:8080/a'],
  ['https://example.org:443/a', 'h:org|h:example|p:a|', 'example.org/a'],
  ['http://127.0.0.1:4000/', 'h:127.0.0.1|t:4000|', '127.0.0.1:4000'],
  ['http://[::1]:4000/a/', 'h:[::1]|t:4000|p:a|', '[::1]:4000/a'],
  ['http://[2001:db8::1]/', 'h:[2001:db8::1]|', '[2001:db8::1]'],
  ['https://www.fr/', 'h:fr|h:www|', 'www.fr'],
  ['https://www.gov.uk/', 'h:uk|h:gov|', 'gov.uk'],
  ['https://a.org/b//c//', 'h:org|h:a|p:b|p:|p:c|', 'a.org/b//c'],
  ['https://a.org/b|c', 'h:org|h:a|p:b%7Cc|', 'a.org/b%7Cc'],
  ['https://a.org/?p=1&q=a?b', 'h:org|h:a|q:p=1|q:q=a?b|', 'a.org/?p=1&q=a?b'],
  ['https://a.org/x/?p=1', 'h:org|h:a|p:x|q:p=1|', 'a.org/x?p=1'],
  ['https://medium.com/@Name/', 'h:com|h:medium|p:@Name|', 'medium.com/@Name'],
]

describe('toLru(url), entityIdOf(prefix)', () => {
  it.each(cases)('%j has the stems %j and the id %j', (raw, lru, id) => {
    expect(toLru(url(raw))).toBe(lru)
    expect(prefixLru(url(raw))).toBe(lru)
    expect(entityIdOf(url(raw))).toBe(id)
    expect(entityIdOfLru(toLru(url(raw)))).toBe(id)
  })

  it('reads back every LRU that it writes', () => {
    const urls = fc
      .webUrl({ withQueryParameters: true })
      .map(normalizeUrl)
      .filter(found => found !== null)
    fc.assert(
      fc.property(urls, found => {
        const { subdomains, ...address } = readLru(toLru(found))
        expect(subdomains).toBe(false)
        expect(lruOf(address)).toBe(toLru(found))
        expect(toLru(url(`http://www.${address.host}${address.rest}`))).toBe(toLru(found))
      }),
    )
  })
})

describe('prefixLru(url, { subdomains })', () => {
  it.each([
    ['https://www.spintank.fr/blog', 'h:fr|h:spintank|h:*|', 'spintank.fr'],
    ['https://x.github.io:8080/', 'h:io|h:github|h:x|h:*|', 'x.github.io'],
    ['http://127.0.0.1/', 'h:127.0.0.1|', '127.0.0.1'],
  ])('takes of %j the whole %j', (raw, lru, id) => {
    expect(prefixLru(url(raw), { subdomains: true })).toBe(lru)
    expect(entityIdOfLru(prefixLru(url(raw), { subdomains: true }))).toBe(id)
  })
})

describe('registrableDomain(host)', () => {
  it.each([
    ['spintank.fr', 'spintank.fr'],
    ['www.letank.spintank.fr', 'spintank.fr'],
    ['a.b.asso.fr', 'b.asso.fr'],
    ['www.interieur.gouv.fr', 'interieur.gouv.fr'],
    ['shop.example.co.uk:8080', 'example.co.uk'],
    ['a.x.github.io', 'x.github.io'],
    ['a.blog.blogspot.com', 'blog.blogspot.com'],
    ['a.b.agence.example', 'agence.example'],
    ['a.foo.xn--55qx5d.cn', 'foo.xn--55qx5d.cn'],
    ['github.io', null],
    ['co.uk', null],
    ['localhost', null],
    ['127.0.0.1', null],
    ['127.0.0.1:80', null],
    ['[::1]', null],
    ['', null],
  ])('of %j is %j', (host, domain) => expect(registrableDomain(host)).toBe(domain))
})
