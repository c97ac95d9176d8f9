import { describe, expect, it } from 'vitest'
import { buildDigraph, type Digraph, edgeColumns } from '#graph/analysis/paths/adjacency.ts'
import { type Term, permuteTerm, productOf, productWithEdges } from '#graph/analysis/mrqap/mrqap-terms.ts'
import { structureNames, structurePredictor } from '#graph/analysis/mrqap/structure-terms.ts'
import { createRandom } from '#graph/analysis/random.ts'
import { plantedPartition } from './planted.ts'

const count = 24
const drawn = plantedPartition({ nodes: count, groups: 3, degree: 4, inside: 0.6 }, createRandom(1)).graph
const unread = Uint8Array.from({ length: count }, (_, node) => (node % 5 === 2 ? 1 : 0))
/** Nodes 2, 7, 12 … were not read: they have no ties of their own. */
const graph: Digraph = (() => {
  const { source, target } = edgeColumns(drawn)
  const kept = [...source.keys()].filter(edge => unread[source[edge]!] === 0)
  const ends = { source: kept.map(edge => source[edge]!), target: kept.map(edge => target[edge]!) }
  return { ...buildDigraph(count, ends), unread }
})()
const all = Uint32Array.from({ length: count }, (_, node) => node)
const draw = createRandom(2)
const numbers = Float64Array.from(all, () => draw.next() * 4)

const terms: readonly Term[] = [
  { kind: 'one' },
  { kind: 'same', classOf: Int32Array.from(all, () => draw.int(4) - 1) },
  { kind: 'sender', value: numbers },
  { kind: 'receiver', value: numbers },
  ...structureNames.map(name => structurePredictor(graph, all, name)),
  // Eighths, which a float holds as they are; a property that is another one backwards.
  {
    kind: 'matrix',
    values: Float32Array.from({ length: count ** 2 }, (_, cell) => (cell % (count + 1) === 0 ? 0 : draw.int(9) / 8)),
  },
]

const ties = (() => {
  const { source, target } = edgeColumns(graph)
  return new Set(Array.from(source, (from, edge) => `${from} ${target[edge]}`))
})()
const tie = (i: number, j: number): number => (ties.has(`${i} ${j}`) ? 1 : 0)

/** The property written out for the pair (i, j), of the structure by its definition. */
function valueOf(at: number, i: number, j: number): number {
  const term = terms[at]!
  if (term.kind === 'one') return 1
  if (term.kind === 'same') return term.classOf[i]! >= 0 && term.classOf[i] === term.classOf[j] ? 1 : 0
  if (term.kind === 'matrix') return term.values[i * count + j]!
  if (term.kind !== 'pairs') return term.value[term.kind === 'sender' ? i : j]!
  const through = (both: (k: number) => number): number => [...all].reduce((sum, k) => sum + both(k), 0)
  const name = structureNames[at - 4]!
  if (name === 'reciprocity') return tie(j, i)
  return through(k => (name === 'co_citation' ? tie(k, i) * tie(k, j) : tie(i, k) * tie(k, j)))
}

const overPairs = (value: (i: number, j: number) => number, isKnown: (i: number) => boolean): number =>
  [...all]
    .filter(isKnown)
    .reduce((sum, i) => sum + [...all].reduce((row, j) => row + (i === j ? 0 : value(i, j)), 0), 0)

describe('productOf(one, other, pairs) with pairs that are missing', () => {
  it('is what the written-out matrices give over the pairs whose first site was read, permuted or not', () => {
    const order = createRandom(3).shuffle(all.slice())
    for (const isKnown of [(i: number) => unread[i] === 0, () => true])
      for (const [at, one] of terms.entries()) {
        const permuted = permuteTerm(one, order)
        const pairs = { nodeCount: count, ...(isKnown(2) ? {} : { unread }) }
        expect(productWithEdges(graph, permuted)).toBeCloseTo(
          overPairs((i, j) => tie(i, j) * valueOf(at, order[i]!, order[j]!), isKnown),
          8,
        )
        for (const [place, other] of terms.entries())
          expect(productOf(permuted, other, pairs)).toBeCloseTo(
            overPairs((i, j) => valueOf(at, order[i]!, order[j]!) * valueOf(place, i, j), isKnown),
            7,
          )
      }
  })
})
