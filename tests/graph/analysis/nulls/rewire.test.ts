import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildDigraph, degreeOf, type Digraph, edgeColumns } from '#graph/analysis/paths/adjacency.ts'
import { mutualDegrees } from '#graph/analysis/measures/reciprocity.ts'
import { createPairSet, hashedPairSet } from '#graph/analysis/nulls/pair-set.ts'
import { rewire, triesFor } from '#graph/analysis/nulls/rewire.ts'
import { createRandom } from '#graph/analysis/random.ts'
import { plantedPartition } from '../planted.ts'

const graphOf = (nodeCount: number, pairs: readonly (readonly [number, number])[]) =>
  buildDigraph(nodeCount, { source: pairs.map(([source]) => source), target: pairs.map(([, target]) => target) })

const asText = (graph: Digraph) => {
  const { source, target } = edgeColumns(graph)
  return Array.from(source, (from, at) => `${from}-${target[at]}`).join(' ')
}

const degrees = (graph: Digraph) =>
  Array.from({ length: graph.nodeCount }, (_, node) => [degreeOf(graph.out, node), degreeOf(graph.in, node)])

/** All simple directed graphs without self-loops with the degrees of `graph`, by trying every set of pairs. */
function allWithDegreesOf(graph: Digraph): string[] {
  const n = graph.nodeCount
  const pairs = Array.from({ length: n * n }, (_, at) => [Math.floor(at / n), at % n] as const).filter(
    ([a, b]) => a !== b,
  )
  const wanted = JSON.stringify(degrees(graph))
  const sets = Array.from({ length: 2 ** pairs.length }, (_, bits) => pairs.filter((__, at) => (bits >> at) & 1))
  return sets
    .filter(set => set.length === graph.edgeCount)
    .map(set => graphOf(n, set))
    .filter(other => JSON.stringify(degrees(other)) === wanted)
    .map(asText)
}

describe('createPairSet(nodeCount, capacity)', () => {
  it.each([
    ['in bits', () => createPairSet(6, 36)],
    ['hashed', () => hashedPairSet(36)],
  ])('holds what a Set holds, through adds and deletes: %s', (_, create) => {
    const steps = fc.array(fc.tuple(fc.boolean(), fc.nat(5), fc.nat(5)), { maxLength: 200 })
    fc.assert(
      fc.property(steps, drawn => {
        const pairs = create()
        const expected = new Set<string>()
        for (const [adds, a, b] of drawn) {
          if (adds) {
            pairs.add(a, b)
            expected.add(`${a} ${b}`)
          } else {
            pairs.delete(a, b)
            expected.delete(`${a} ${b}`)
          }
          for (let x = 0; x < 6; x++)
            for (let y = 0; y < 6; y++) expect(pairs.has(x, y)).toBe(expected.has(`${x} ${y}`))
        }
      }),
      { numRuns: 50 },
    )
  })
})

