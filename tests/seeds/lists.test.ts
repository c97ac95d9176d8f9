import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { sites } from '#seeds/demo-web/all-sites.ts'
import { demoSite } from '#seeds/demo-web/demo-site.ts'
import { readSeeds } from '#seeds/read-seeds.ts'

const bytesOf = (name: string) => readFileSync(new URL(`../../seeds/${name}`, import.meta.url))
const kinds = 'agency software party think-tank media research person civic-tech activism investor government'.split(
  ' ',
)
const states = ['active', 'renamed', 'closed', 'unknown']

describe('seeds/data-strategists.csv', () => {
  const { seeds, notes } = readSeeds('seeds/data-strategists.csv', bytesOf('data-strategists.csv'))
  const tag = (seed: (typeof seeds)[number], name: string) => seed.tags.find(([category]) => category === name)?.[1]

  it('reads without a note', () => {
    expect(notes).toEqual([])
    expect(seeds.length).toBeGreaterThan(60)
  })

  it('tells of each actor its name, country, kind, source, confidence and state', () => {
    for (const seed of seeds) {
      expect(seed.name, seed.url).not.toBe('')
      expect(seed.country, seed.url).toMatch(/^[A-Z]{2}$/)
      expect(kinds, seed.url).toContain(seed.kind)
      expect(seed.source, seed.url).not.toBe('')
      expect(['high', 'medium', 'low'], seed.url).toContain(tag(seed, 'confidence'))
      expect(states, seed.url).toContain(tag(seed, 'state'))
    }
  })

  it('has each actor once', () => {
    expect(new Set(seeds.map(seed => seed.name)).size).toBe(seeds.length)
  })

  it('says of a renamed or closed actor what became of it', () => {
    for (const seed of seeds.filter(one => ['renamed', 'closed'].includes(tag(one, 'state')!)))
      expect(tag(seed, 'note'), seed.name).toMatch(/./)
  })
})

describe('seeds/unresolved.csv', () => {
  const rows: Record<string, string>[] = parse(bytesOf('unresolved.csv'), { columns: true })

  it('cannot be crawled: it has no column url', () => {
    expect(() => readSeeds('seeds/unresolved.csv', bytesOf('unresolved.csv'))).toThrow(
      /expected a header with a column 'url'/,
    )
  })

  it('holds nobody whom the seed list holds', () => {
    const { seeds } = readSeeds('seeds/data-strategists.csv', bytesOf('data-strategists.csv'))
    const listed = new Set(seeds.map(seed => seed.name))
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) {
      expect(listed.has(row['name']!), row['name']).toBe(false)
      expect(row['country']).toMatch(/^[A-Z]{2}$/)
      expect(kinds).toContain(row['kind'])
      expect(states).toContain(row['state'])
    }
  })
})

describe('seeds/demo.csv', () => {
  const { seeds, notes } = readSeeds('seeds/demo.csv', bytesOf('demo.csv'))

  it('reads without a note, and names at least 36 of the invented sites', () => {
    expect(notes).toEqual([])
    expect(seeds.length).toBeGreaterThanOrEqual(36)
    expect(seeds.length).toBeLessThan(sites.length)
  })

  it('says of each site what the site says of itself', () => {
    for (const seed of seeds) {
      const site = sites.find(one => one.homepage === seed.url)
      expect(site, seed.url).toMatchObject({ name: seed.name, country: seed.country, kind: seed.kind })
      expect(seed.tags).toEqual([['interviewed', site!.interviewed ? 'yes' : 'no']])
    }
  })

  it('starts only where the demonstration web answers', () => {
    for (const prefix of seeds.flatMap(seed => [seed.url, ...seed.prefixes])) {
      const { host, pathname } = new URL(prefix)
      expect(host).toMatch(/\.example$/)
      expect([200, 301], prefix).toContain(demoSite(host, pathname)?.status)
    }
  })
})
