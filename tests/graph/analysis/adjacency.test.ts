import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  buildDigraph,
  degreeOf,
  edgeColumns,
  hasNeighbor,
  ignoreDirection,
  rowSums,
  tiesAmong,
} from '#graph/analysis/paths/adjacency.ts'

/** Any simple directed graph of up to 12 nodes, as a set of 'source target' pairs. */
const pairs = fc
  .uniqueArray(fc.tuple(fc.nat(11), fc.nat(11)), { selector: ([a, b]) => a * 12 + b, maxLength: 60 })
  .map(drawn => drawn.filter(([a, b]) => a !== b))

const build = (drawn: readonly (readonly [number, number])[]) =>
  buildDigraph(12, {
    source: drawn.map(([source]) => source),
    target: drawn.map(([, target]) => target),
    weight: drawn.map((_, at) => at + 1),
  })

const rows = ({ start, target }: { start: Uint32Array; target: Uint32Array }) =>
  Array.from({ length: start.length - 1 }, (_, node) => [...target.subarray(start[node], start[node + 1])])

describe('buildDigraph(nodeCount, edges)', () => {
  it('holds every edge in both directions, rows ascending, whatever the order given', () => {
    fc.assert(
      fc.property(pairs, drawn => {
        const graph = build(drawn)
        const ascending = (a: number, b: number) => a - b
        for (let node = 0; node < 12; node++) {
          const targets = drawn.filter(([source]) => source === node).map(([, target]) => target)
          const sources = drawn.filter(([, target]) => target === node).map(([source]) => source)
          expect(rows(graph.out)[node]).toEqual(targets.sort(ascending))
          expect(rows(graph.in)[node]).toEqual(sources.sort(ascending))
          expect(degreeOf(graph.out, node)).toBe(targets.length)
        }
        expect(rowSums(graph.out).reduce((a, b) => a + b, 0)).toBe((drawn.length * (drawn.length + 1)) / 2)
      }),
    )
  })

  it('gives its edges back by source, then target, each with its weight', () => {
    const graph = build([
      [3, 1],
      [0, 2],
      [0, 1],
    ])
    const { source, target, weight } = edgeColumns(graph)
    expect([[...source], [...target], [...weight]]).toEqual([
      [0, 0, 3],
      [1, 2, 1],
      [3, 2, 1],
    ])
  })
})

describe('ignoreDirection(graph)', () => {
  it('has each tie once in both rows, with the weights of both directions added', () => {
    fc.assert(
      fc.property(pairs, drawn => {
        const ties = ignoreDirection(build(drawn))
        for (let a = 0; a < 12; a++)
          for (let b = 0; b < 12; b++) {
            const weight = drawn.reduce(
              (sum, [source, target], at) =>
                sum + ((source === a && target === b) || (source === b && target === a) ? at + 1 : 0),
              0,
            )
            expect(hasNeighbor(ties, a, b)).toBe(weight > 0)
            const row = rows(ties)[a]!
            if (weight > 0) expect(ties.weight[ties.start[a]! + row.indexOf(b)]).toBe(weight)
          }
      }),
    )
  })
})

describe('tiesAmong(ties, nodes)', () => {
  it('keeps the ties inside a set of nodes and renumbers them', () => {
    const ties = ignoreDirection(
      build([
        [1, 4],
        [4, 7],
        [7, 9],
        [1, 9],
      ]),
    )
    const kept = tiesAmong(ties, Uint32Array.of(1, 4, 9))
    expect(rows(kept)).toEqual([[1, 2], [0], [0]])
    expect([...kept.weight]).toEqual([1, 4, 1, 4])
  })
})
