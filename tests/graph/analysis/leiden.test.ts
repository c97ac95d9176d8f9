import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildDigraph, ignoreDirection } from '#graph/analysis/paths/adjacency.ts'
import { flowOf } from '#graph/analysis/communities/flow.ts'
import { leiden } from '#graph/analysis/communities/leiden.ts'
import { louvain } from '#graph/analysis/communities/louvain.ts'
import { modularityOf } from '#graph/analysis/communities/modularity.ts'
import { nmi } from '#graph/analysis/communities/nmi.ts'
import { countLabels } from '#graph/analysis/communities/partition.ts'
import { refine } from '#graph/analysis/communities/refine.ts'
import { splitDisconnected } from '#graph/analysis/communities/split-disconnected.ts'
import { createRandom } from '#graph/analysis/random.ts'
import { plantedPartition } from './planted.ts'

const smallGraph = fc
  .uniqueArray(fc.tuple(fc.nat(24), fc.nat(24)), { selector: ([a, b]) => a * 25 + b, maxLength: 80 })
  .map(drawn => drawn.filter(([a, b]) => a !== b))
  .map(pairs => buildDigraph(25, { source: pairs.map(([a]) => a), target: pairs.map(([, b]) => b) }))

const directed = { directed: true, weighted: true }

describe('leiden(flow, resolution, random)', () => {
  it('recovers planted communities', () => {
    const { graph, planted } = plantedPartition({ nodes: 400, groups: 8, degree: 10, inside: 0.8 }, createRandom(5))
    expect(nmi(leiden(flowOf(graph, directed), 1, createRandom(1)), planted)).toBeGreaterThan(0.97)
  })

  it('finds on average better partitions than Louvain', () => {
    const { graph } = plantedPartition({ nodes: 500, groups: 10, degree: 5, inside: 0.6 }, createRandom(8))
    const flow = flowOf(graph, directed)
    const mean = (find: typeof louvain) =>
      Array.from({ length: 20 }, (_, run) => modularityOf(flow, find(flow, 1, createRandom(run)))).reduce(
        (a, b) => a + b,
        0,
      ) / 20
    expect(mean(leiden)).toBeGreaterThan(mean(louvain))
  })

  it('finds only connected communities, at any resolution', () => {
    fc.assert(
      fc.property(smallGraph, fc.constantFrom(0.2, 1, 3), fc.nat(1000), (graph, resolution, seed) => {
        const flow = flowOf(graph, directed)
        const label = leiden(flow, resolution, createRandom(seed))
        expect(countLabels(splitDisconnected(flow, label))).toBe(countLabels(label))
      }),
    )
  })
})

describe('refine(flow, community, resolution, random)', () => {
  it('makes connected parts, each inside one community', () => {
    fc.assert(
      fc.property(smallGraph, fc.nat(1000), (graph, seed) => {
        const flow = flowOf(graph, directed)
        const community = louvain(flow, 1, createRandom(seed))
        const part = refine(flow, community, 1, createRandom(seed))
        expect(countLabels(splitDisconnected(flow, part))).toBe(countLabels(part))
        const communitiesOfPart = new Map<number, Set<number>>()
        for (const [node, own] of part.entries())
          communitiesOfPart.set(own, (communitiesOfPart.get(own) ?? new Set()).add(community[node]!))
        for (const found of communitiesOfPart.values()) expect(found.size).toBe(1)
      }),
    )
  })

  it('does not lower the modularity of every node alone', () => {
    const { graph } = plantedPartition({ nodes: 200, groups: 4, degree: 6, inside: 0.8 }, createRandom(3))
    const flow = flowOf(graph, directed)
    const part = refine(flow, louvain(flow, 1, createRandom(1)), 1, createRandom(2))
    const alone = Uint32Array.from(part.keys())
    expect(modularityOf(flow, part)).toBeGreaterThan(modularityOf(flow, alone))
  })
})

describe('splitDisconnected(flow, label)', () => {
  it('divides a community that no tie holds together, and nothing else', () => {
    const graph = buildDigraph(5, { source: [0, 2, 3], target: [1, 3, 4] })
    expect(ignoreDirection(graph).target.length).toBe(6)
    expect([...splitDisconnected(flowOf(graph, directed), Uint32Array.of(7, 7, 7, 7, 2))]).toEqual([0, 0, 1, 1, 2])
  })
})
