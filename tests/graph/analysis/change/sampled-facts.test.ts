import { describe, expect, it } from 'vitest'
import type { EntityId } from '#data/url/brand.ts'
import { factsOfSample, sampledGraph } from '#graph/analysis/change/sampled-facts.ts'
import { siteOf } from '../site.ts'

describe('factsOfSample(graph, times)', () => {
  const site = siteOf('a>b b>a a>c')
  const ids = site.nodes.map(({ id }) => id)
  const country = { classOf: new Int32Array(3).fill(-1), pair: null }
  const tie = (source: string, target: string) => ({ source: source as EntityId, target: target as EntityId })
  const facts = (times: number[], ...unknown: ReturnType<typeof tie>[]) => {
    const { reciprocity, density } = factsOfSample(sampledGraph(site, ids, country, unknown), Uint32Array.from(times))
    return [reciprocity, density]
  }

  it('takes pairs that nobody knows of neither for untied nor for not returned', () => {
    expect(facts([1, 1, 1])).toEqual([2 / 3, 3 / 6])
    expect(facts([1, 1, 1], tie('c', 'a'))).toEqual([1, 3 / 5])
    expect(facts([1, 1, 1], tie('b', 'c'), tie('z', 'a'))).toEqual([2 / 3, 3 / 5])
  })

  it('counts them as often as their ends were drawn', () => {
    // Two of a and one of c: of their four ordered pairs two are ties, and two are unknown.
    expect(facts([2, 0, 1], tie('c', 'a'))).toEqual([NaN, 2 / 2])
  })
})
