import { lnBinomial, lnFactorials } from './ln-factorial.ts'
import { lnPartitions } from './ln-partitions.ts'
import type { Multigraph } from './multigraph.ts'

/**
 * A partition into blocks with the counts by which its description length changes: what a move adds or takes is then told in
 * time proportional to the ties of what moves. Blocks are 0 … room − 1, some of them empty.
 */
export interface BlockState {
  readonly graph: Multigraph
  readonly room: number
  /** Block of each node. */
  readonly label: Uint32Array
  /** Nodes of each block. */
  readonly size: Int32Array
  /** Edges from block r to block t at r × room + t; without directions the same at t × room + r, each edge inside a block once. */
  readonly between: Int32Array
  /** Edges that leave, and that reach, each block; without directions ends of edges. */
  readonly out: Int32Array
  readonly in: Int32Array
  /** Nodes of block r with the degree of kind d at r × kinds + d, for both sides. */
  readonly outKinds: KindCounts
  readonly inKinds: KindCounts
  /** Blocks that are not empty. */
  blocks: number
  /** ln n!. */
  readonly lnF: Float64Array
}

interface KindCounts {
  /** Which degree, of those that there are, each node has. */
  readonly kindOf: Uint32Array
  readonly kinds: number
  readonly count: Int32Array
}

/** O(edges + room²). `label` is taken over. */
export function buildState(graph: Multigraph, label: Uint32Array, room: number): BlockState {
  const size = new Int32Array(room)
  const [out, incoming] = [new Int32Array(room), new Int32Array(room)]
  const between = new Int32Array(room * room)
  for (let node = 0; node < graph.nodeCount; node++) {
    const own = label[node]!
    size[own]! += 1
    out[own]! += graph.outDegree[node]!
    incoming[own]! += graph.inDegree[node]!
    const { start, target, count } = graph.out
    for (let at = start[node]!; at < start[node + 1]!; at++) between[own * room + label[target[at]!]!]! += count[at]!
  }
  // Each edge inside a block was met from both of its ends.
  if (!graph.directed) for (let own = 0; own < room; own++) between[own * room + own]! /= 2
  return {
    graph,
    room,
    label,
    size,
    between,
    out,
    in: incoming,
    outKinds: countKinds(graph.outDegree, label, room),
    inKinds: countKinds(graph.inDegree, label, room),
    blocks: size.reduce((sum, own) => sum + (own > 0 ? 1 : 0), 0),
    lnF: lnFactorials(2 * graph.edges + graph.nodeCount + 2),
  }
}

function countKinds(degree: Int32Array, label: Uint32Array, room: number): KindCounts {
  const places = new Map<number, number>()
  const kindOf = Uint32Array.from(degree, own => {
    const known = places.get(own) ?? places.size
    places.set(own, known)
    return known
  })
  const kinds = Math.max(1, places.size)
  const count = new Int32Array(room * kinds)
  for (let node = 0; node < label.length; node++) count[label[node]! * kinds + kindOf[node]!]! += 1
  return { kindOf, kinds, count }
}

/** What depends on the number of blocks alone. */
export function lengthOfCount({ graph }: BlockState, blocks: number): number {
  const cells = graph.directed ? blocks * blocks : (blocks * (blocks + 1)) / 2
  return lnBinomial(graph.nodeCount - 1, blocks - 1) + lnBinomial(cells + graph.edges - 1, graph.edges)
}

/** What depends on a block's nodes and ends of edges alone: sizes in the partition's and the degrees' terms, and sums of degrees. */
export function lengthOfBlock({ graph, lnF }: BlockState, size: number, out: number, incoming: number): number {
  if (size === 0) return 0
  return graph.directed
    ? lnF[size]! + lnF[out]! + lnF[incoming]! + lnPartitions(out, size) + lnPartitions(incoming, size)
    : lnF[out]! + lnPartitions(out, size)
}

/** What a number of edges between two blocks saves, or inside one. */
export const lnInside = ({ graph, lnF }: BlockState, count: number): number =>
  graph.directed ? lnF[count]! : lnF[count]! + count * Math.LN2
