import { oncePer } from '../once-per.ts'
import type { Digraph } from '../paths/adjacency.ts'
import { createPairSet, type PairSet } from './pair-set.ts'

/** Ends of edges, by edge. */
export type Ends = Uint16Array | Uint32Array

/** The same ends, in half of the room where two bytes hold a node: a rewiring reads them where they come. A copy. */
export const narrowEnds = (nodeCount: number, ends: Uint32Array): Ends =>
  nodeCount <= 65536 ? new Uint16Array(ends) : ends.slice()

/** Edges of a row that are looked through on average at most; more, and a set of pairs answers sooner. */
const mostLookedThrough = 64

/** Up to so many nodes the bits of all pairs (512 KB) stay at the processor's hand: EuroSiS is rewired in two thirds of the time. */
const mostAtHand = 2048

/**
 * The edges of a graph whose edge e, in the order of its out-rows, goes from source[e] to target[e], kept in step by whoever changes
 * `target`. Sources never change place, so that the rows of `target` are the graph at any time: whether it has an edge is read there,
 * while rows are short. A set of a large graph would be three times the size of what the processor keeps at hand.
 */
export function presentIn(graph: Digraph, source: Ends, target: Ends): PairSet {
  const { start } = graph.out
  const { nodeCount } = graph
  let lookedThrough = 0
  for (let node = 0; node < nodeCount; node++) lookedThrough += (start[node + 1]! - start[node]!) ** 2
  if (nodeCount > mostAtHand && lookedThrough <= mostLookedThrough * target.length)
    return new RowReader(start, source, target)
  const present = setFor(graph)
  present.clear()
  for (let edge = 0; edge < target.length; edge++) present.add(source[edge]!, target[edge]!)
  return present
}

/** One set for all rewirings of a graph, which come one after another. */
const setFor = oncePer(({ nodeCount, edgeCount }: Digraph) => createPairSet(nodeCount, edgeCount))

/**
 * The rows as they stand are the set. They are looked through only where some edge has the pair's cell (a counting filter, Fan, Cao, Almeida &
 * Broder 2000, of one hash): one cell of six has an edge, and cells lie closer together than rows.
 */
class RowReader implements PairSet {
  readonly #start: Uint32Array
  readonly #target: Ends
  readonly #shift: number
  readonly #cells: Uint8Array

  constructor(start: Uint32Array, source: Ends, target: Ends) {
    this.#start = start
    this.#target = target
    const bits = Math.min(24, Math.ceil(Math.log2(4 * target.length)))
    this.#shift = 32 - bits
    if (room.length < 2 ** bits) room = new Uint8Array(2 ** bits)
    this.#cells = room.fill(0)
    for (let edge = 0; edge < target.length; edge++) this.add(source[edge]!, target[edge]!)
  }

  has(from: number, to: number): boolean {
    if (this.#cells[cellOf(from, to, this.#shift)] === 0) return false
    const target = this.#target
    for (let place = this.#start[from]!, end = this.#start[from + 1]!; place < end; place++)
      if (target[place] === to) return true
    return false
  }

  add(from: number, to: number): void {
    const cell = cellOf(from, to, this.#shift)
    if (this.#cells[cell]! < full) this.#cells[cell]!++
  }

  delete(from: number, to: number): void {
    const cell = cellOf(from, to, this.#shift)
    if (this.#cells[cell]! < full) this.#cells[cell]!--
  }

  clear(): void {}
}

/** One for all rewirings of a thread, which come one after another. */
let room = new Uint8Array()

/** A cell that can't count further stays so, and its rows are looked through. */
const full = 255

const cellOf = (from: number, to: number, shift: number): number =>
  Math.imul(Math.imul(from, 0x9e3779b1) ^ to, 0x85ebca6b) >>> shift
