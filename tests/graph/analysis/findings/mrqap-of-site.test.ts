import { describe, expect, it } from 'vitest'
import type { EntityId } from '#data/url/brand.ts'
import type { Resemblance } from '#graph/analysis/mrqap/resemblance.ts'
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

  describe('with how alike sites are in their words', () => {
    /** 1 within a ring, 0 between: what one language would say. */
    const ofRings = (known: readonly string[]): Resemblance => ({
      language: 'fr',
      ids: known as readonly EntityId[],
      cosines: Float32Array.from(
        known.flatMap(one => known.map(other => (one !== other && one < 'e' === other < 'e' ? 1 : 0))),
      ),
    })
    const compared = (resemblance: Resemblance) => {
      const site = siteOf(edges, {})
      return mrqapOfSite(site, toDigraph(site), { languages: new Map(), resemblance, seed: '1', crew: crewOf(1) })
    }

    it('says what a class would that says the same', async () => {
      const found = await compared(ofRings(ids))
      expect(found!.effects.map(({ name }) => name)).toEqual(['similarity'])
      expect(found!.effects[0]!.coefficient).toBeCloseTo(8 / 24 - 1 / 32, 12)
      expect([found!.pairs, found!.similarIn]).toEqual([56, 'fr'])
    })

    it('is the slope of least squares on all pairs, worked out from their sums', async () => {
      // Half as alike for a with all others: 14 pairs of 0.5, 18 of 1 (within b, c, d: 6; within e to h: 12), 24 of 0.
      const cosines = ofRings(ids).cosines!.map((value, cell) => {
        const [row, column] = [Math.floor(cell / 8), cell % 8]
        return row !== column && (row === 0 || column === 0) ? 0.5 : value
      })
      const found = await compared({ ...ofRings(ids), cosines })
      // Σx = 25, Σx² = 21.5; a has three ties (a>b, d>a, a>e): Σxy = 1.5 + 2 (b>c, c>d) + 4 = 7.5; 9 ties.
      expect(found!.effects[0]!.coefficient).toBeCloseTo((7.5 - (25 * 9) / 56) / (21.5 - 25 ** 2 / 56), 12)
    })

    it('takes pairs of a site without texts for missing, and is left out where most have none or all are too many', async () => {
      const found = await compared(ofRings(ids.slice(0, 7)))
      expect([found!.nodes, found!.pairs]).toEqual([7, 42])
      expect(found!.effects[0]!.coefficient).toBeCloseTo(6 / 18 - 1 / 24, 12)
      const site = siteOf(edges, {})
      const asked = async (resemblance: Resemblance) =>
        (await mrqapOfSite(site, toDigraph(site), { languages, resemblance, seed: '1', crew: crewOf(1) }))!.leftOut
      expect(await asked(ofRings(ids.slice(0, 3)))).toEqual([{ name: 'similarity', cause: 'unknown', as: '' }])
      expect(await asked({ ...ofRings(ids), cosines: null })).toEqual([{ name: 'similarity', cause: 'many', as: '' }])
    })
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
