import * as fc from 'fast-check'
import { DirectedGraph, UndirectedGraph } from 'graphology'
import packageLouvain from 'graphology-communities-louvain'
import { describe, expect, it } from 'vitest'
import { buildDigraph, edgeColumns } from '#graph/analysis/paths/adjacency.ts'
import { aggregate, flowOf } from '#graph/analysis/communities/flow.ts'
import { createGraphologyLouvain } from '#graph/analysis/communities/graphology-louvain.ts'
import { louvain } from '#graph/analysis/communities/louvain.ts'
import { modularityOf } from '#graph/analysis/communities/modularity.ts'
import { nmi } from '#graph/analysis/communities/nmi.ts'
import { compact, numberCommunities, singletons } from '#graph/analysis/communities/partition.ts'
import { keepBest } from '#graph/analysis/communities/community-runs.ts'
import { coAssignment, meanPairwiseNmi } from '#graph/analysis/communities/stability.ts'
import { createRandom, shuffledIndices } from '#graph/analysis/random.ts'
import { plantedPartition } from './planted.ts'

const labels = (text: string) => Uint32Array.from(text, character => character.charCodeAt(0) - 97)

/** Any weighted directed graph of 10 nodes with a partition of it. */
const partitioned = fc.record({
  edges: fc
    .uniqueArray(fc.tuple(fc.nat(9), fc.nat(9), fc.integer({ min: 1, max: 5 })), {
      selector: ([a, b]) => a * 10 + b,
      minLength: 1,
      maxLength: 50,
    })
    .map(drawn => drawn.filter(([a, b]) => a !== b)),
  label: fc.array(fc.nat(9), { minLength: 10, maxLength: 10 }).map(drawn => Uint32Array.from(drawn)),
})

const graphOf = (drawn: readonly (readonly [number, number, number])[]) =>
  buildDigraph(10, {
    source: drawn.map(([source]) => source),
    target: drawn.map(([, target]) => target),
    weight: drawn.map(([, , weight]) => weight),
  })

/** Leicht & Newman's sum over all pairs, as printed. */
function modularityByDefinition(drawn: readonly (readonly [number, number, number])[], label: Uint32Array): number {
  const m = drawn.reduce((sum, [, , weight]) => sum + weight, 0)
  const out = (node: number) => drawn.reduce((sum, [source, , weight]) => sum + (source === node ? weight : 0), 0)
  const into = (node: number) => drawn.reduce((sum, [, target, weight]) => sum + (target === node ? weight : 0), 0)
  let q = 0
  for (let i = 0; i < 10; i++)
    for (let j = 0; j < 10; j++) {
      if (label[i] !== label[j]) continue
      const weight = drawn.find(([source, target]) => source === i && target === j)?.[2] ?? 0
      q += weight - (out(i) * into(j)) / m
    }
  return q / m
}

describe('modularityOf(flow, label)', () => {
  it('is Leicht and Newman’s sum over all pairs', () => {
    fc.assert(
      fc.property(partitioned, ({ edges, label }) => {
        fc.pre(edges.length > 0)
        const flow = flowOf(graphOf(edges), { directed: true, weighted: true })
        expect(modularityOf(flow, label)).toBeCloseTo(modularityByDefinition(edges, label), 10)
      }),
    )
  })

  it('is the same when communities have become nodes', () => {
    fc.assert(
      fc.property(partitioned, ({ edges, label }) => {
        for (const directed of [true, false]) {
          const flow = flowOf(graphOf(edges), { directed, weighted: true })
          const group = label.slice()
          const count = compact(group)
          const whole = modularityOf(aggregate(flow, group, count), singletons(count), 1.3)
          expect(whole).toBeCloseTo(modularityOf(flow, label, 1.3), 10)
        }
      }),
    )
  })
})

describe('louvain(flow, resolution, random)', () => {
  it('recovers planted communities', () => {
    const { graph, planted } = plantedPartition({ nodes: 400, groups: 8, degree: 10, inside: 0.85 }, createRandom(5))
    const found = louvain(flowOf(graph, { directed: true, weighted: true }), 1, createRandom(1))
    expect(nmi(found, planted)).toBeGreaterThan(0.97)
  })

  it('finds partitions as good as graphology’s, over 10 runs of each on 5 graphs', () => {
    const random = createRandom('graphs')
    for (let at = 0; at < 5; at++) {
      const { graph } = plantedPartition({ nodes: 300, groups: 6, degree: 6, inside: 0.6 }, random.stream(at))
      const flow = flowOf(graph, { directed: true, weighted: true })
      const labels = Array.from({ length: 10 }, (_, run) => louvain(flow, 1, random.stream(`ours ${run}`)))
      const ours = keepBest(flow, labels, 1)
      const theirs = Array.from({ length: 10 }, (_, run) =>
        createGraphologyLouvain(graph, { directed: true, weighted: true })(1, random.stream(`theirs ${run}`)),
      ).map(label => modularityOf(flow, label, 1))
      const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length
      expect(Math.abs(mean(ours.modularities) - mean(theirs))).toBeLessThan(0.01)
    }
  })

  it('leaves every node alone in a graph without edges', () => {
    const flow = flowOf(buildDigraph(3, { source: [], target: [] }), { directed: true, weighted: true })
    expect([...louvain(flow, 1, createRandom(1))]).toEqual([0, 1, 2])
  })

  it('makes more communities at a higher resolution', () => {
    const { graph } = plantedPartition({ nodes: 300, groups: 5, degree: 8, inside: 0.8 }, createRandom(2))
    const flow = flowOf(graph, { directed: true, weighted: true })
    const counts = [0.1, 1, 4].map(resolution => new Set(louvain(flow, resolution, createRandom(1))).size)
    expect(counts[0]).toBeLessThan(counts[1]!)
    expect(counts[1]).toBeLessThan(counts[2]!)
  })
})

