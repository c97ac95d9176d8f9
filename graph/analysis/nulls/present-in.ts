import { oncePer } from '../once-per.ts'
import type { Digraph } from '../paths/adjacency.ts'
import { createPairSet, type PairSet } from './pair-set.ts'

/** Edges of a row that are looked through on average at most; more, and a set of pairs answers sooner. */
const mostLookedThrough = 64

/** Up to so many nodes the bits of all pairs (512 KB) stay at the processor's hand: EuroSiS is rewired in two thirds of the time. */
const mostAtHand = 2048

/**
 * The edges of a graph whose edge e, in the order of its out-rows, goes from source[e] to target[e], kept in step by whoever changes
 * `target`. Sources never change place, so that the rows of `target` are the graph at any time: whether it has an edge is read there,
 * while rows are short. A set of a large graph would be three times the size of what the processor keeps at hand.
 */
export function presentIn(graph: Digraph, source: Uint32Array, target: Uint32Array): PairSet {
  const { start } = graph.out
  const { nodeCount } = graph
  let lookedThrough = 0
  for (let node = 0; node < nodeCount; node++) lookedThrough += (start[node + 1]! - start[node]!) ** 2
  if (nodeCount > mostAtHand && lookedThrough <= mostLookedThrough * target.length) return new RowReader(start, target)
  const present = setFor(graph)
  present.clear()
  for (let edge = 0; edge < target.length; edge++) present.add(source[edge]!, target[edge]!)
  return present
}

/** One set for all rewirings of a graph, which come one after another. */
const setFor = oncePer(({ nodeCount, edgeCount }: Digraph) => createPairSet(nodeCount, edgeCount))

/** The rows as they stand are the set: nothing is added, nothing taken away. */
class RowReader implements PairSet {
  readonly #start: Uint32Array
  readonly #target: Uint32Array

  constructor(start: Uint32Array, target: Uint32Array) {
    this.#start = start
    this.#target = target
  }

  has(from: number, to: number): boolean {
    const target = this.#target
    for (let place = this.#start[from]!, end = this.#start[from + 1]!; place < end; place++)
      if (target[place] === to) return true
    return false
  }

  add(): void {}

  delete(): void {}

  clear(): void {}
}
