import type { Random } from '../random.ts'
import { buildDigraph, type Digraph, edgeColumns } from '../paths/adjacency.ts'
import { DrawnPairs } from './drawn-pairs.ts'
import { createPairSet, type PairSet } from './pair-set.ts'

/** A graph drawn at random, and what was done for it. */
export interface Rewired {
  readonly graph: Digraph
  /** Swaps and turned cycles that were done, of all tried. */
  readonly swaps: number
}

/**
 * Returns a random undirected graph with the degree of every node, without self-loops or double ties: pairs of ties a–b,
 * c–d become a–d, c–b, the second turned round at random first. Every such graph can be reached and is equally likely in the
 * end. Weights are dealt out with the ties: no swap can keep what two ends have in sum. `graph` has each tie in both
 * directions, and so has the result. O(tries × ties). The double edge swap: Fosdick, Larremore, Nishimura & Ugander 2018.
 */
export function rewireTies(graph: Digraph, random: Random, tries: number): Rewired {
  const { source, target, weight } = tiesOnce(graph)
  const tieCount = source.length
  if (tieCount < 2) return { graph, swaps: 0 }
  const present = createPairSet(graph.nodeCount, tieCount)
  for (let tie = 0; tie < tieCount; tie++) add(present, source[tie]!, target[tie]!)
  // The second's number says its end, too: beyond the last tie it is turned round.
  const pairs = new DrawnPairs(random, tieCount, 2 * tieCount)
  let swaps = 0
  for (let left = Math.round(tries * tieCount); left > 0;) {
    const count = pairs.next(left)
    left -= count
    for (let at = 0; at < count; at++) {
      const other = pairs.other[at]!
      const turns = other >= tieCount
      if (swapEnds(pairs.one[at]!, turns ? other - tieCount : other, turns, source, target, present)) swaps++
    }
  }
  return { graph: inBothDirections(graph.nodeCount, source, target, weight), swaps }
}

function tiesOnce(graph: Digraph): { source: Uint32Array; target: Uint32Array; weight: Float64Array } {
  const { source, target, weight } = edgeColumns(graph)
  const kept = Uint32Array.from([...source.keys()].filter(edge => source[edge]! < target[edge]!))
  return {
    source: kept.map(edge => source[edge]!),
    target: kept.map(edge => target[edge]!),
    weight: Float64Array.from(kept, edge => weight[edge]!),
  }
}

function inBothDirections(nodeCount: number, one: Uint32Array, other: Uint32Array, once: Float64Array): Digraph {
  const source = new Uint32Array(2 * one.length)
  const target = new Uint32Array(2 * one.length)
  const weight = new Float64Array(2 * one.length)
  source.set(one)
  source.set(other, one.length)
  target.set(other)
  target.set(one, one.length)
  weight.set(once)
  weight.set(once, one.length)
  return { ...buildDigraph(nodeCount, { source, target, weight }), undirected: true }
}

const has = (pairs: PairSet, a: number, b: number): boolean => (a < b ? pairs.has(a, b) : pairs.has(b, a))
const add = (pairs: PairSet, a: number, b: number): void => (a < b ? pairs.add(a, b) : pairs.add(b, a))
const remove = (pairs: PairSet, a: number, b: number): void => (a < b ? pairs.delete(a, b) : pairs.delete(b, a))

function swapEnds(
  one: number,
  other: number,
  turns: boolean,
  source: Uint32Array,
  target: Uint32Array,
  present: PairSet,
): boolean {
  const a = source[one]!
  const b = target[one]!
  const c = turns ? target[other]! : source[other]!
  const d = turns ? source[other]! : target[other]!
  // A tie with itself included: then a is c, or a is d.
  if (a === c || b === d || a === d || b === c) return false
  if (has(present, a, d) || has(present, c, b)) return false
  remove(present, a, b)
  remove(present, c, d)
  add(present, a, d)
  add(present, c, b)
  target[one] = d
  source[other] = c
  target[other] = b
  return true
}
