import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildPrefixTable } from '#data/entity/assign-entity.ts'
import { widerPrefixes } from '#data/entity/wider-prefixes.ts'
import type { Lru } from '#data/url/brand.ts'
import { normalizeUrl } from '#data/url/normalize-url.ts'
import { prefixLru } from '#data/url/lru.ts'

describe('widerPrefixes(lru)', () => {
  it.each([
    ['h:fr|h:a|', ['h:fr|h:a|h:*|', 'h:fr|h:*|']],
    ['h:fr|h:a|h:*|', ['h:fr|h:*|']],
    ['h:fr|h:a|p:x|p:y|', ['h:fr|h:a|p:x|', 'h:fr|h:a|', 'h:fr|h:a|h:*|', 'h:fr|h:*|']],
    ['h:fr|h:a|t:8080|q:b=1|', ['h:fr|h:a|t:8080|', 'h:fr|h:a|', 'h:fr|h:a|h:*|', 'h:fr|h:*|']],
  ])('%s', (lru, expected) => {
    expect(widerPrefixes(lru as Lru)).toEqual(expected)
  })

  it('names every prefix that could own the addresses of the one given, the nearest first', () => {
    const host = fc
      .array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 3 })
      .map(labels => `${labels.join('.')}.example`)
    const path = fc.array(fc.constantFrom('x', 'y'), { maxLength: 3 }).map(steps => `/${steps.join('/')}`)
    const address = fc.tuple(host, path).map(([name, rest]) => normalizeUrl(`http://${name}${rest}`)!)
    fc.assert(
      fc.property(address, address, fc.boolean(), (url, other, subdomains) => {
        const own = prefixLru(url)
        const candidate = prefixLru(other, { subdomains })
        const owns = buildPrefixTable([{ lru: candidate, entity: true }]).find(url) === true
        if (owns) expect([own, ...widerPrefixes(own)]).toContain(candidate)
        const wider = widerPrefixes(own)
        const table = buildPrefixTable(wider.map((lru, at) => ({ lru, entity: at })))
        expect(table.find(url)).toBe(wider.length === 0 ? null : 0)
      }),
      { seed: 1 },
    )
  })
})
