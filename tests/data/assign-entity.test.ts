import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildPrefixTable } from '#data/entity/assign-entity.ts'
import { discoveredPrefix, seedId, seedPrefixes } from '#data/entity/web-entity.ts'
import type { Lru, Url } from '#data/url/brand.ts'
import { prefixLru, toLru } from '#data/url/lru.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'

const url = (raw: string): Url => normalizeUrl(/^https?:/.test(raw) ? raw : `https://${raw}`)!
const lru = (raw: string): Lru =>
  raw.startsWith('*.') ? prefixLru(url(raw.slice(2)), { subdomains: true }) : prefixLru(url(raw))
const tableOf = (...prefixes: readonly string[]) =>
  buildPrefixTable(prefixes.map(raw => ({ lru: lru(raw), entity: raw })))
const seed = (raw: string, ...prefixes: readonly string[]) => ({ url: url(raw), prefixes: prefixes.map(url) })

describe('buildPrefixTable(entries).find(url)', () => {
  const table = tableOf(
    'a.fr',
    '*.a.fr',
    'a.fr/blog',
    'a.fr/blog/jean',
    '*.b.a.fr',
    'a.fr:8080',
    'a.fr/x.php?id=1',
    'c.fr/p',
  )
  it.each([
    ['http://www.a.fr/', 'a.fr'],
    ['a.fr/blogs', 'a.fr'],
    ['a.fr/blog/', 'a.fr/blog'],
    ['a.fr/blog?p=2', 'a.fr/blog'],
    ['a.fr/blog/jeanne', 'a.fr/blog'],
    ['a.fr/blog/jean/2012/?x=1', 'a.fr/blog/jean'],
    ['a.fr/blog//jean', 'a.fr/blog'],
    ['a.fr/Blog', 'a.fr'],
    ['z.a.fr/blog', '*.a.fr'],
    ['b.a.fr', '*.b.a.fr'],
    ['z.b.a.fr/blog', '*.b.a.fr'],
    ['zb.a.fr', '*.a.fr'],
    ['a.fr:8080/blog', 'a.fr:8080'],
    ['a.fr:8081/blog', 'a.fr'],
    ['a.fr/x.php?id=1&b=2', 'a.fr/x.php?id=1'],
    ['a.fr/x.php?id=12', 'a.fr'],
    ['c.fr/p', 'c.fr/p'],
    ['c.fr', null],
    ['za.fr', null],
    ['fr', null],
    ['http://[::1]/', null],
  ])('of %j is %j', (raw, entity) => expect(table.find(url(raw))).toBe(entity))

  it('agrees with comparing stems one prefix after the other', () => {
    const label = fc.constantFrom('a', 'b', 'c')
    const host = fc.array(label, { minLength: 1, maxLength: 3 }).map(labels => `${labels.join('.')}.example`)
    const path = fc.array(fc.constantFrom('x', 'y', 'xx', ''), { maxLength: 4 }).map(steps => `/${steps.join('/')}`)
    const prefix = fc.oneof(
      fc.tuple(host, path).map(parts => parts.join('')),
      host.map(name => `*.${name}`),
    )
    const address = fc.tuple(host, path, fc.constantFrom('', '?x', '?a=1&b=2')).map(parts => parts.join(''))
    fc.assert(
      fc.property(fc.array(prefix, { maxLength: 12 }), address, (prefixes, raw) => {
        expect(tableOf(...prefixes).find(url(raw))).toBe(slowFind(prefixes, url(raw)))
      }),
      { numRuns: 2000 },
    )
  })

  it('forgets what is removed, and takes the last of equal prefixes', () => {
    const table = tableOf('a.fr', 'a.fr/blog')
    expect([table.remove(lru('a.fr/blog/')), table.remove(lru('a.fr/blog'))]).toEqual([true, false])
    expect(table.find(url('a.fr/blog'))).toBe('a.fr')
    table.add(lru('www.a.fr'), 'another')
    expect(table.find(url('a.fr/blog'))).toBe('another')
    expect([table.has(lru('a.fr')), table.has(lru('*.a.fr')), table.get(lru('a.fr'))]).toEqual([true, false, 'another'])
    expect([table.remove(lru('*.a.fr')), table.remove(lru('a.fr')), table.remove(lru('z.fr'))]).toEqual([
      false,
      true,
      false,
    ])
    expect(table.find(url('a.fr'))).toBe(null)
  })

  it('knows an actor under every spelling of the platform', () => {
    const table = tableOf('x.com/Spintank', 'm.facebook.com/Foo', 'https://www.tumblr.com/jean')
    expect(table.find(url('twitter.com/spintank/status/1'))).toBe('x.com/Spintank')
    expect(table.find(url('fr-fr.facebook.com/FOO/posts/1'))).toBe('m.facebook.com/Foo')
    expect(table.find(url('jean.tumblr.com/post/1'))).toBe('https://www.tumblr.com/jean')
  })

  it('keeps actors out of a platform that a link discovered, whichever came first', () => {
    const table = tableOf('*.twitter.com', '*.tumblr.com', '*.mediapart.fr')
    expect(table.find(url('twitter.com/share'))).toBe('*.twitter.com')
    expect(table.find(url('help.twitter.com'))).toBe('*.twitter.com')
    expect(table.find(url('twitter.com/spintank'))).toBe(null)
    expect(table.find(url('jean.tumblr.com'))).toBe(null)
    expect(table.find(url('blogs.mediapart.fr/jean/blog'))).toBe(null)
    expect(table.find(url('blogs.mediapart.fr'))).toBe('*.mediapart.fr')
  })

  it('leaves to a listed prefix all that is below it, actors of a platform too', () => {
    const table = tableOf('blogs.mediapart.fr', '*.mediapart.fr')
    expect(table.find(url('blogs.mediapart.fr/jean/blog'))).toBe('blogs.mediapart.fr')
  })
})

