import type { Random } from '../random.ts'
import { buildDigraph, type Digraph, edgeColumns } from '../paths/adjacency.ts'
import { DrawnPairs } from './drawn-pairs.ts'
import { createPairSet, type PairSet } from './pair-set.ts'
import { type Ends, narrowEnds, presentIn } from './present-in.ts'

/** Tries of a swap per edge between the observed graph and one of its field. */
export const mixingTries = 20

/**
 * Returns a random graph with the in- and out-degree of every node and as many edges from each class to each: pairs of edges a→b, c→d
 * become a→d, c→b where a and c, or b and d, are of one class (−1: of none, a class of its own). Who of a class cites abroad is
 * drawn anew; how much the class does is kept. A weight stays with its source. Undirected graphs stay so. As the swaps that keep a
 * joint degree matrix (Stanton & Pinar 2012); that every such graph can be reached is not proven. O(tries × edges).
 */
export function rewireMixing(graph: Digraph, classOf: Int32Array, random: Random, tries = mixingTries): Digraph {
  const { source: one, target: other, weight } = endsOf(graph)
  const edgeCount = one.length
  if (edgeCount < 2) return graph
  const isTie = graph.undirected === true
  const source = narrowEnds(graph.nodeCount, one)
  const target = narrowEnds(graph.nodeCount, other)
  const present = isTie ? setOf(graph.nodeCount, source, target) : presentIn(graph, source, target)
  const pairs = new DrawnPairs(random, edgeCount, isTie ? 2 * edgeCount : edgeCount)
  const swapping = { classOf, source, target, present, isTie }
  for (let left = Math.round(tries * edgeCount); left > 0;) {
    const count = pairs.next(left)
    left -= count
    for (let at = 0; at < count; at++) swapWithin(pairs.one[at]!, pairs.other[at]!, swapping)
  }
  return builtOf(graph, new Uint32Array(source), new Uint32Array(target), weight)
}

interface Swapping {
  readonly classOf: Int32Array
  readonly source: Ends
  readonly target: Ends
  readonly present: PairSet
  readonly isTie: boolean
}

/** Swaps the targets of two edges where their sources, or their targets, are of one class. A tie beyond the last is turned round. */
function swapWithin(one: number, drawn: number, { classOf, source, target, present, isTie }: Swapping): void {
  const turns = drawn >= source.length
  const other = turns ? drawn - source.length : drawn
  const a = source[one]!
  const b = target[one]!
  const c = turns ? target[other]! : source[other]!
  const d = turns ? source[other]! : target[other]!
  if (classOf[a] !== classOf[c] && classOf[b] !== classOf[d]) return
  if (a === c || b === d || a === d || b === c) return
  if (has(present, isTie, a, d) || has(present, isTie, c, b)) return
  remove(present, isTie, a, b)
  remove(present, isTie, c, d)
  present.add(a, d)
  present.add(c, b)
  target[one] = d
  source[other] = c
  target[other] = b
}

const has = (present: PairSet, isTie: boolean, a: number, b: number): boolean =>
  present.has(a, b) || (isTie && present.has(b, a))

const remove = (present: PairSet, isTie: boolean, a: number, b: number): void =>
  !isTie || present.has(a, b) ? present.delete(a, b) : present.delete(b, a)

function setOf(nodeCount: number, source: Ends, target: Ends): PairSet {
  const present = createPairSet(nodeCount, source.length)
  for (let edge = 0; edge < source.length; edge++) present.add(source[edge]!, target[edge]!)
  return present
}

/** The ends of the edges; of an undirected graph each tie once. */
function endsOf(graph: Digraph): { source: Uint32Array; target: Uint32Array; weight: Float64Array } {
  const { source, target, weight } = edgeColumns(graph)
  if (!graph.undirected) return { source, target, weight }
  const kept = [...source.keys()].filter(edge => source[edge]! < target[edge]!)
  return {
    source: Uint32Array.from(kept, edge => source[edge]!),
    target: Uint32Array.from(kept, edge => target[edge]!),
    weight: Float64Array.from(kept, edge => weight[edge]!),
  }
}

function builtOf(
  { nodeCount, undirected, unread }: Digraph,
  source: Uint32Array,
  target: Uint32Array,
  weight: Float64Array,
): Digraph {
  const twice = undirected === true
  const built = buildDigraph(nodeCount, {
    source: twice ? [...source, ...target] : source,
    target: twice ? [...target, ...source] : target,
    weight: twice ? [...weight, ...weight] : weight,
  })
  return { ...built, ...(twice && { undirected: true as const }), ...(unread !== undefined && { unread }) }
}
