import { describe, expect, it } from 'vitest'
import type { EntityId } from '#data/url/brand.ts'
import { mrqapOfSite } from '#graph/analysis/findings/mrqap-of-site.ts'
import { toDigraph } from '#graph/analysis/to-digraph.ts'
import { crewOf } from '../crew-of.ts'
import { siteOf } from '../site.ts'

const ids = Array.from('abcdefgh')
const ring = (members: readonly string[]) => members.map((id, at) => `${id}>${members[(at + 1) % members.length]}`)
/** Two rings, of French and of English pages, and a tie between them. */
const edges = [...ring(ids.slice(0, 4)), ...ring(ids.slice(4)), 'a>e'].join(' ')
const languages = new Map(ids.map((id, at) => [id as EntityId, at < 4 ? 'fr' : 'en']))

const regress = (tags: Record<string, object>, known = languages) => {
  const site = siteOf(edges, tags)
  return mrqapOfSite(site, toDigraph(site), { languages: known, seed: '1', crew: crewOf(1) })
}

const effectsOf = async (tags: Record<string, object>, known = languages) => {
  const found = await regress(tags, known)
  return found?.effects.map(({ name, coefficient }) => [name, coefficient] as const) ?? []
}

describe('mrqapOfSite(site, graph, options)', () => {
  it('reads the language of a site from its pages', async () => {
    // 8 of 24 ordered pairs of one language are edges, 1 of 32 of the others.
    const [[name, coefficient]] = (await effectsOf({})) as [readonly [string, number]]
    expect(name).toBe('same_language')
    expect(coefficient).toBeCloseTo(8 / 24 - 1 / 32, 12)
  })

  it('believes a tag of that name before the pages', async () => {
    const tags = Object.fromEntries(ids.map((id, at) => [id, { tags: [['language', at % 2 === 0 ? 'fr' : 'en']] }]))
    const [[, coefficient]] = (await effectsOf(tags)) as [readonly [string, number]]
    // Rings go from even to odd places: only a→e joins two that are tagged alike.
    expect(coefficient).toBeCloseTo(1 / 24 - 8 / 32, 12)
  })

  const tagged = (countryOf: (at: number) => string) =>
    Object.fromEntries(ids.map((id, at) => [id, { country: countryOf(at) }]))

  it('leaves one of two predictors out that say the same, by name, and keeps the regression', async () => {
    const found = await regress(tagged(at => (at < 4 ? 'FR' : 'US')))
    expect(found!.effects.map(({ name }) => name)).toEqual(['same_country'])
    expect(found!.effects[0]!.coefficient).toBeCloseTo(8 / 24 - 1 / 32, 12)
    expect(found!.leftOut).toEqual([{ name: 'same_language', cause: 'same', as: 'same_country' }])
  })

  it('takes a pair with a site of unknown country for missing, not for different', async () => {
    // Without h: three of a ring's four ties are left of its second half; 12 + 6 pairs alike hold 4 + 2 ties, 24 others one.
    const found = await regress(
      tagged(at => (at === 7 ? '' : at < 4 ? 'FR' : 'US')),
      new Map(),
    )
    expect(found!.nodes).toBe(7)
    expect(found!.effects[0]!.coefficient).toBeCloseTo(6 / 18 - 1 / 24, 12)
    expect(found!.leftOut).toEqual([])
  })

  it('leaves a predictor out by name that is unknown of most sites', async () => {
    const found = await regress(tagged(at => (at < 2 ? 'FR' : at === 4 ? 'US' : '')))
    expect(found!.effects.map(({ name }) => name)).toEqual(['same_language'])
    expect(found!.leftOut).toEqual([{ name: 'same_country', cause: 'unknown', as: '' }])
    expect(found!.nodes).toBe(8)
  })

  it('has no such predictor where languages are not known, or all the same', async () => {
    expect(await effectsOf({}, new Map())).toEqual([])
    expect(await effectsOf({}, new Map(ids.map(id => [id as EntityId, 'fr'])))).toEqual([])
  })
})