/** The definition, without a table: the longest matching prefix, an exact one before any whole domain. */
function slowFind(prefixes: readonly string[], found: Url): string | null {
  const stems = toLru(found)
  const wholes = prefixes.filter(raw => raw.startsWith('*.') && stems.startsWith(lru(raw).slice(0, -4)))
  const host = stems.replace(/[pq]:.*/, '')
  const exact = prefixes.filter(raw => lru(raw).startsWith(host) && !raw.startsWith('*.') && stems.startsWith(lru(raw)))
  const among = exact.length > 0 ? exact : wholes
  return among.reduce<string | null>(
    (best, raw) => (best === null || lru(raw).length >= lru(best).length ? raw : best),
    null,
  )
}

/** [seed's url and prefixes, its LRUs, its id] */
const seeds: readonly (readonly [readonly [string, ...string[]], readonly string[], string])[] = [
  [['http://www.spintank.fr/accueil'], ['h:fr|h:spintank|'], 'spintank.fr'],
  [['https://secure.actblue.com'], ['h:com|h:actblue|h:secure|'], 'secure.actblue.com'],
  [['http://127.0.0.1:4000/a'], ['h:127.0.0.1|t:4000|'], '127.0.0.1:4000'],
  [['http://agence.example:8080/'], ['h:example|h:agence|t:8080|'], 'agence.example:8080'],
  [['https://medium.com/@Jean/post'], ['h:com|h:medium|p:@jean|'], 'medium.com/@Jean'],
  [['https://x.com/Spintank'], ['h:com|h:twitter|p:spintank|'], 'x.com/Spintank'],
  [['https://m.facebook.com/Foo/posts/1'], ['h:com|h:facebook|p:foo|'], 'm.facebook.com/Foo'],
  [
    ['https://facebook.com/profile.php?id=12'],
    ['h:com|h:facebook|p:profile.php|q:id=12|'],
    'facebook.com/profile.php?id=12',
  ],
  [['https://www.tumblr.com/jean/1'], ['h:com|h:tumblr|h:jean|'], 'jean.tumblr.com'],
  [['https://jean.over-blog.com/a.html'], ['h:com|h:over-blog|h:jean|'], 'jean.over-blog.com'],
  [['https://jean.blogspot.fr/'], ['h:com|h:blogspot|h:jean|'], 'jean.blogspot.fr'],
  [['https://jean.wixsite.com/blog/a'], ['h:com|h:wixsite|h:jean|p:blog|'], 'jean.wixsite.com/blog'],
  [['https://www.lemonde.fr/politique'], ['h:fr|h:lemonde|'], 'lemonde.fr'],
  [['https://élysée.fr/'], ['h:fr|h:xn--lyse-9oad|'], 'xn--lyse-9oad.fr'],
  [['https://a.fr/', 'https://www.a.fr/Blog/', 'http://b.org'], ['h:fr|h:a|p:Blog|', 'h:org|h:b|'], 'a.fr/Blog'],
  [['https://a.fr/', 'http://a.fr', 'https://www.a.fr/'], ['h:fr|h:a|'], 'a.fr'],
]

