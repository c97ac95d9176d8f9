import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharesOfSeeds } from '#crawler/shares/shares-of-seeds.ts'
import { dealOut } from '#crawler/shares/shard-command.ts'
import { parseShard } from '#crawler/shares/parse-shard.ts'
import { readSeeds } from '#seeds/read-seeds.ts'

const seedsOf = (rows: readonly string[]) =>
  readSeeds('seeds.csv', Buffer.from(['url,prefixes', ...rows, ''].join('\n'))).seeds

describe('sharesOfSeeds(seeds, of)', () => {
  it('keeps together what shares a registrable domain, over any number of steps', () => {
    const together = [
      'http://a.one.example/',
      'http://b.one.example/',
      'http://two.example/,http://two.example/ http://c.one.example/',
      'http://www.two.example/blog',
    ]
    for (const of of [2, 3, 7, 100]) expect(new Set(sharesOfSeeds(seedsOf(together), of)).size).toBe(1)
  })

  it('keeps the authors of a platform together, and apart where each has a domain of the list of public suffixes', () => {
    const seeds = seedsOf(['https://medium.com/@anna', 'https://medium.com/@ben'])
    expect(seeds).toHaveLength(2)
    expect(new Set(sharesOfSeeds(seeds, 1000)).size).toBe(1)
    const pages = seedsOf(['https://anna.github.io/', 'https://ben.github.io/'])
    expect(new Set(sharesOfSeeds(pages, 1000)).size).toBe(2)
  })

  it('takes the port for no other host, and an IP address for itself', () =>
    expect(new Set(sharesOfSeeds(seedsOf(['http://10.0.0.1:8080/', 'http://10.0.0.1:9090/']), 1000)).size).toBe(1))

  it('depends on the list alone: not on its order, and not on sites that share no domain', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(names, fc.integer({ min: 1, max: 9 }), (list, of) => {
        const rows = list.map(name => `http://${name}.example/`)
        const byUrl = (some: readonly string[]) => {
          const seeds = seedsOf(some)
          const shares = sharesOfSeeds(seeds, of)
          return new Map(seeds.map(({ url }, index) => [String(url), shares[index]]))
        }
        const all = byUrl(rows)
        expect(byUrl(rows.toReversed())).toEqual(all)
        for (const [url, share] of byUrl(rows.slice(1))) expect(all.get(url)).toBe(share)
        for (const share of all.values()) expect(share).toBeLessThan(of)
      }),
      { seed: 1, numRuns: 40 },
    )
  })

  it('gives shares of about the same size', () => {
    const seeds = seedsOf(Array.from({ length: 4000 }, (_, index) => `http://site${index}.example/`))
    const sizes = [0, 0, 0, 0]
    for (const share of sharesOfSeeds(seeds, 4)) sizes[share]! += 1
    // Five standard deviations of a binomial distribution.
    for (const size of sizes) expect(Math.abs(size - 1000)).toBeLessThan(137)
  })
})

describe('dealOut(seeds, of)', () => {
  const seeds = seedsOf(['https://medium.com/@anna', 'https://medium.com/@ben', 'http://www.one.example/'])
  it('says of each share its sites, its hosts and the longest of them', () => {
    const all = { share: 0, sites: 3, hosts: 2, longestHost: 'medium.com', sitesThere: 2 }
    expect(dealOut(seeds, 1)).toEqual([all])
    const nothing = { sites: 0, hosts: 0, longestHost: '', sitesThere: 0 }
    const shares = dealOut(seeds, 7)
    expect(shares.map(({ share }) => share)).toEqual([0, 1, 2, 3, 4, 5, 6])
    const full = shares.filter(({ sites }) => sites > 0)
    expect(full.map(({ sites, longestHost }) => [sites, longestHost]).toSorted()).toEqual([[1, 'one.example'], [2, 'medium.com']]) // prettier-ignore
    for (const share of shares) if (!full.includes(share)) expect(share).toMatchObject(nothing)
  })
})

describe('parseShard(text)', () => {
  it('reads a number from 0 and how many there are', () => expect(parseShard('7/8')).toEqual({ share: 7, of: 8 }))
  it.each(['8/8', '-1/2', '1', '0/0', '1/2/3', 'a/b', '0/1001', ''])('refuses %s', text =>
    expect(() => parseShard(text)).toThrow('expected K/N'),
  )
})