describe('rewire(graph, random)', () => {
  it('keeps the in- and out-degree of every node, and stays simple without self-loops', () => {
    const { graph } = plantedPartition({ nodes: 200, groups: 4, degree: 6, inside: 0.9 }, createRandom(1))
    for (let run = 0; run < 5; run++) {
      const rewired = rewire(graph, createRandom(run)).graph
      expect(degrees(rewired)).toEqual(degrees(graph))
      const { source, target } = edgeColumns(rewired)
      expect(source.some((from, at) => from === target[at])).toBe(false)
      expect(new Set(asText(rewired).split(' ')).size).toBe(graph.edgeCount)
    }
  })

  it('keeps what each node gives in sum: a weight stays with its source', () => {
    const graph = buildDigraph(4, { source: [0, 1, 2, 3], target: [1, 2, 3, 0], weight: [5, 6, 7, 8] })
    const { weight } = edgeColumns(rewire(graph, createRandom(3)).graph)
    expect([...weight]).toEqual([5, 6, 7, 8])
  })

  it.each([
    [
      'a cycle of three, which no swap can turn',
      graphOf(3, [
        [0, 1],
        [1, 2],
        [2, 0],
      ]),
      2,
    ],
    [
      'four nodes of uneven degrees',
      graphOf(4, [
        [0, 1],
        [0, 2],
        [1, 2],
        [2, 3],
        [3, 0],
      ]),
      7,
    ],
    [
      'four nodes, six edges',
      graphOf(4, [
        [0, 1],
        [1, 0],
        [1, 2],
        [2, 3],
        [3, 1],
        [0, 3],
      ]),
      null,
    ],
  ])('draws every graph of the same degrees equally often: %s', (_, graph, count) => {
    const all = allWithDegreesOf(graph)
    if (count !== null) expect(all.length).toBe(count)
    expect(all.length).toBeGreaterThan(1)
    const random = createRandom('uniform')
    const draws = 600 * all.length
    const seen = new Map(all.map(text => [text, 0]))
    for (let run = 0; run < draws; run++) {
      const text = asText(rewire(graph, random.stream(run), 30).graph)
      seen.set(text, seen.get(text)! + 1)
    }
    const chiSquare = [...seen.values()].reduce((sum, found) => sum + (found - 600) ** 2 / 600, 0)
    // The 99.9 % bound of χ², by Wilson & Hilferty's approximation.
    const freedom = all.length - 1
    expect(chiSquare).toBeLessThan(freedom * (1 - 2 / (9 * freedom) + 3.09 * Math.sqrt(2 / (9 * freedom))) ** 3)
  })

  it('has mixed well before its 10 tries per edge: reciprocity no longer moves after 3', () => {
    // Every tie of this graph is mutual, as far from random as reciprocity can be.
    const { graph } = plantedPartition({ nodes: 300, groups: 3, degree: 4, inside: 0.9 }, createRandom(9))
    const { source, target } = edgeColumns(graph)
    const pairs = Array.from(source, (from, at): [number, number] => [from, target[at]!]).filter(([a, b]) => a < b)
    const mutual = graphOf(
      300,
      pairs.flatMap(([a, b]): [number, number][] => [
        [a, b],
        [b, a],
      ]),
    )
    const mean = (tries: number) => {
      const values = Array.from({ length: 40 }, (_, run) => {
        const degreesOfMutual = mutualDegrees(rewire(mutual, createRandom(run), tries).graph)
        return degreesOfMutual.reduce((a, b) => a + b, 0) / mutual.edgeCount
      })
      return values.reduce((a, b) => a + b, 0) / values.length
    }
    const settled = mean(30)
    expect(Math.abs(mean(1) - settled)).toBeGreaterThan(0.02)
    expect(Math.abs(mean(3) - settled)).toBeLessThan(0.01)
    expect(Math.abs(mean(10) - settled)).toBeLessThan(0.004)
  })
})

describe('triesFor(graph, random)', () => {
  const swapsPerEdge = (graph: Digraph) => {
    const tries = triesFor(graph, createRandom('first'))
    return { tries, done: rewire(graph, createRandom('second'), tries).swaps / graph.edgeCount }
  }

  it('gives as many tries as ten swaps done per edge take: more in a dense graph, where many can’t be done', () => {
    const sparse = swapsPerEdge(
      plantedPartition({ nodes: 300, groups: 3, degree: 5, inside: 0.5 }, createRandom(1)).graph,
    )
    const dense = swapsPerEdge(plantedPartition({ nodes: 40, groups: 1, degree: 30, inside: 1 }, createRandom(1)).graph)
    expect(sparse.done).toBeGreaterThanOrEqual(10)
    expect(dense.done).toBeGreaterThanOrEqual(10)
    expect(dense.tries).toBeGreaterThan(2 * sparse.tries)
  })

  it('ends at a hundred where no swap can be done: a star is the only graph of its degrees', () => {
    const star = graphOf(
      6,
      [1, 2, 3, 4, 5].map((leaf): [number, number] => [0, leaf]),
    )
    expect(swapsPerEdge(star)).toEqual({ tries: 100, done: 0 })
  })
})

describe('rewire(graph, random) of many nodes', () => {
  it('keeps the degrees, and no edge twice, where edges are looked up in the rows themselves', () => {
    const { graph } = plantedPartition({ nodes: 2500, groups: 5, degree: 4, inside: 0.9 }, createRandom(6))
    const { graph: rewired, swaps } = rewire(graph, createRandom(7))
    expect(degrees(rewired)).toEqual(degrees(graph))
    expect(new Set(asText(rewired).split(' ')).size).toBe(graph.edgeCount)
    expect(swaps / graph.edgeCount).toBeGreaterThan(8)
  })
})

describe('rewire(graph, random) of rows that are long', () => {
  it('keeps the degrees, and no edge twice, where edges are looked up in a set', () => {
    // One site cites 199 others, and each of them three: rows are too long to be looked through.
    const pairs = new Map<string, [number, number]>()
    const random = createRandom(4)
    for (let node = 1; node < 200; node++)
      for (const [a, b] of [[0, node], ...[1, 2].map(() => [node, random.int(200)])] as [number, number][])
        if (a !== b) pairs.set(`${a}>${b}`, [a, b])
    const graph = graphOf(200, [...pairs.values()])
    const { graph: rewired, swaps } = rewire(graph, createRandom(5))
    expect(degrees(rewired)).toEqual(degrees(graph))
    expect(new Set(asText(rewired).split(' ')).size).toBe(graph.edgeCount)
    expect(swaps).toBeGreaterThan(0)
  })
})