describe('seedPrefixes(seed), seedId(seed)', () => {
  it.each(seeds)('%j owns %j as %j', ([first, ...prefixes], lrus, id) => {
    expect(seedPrefixes(seed(first, ...prefixes))).toEqual(lrus)
    expect(seedId(seed(first, ...prefixes))).toBe(id)
  })

  it('owns its host with and without www, over http and https, and no other subdomain', () => {
    const [prefix] = seedPrefixes(seed('https://www.spintank.fr'))
    const table = buildPrefixTable([{ lru: prefix!, entity: 'seed' }])
    expect(['http://spintank.fr/a', 'https://www.spintank.fr/'].map(raw => table.find(url(raw)))).toEqual([
      'seed',
      'seed',
    ])
    expect(table.find(url('letank.spintank.fr'))).toBe(null)
  })
})

describe('discoveredPrefix(url, taken)', () => {
  const taking = (...hosts: readonly string[]) => tableOf(...hosts).has

  it.each([
    ['http://www.spintank.fr/a/b', [], 'h:fr|h:spintank|h:*|', 'spintank.fr', 'http://spintank.fr/'],
    ['letank.spintank.fr/a', [], 'h:fr|h:spintank|h:*|', 'spintank.fr', 'http://spintank.fr/'],
    [
      'letank.spintank.fr/a',
      ['spintank.fr'],
      'h:fr|h:spintank|h:letank|h:*|',
      'letank.spintank.fr',
      'http://letank.spintank.fr/',
    ],
    [
      'a.letank.spintank.fr',
      ['spintank.fr'],
      'h:fr|h:spintank|h:letank|h:*|',
      'letank.spintank.fr',
      'http://letank.spintank.fr/',
    ],
    [
      'a.b.spintank.fr',
      ['spintank.fr', 'b.spintank.fr'],
      'h:fr|h:spintank|h:b|h:a|h:*|',
      'a.b.spintank.fr',
      'http://a.b.spintank.fr/',
    ],
    [
      'b.www.spintank.fr',
      ['spintank.fr'],
      'h:fr|h:spintank|h:www|h:b|h:*|',
      'b.www.spintank.fr',
      'http://b.www.spintank.fr/',
    ],
    ['letank.spintank.fr', ['spintank.fr/blog'], 'h:fr|h:spintank|h:*|', 'spintank.fr', 'http://spintank.fr/'],
    [
      'twitter.com/Spintank/status/1',
      [],
      'h:com|h:twitter|p:spintank|',
      'twitter.com/spintank',
      'https://twitter.com/spintank',
    ],
    [
      'blogs.mediapart.fr',
      ['mediapart.fr'],
      'h:fr|h:mediapart|h:blogs|h:*|',
      'blogs.mediapart.fr',
      'http://blogs.mediapart.fr/',
    ],
    ['http://127.0.0.1:4000/x', [], 'h:127.0.0.1|t:4000|', '127.0.0.1:4000', 'http://127.0.0.1:4000/'],
    ['http://localhost:4000/x', [], 'h:localhost|t:4000|', 'localhost:4000', 'http://localhost:4000/'],
    ['https://www.gov.uk/x', [], 'h:uk|h:gov|', 'gov.uk', 'http://gov.uk/'],
    ['a.www.github.io', [], 'h:io|h:github|h:www|h:a|', 'a.www.github.io', 'http://a.www.github.io/'],
  ])('%j, with %j taken, discovers %j', (raw, hosts, lru, id, homepage) =>
    expect(discoveredPrefix(url(raw), taking(...hosts))).toEqual({ lru, id, homepage }),
  )
})