describe('createGraphologyLouvain(graph, options)(resolution, random)', () => {
  const options = { directed: true, weighted: true }

  it('recovers planted communities, the same for the same stream, others for another', () => {
    const { graph, planted } = plantedPartition({ nodes: 400, groups: 8, degree: 6, inside: 0.7 }, createRandom(5))
    const run = (stream: number): Uint32Array => createGraphologyLouvain(graph, options)(1, createRandom(stream))
    expect(nmi(run(1), planted)).toBeGreaterThan(0.9)
    expect(run(1)).toEqual(run(1))
    expect(new Set([1, 2, 3, 4, 5].map(stream => run(stream).join())).size).toBeGreaterThan(1)
  })

  it('finds what the package finds in a graph of objects, node for node', () => {
    fc.assert(
      fc.property(partitioned, fc.boolean(), fc.nat(100), ({ edges }, isDirected, seed) => {
        fc.pre(edges.length > 0)
        const graph = graphOf(edges)
        const random = createRandom(seed)
        const ours = createGraphologyLouvain(graph, { directed: isDirected, weighted: true })(1.2, random)
        const copy = isDirected ? new DirectedGraph() : new UndirectedGraph()
        for (const node of shuffledIndices(10, random.stream('order'))) copy.addNode(node)
        const { source, target, weight } = edgeColumns(graph)
        for (const [at, own] of weight.entries())
          copy.updateEdge(source[at], target[at], ({ weight: known = 0 }) => ({ weight: Number(known) + own }))
        const start = random.stream('start')
        const theirs = packageLouvain(copy, { rng: () => start.next(), resolution: 1.2, getEdgeWeight: 'weight' })
        const label = Uint32Array.from({ length: 10 }, (_, node) => theirs[node]!)
        compact(label)
        expect([...ours]).toEqual([...label])
      }),
    )
  })

  it('takes both directions of a pair as one tie when direction is ignored', () => {
    const graph = graphOf([
      [0, 1, 1],
      [1, 0, 1],
      [2, 3, 1],
      [3, 2, 1],
      [1, 2, 1],
    ])
    const found = [...createGraphologyLouvain(graph, { directed: false, weighted: true })(1, createRandom(1))]
    expect(found.slice(0, 4)).toEqual([0, 0, 1, 1])
    expect(new Set(found.slice(4)).size).toBe(6)
  })

  it('leaves every node alone in a graph without edges', () => {
    const graph = buildDigraph(3, { source: [], target: [] })
    expect([...createGraphologyLouvain(graph, options)(1, createRandom(1))]).toEqual([0, 1, 2])
  })
})

describe('numberCommunities(label)', () => {
  it('numbers by size, then by the smallest node', () => {
    expect([...numberCommunities(labels('cabbaadc'))]).toEqual([2, 1, 3, 3, 1, 1, 4, 2])
  })
})

describe('nmi(one, other)', () => {
  it('is 1 for the same partition under other names, 0 for independent ones', () => {
    expect(nmi(labels('aabbcc'), labels('ccaabb'))).toBeCloseTo(1, 12)
    expect(nmi(labels('aabb'), labels('abab'))).toBeCloseTo(0, 12)
  })

  it('is 2·I / (H + H) of a hand-worked table', () => {
    // aab against abb: cells aa 1, ab 1, bb 1.
    const h = -(2 / 3) * Math.log(2 / 3) - (1 / 3) * Math.log(1 / 3)
    const information = (1 / 3) * Math.log(3 / 2) + (1 / 3) * Math.log(3 / 4) + (1 / 3) * Math.log(3 / 2)
    expect(nmi(labels('aab'), labels('abb'))).toBeCloseTo(information / h, 12)
  })
})

describe('coAssignment(community, runs)', () => {
  it('averages, over runs and fellow members, how often they are together again', () => {
    const values = coAssignment(labels('aaabc'), [labels('aabbc'), labels('aaabb')])
    // a1 with {a2, a3}: 1/2 then 2/2; a3: 0 then 1; b alone only in the second? Its run mates: a3, then c.
    expect([...values]).toEqual([0.75, 0.75, 0.5, 0, 0.5])
  })
})

describe('meanPairwiseNmi(partitions)', () => {
  it('is the mean over pairs, and not a number for one partition', () => {
    expect(meanPairwiseNmi([labels('aabb'), labels('bbaa'), labels('abab')])).toBeCloseTo(1 / 3, 12)
    expect(meanPairwiseNmi([labels('aabb')])).toBeNaN()
  })
})
