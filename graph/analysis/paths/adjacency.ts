import { oncePer } from '../once-per.ts'

/**
 * Rows of neighbours in compressed form: those of node i are target[start[i]] … target[start[i + 1] − 1], ascending,
 * without repetition. Two arrays of numbers hold a million edges in 12 MB, where objects need hundreds.
 */
export interface Adjacency {
  readonly start: Uint32Array
  readonly target: Uint32Array
  readonly weight: Float64Array
}

/**
 * A simple directed weighted graph without self-loops on the nodes 0 … nodeCount − 1. An undirected one has each tie in both
 * directions, with the same weight, and says so: null models draw undirected graphs, and what needs a direction is not asked.
 */
export interface Digraph {
  readonly nodeCount: number
  /** Of an undirected graph twice the number of its ties. */
  readonly edgeCount: number
  readonly undirected?: true
  readonly out: Adjacency
  readonly in: Adjacency
  /** 1: nobody read the node's pages, so whom it links to is not known, and its empty row says nothing. Absent: all known. */
  readonly unread?: Uint8Array
}

/** Edges as columns: edge e goes from source[e] to target[e]. */
export interface EdgeColumns {
  readonly source: ArrayLike<number>
  readonly target: ArrayLike<number>
  /** Absent: 1 each. */
  readonly weight?: ArrayLike<number>
}

/** Returns the graph of `edges`, which must hold no self-loop and no pair twice. O(nodes + edges). */
export function buildDigraph(nodeCount: number, edges: EdgeColumns): Digraph {
  // Grouping twice sorts every row: the first leaves rows in edge order, a transposition visits them in node order.
  const incoming = group(nodeCount, edges)
  const out = transpose(nodeCount, incoming)
  return { nodeCount, edgeCount: out.target.length, out, in: transpose(nodeCount, out) }
}

function group(nodeCount: number, { source, target, weight }: EdgeColumns): Adjacency {
  const edgeCount = source.length
  const start = new Uint32Array(nodeCount + 1)
  for (let edge = 0; edge < edgeCount; edge++) start[target[edge]! + 1]!++
  for (let node = 0; node < nodeCount; node++) start[node + 1]! += start[node]!
  const next = start.slice()
  const rows = new Uint32Array(edgeCount)
  const weights = new Float64Array(edgeCount)
  for (let edge = 0; edge < edgeCount; edge++) {
    const place = next[target[edge]!]!++
    rows[place] = source[edge]!
    weights[place] = weight === undefined ? 1 : weight[edge]!
  }
  return { start, target: rows, weight: weights }
}

/** The same ties seen from their other ends. O(nodes + edges). */
export function transpose(nodeCount: number, { start, target, weight }: Adjacency): Adjacency {
  const source = new Uint32Array(target.length)
  for (let node = 0; node < nodeCount; node++) source.fill(node, start[node], start[node + 1])
  return group(nodeCount, { source, target, weight })
}

/** The edges as columns, by source then target. */
export function edgeColumns(graph: Digraph): { source: Uint32Array; target: Uint32Array; weight: Float64Array } {
  const source = new Uint32Array(graph.edgeCount)
  for (let node = 0; node < graph.nodeCount; node++) source.fill(node, graph.out.start[node], graph.out.start[node + 1])
  return { source, target: graph.out.target, weight: graph.out.weight }
}

/** Direction ignored: each tie once in both rows, its weight the sum over both directions. Made once per graph. O(nodes + edges). */
export const ignoreDirection = oncePer(mergeDirections)

function mergeDirections(graph: Digraph): Adjacency {
  const start = new Uint32Array(graph.nodeCount + 1)
  const target = new Uint32Array(2 * graph.edgeCount)
  const weight = new Float64Array(2 * graph.edgeCount)
  let place = 0
  for (let node = 0; node < graph.nodeCount; node++) {
    place = mergeRows(graph, node, { start, target, weight }, place)
    start[node + 1] = place
  }
  return { start, target: target.subarray(0, place), weight: weight.subarray(0, place) }
}

function mergeRows({ out, in: incoming }: Digraph, node: number, merged: Adjacency, from: number): number {
  let place = from
  let left = out.start[node]!
  let right = incoming.start[node]!
  const leftEnd = out.start[node + 1]!
  const rightEnd = incoming.start[node + 1]!
  while (left < leftEnd || right < rightEnd) {
    const a = left < leftEnd ? out.target[left]! : Infinity
    const b = right < rightEnd ? incoming.target[right]! : Infinity
    merged.target[place] = Math.min(a, b)
    merged.weight[place++] = (a <= b ? out.weight[left]! : 0) + (b <= a ? incoming.weight[right]! : 0)
    if (a <= b) left++
    if (b <= a) right++
  }
  return place
}

/** Sum of each row's weights. */
export function rowSums({ start, weight }: Adjacency): Float64Array {
  const sums = new Float64Array(start.length - 1)
  for (let node = 0; node < sums.length; node++)
    for (let place = start[node]!; place < start[node + 1]!; place++) sums[node]! += weight[place]!
  return sums
}

/** The neighbours of `node`, ascending: a view, not a copy. */
export function rowOf({ start, target }: Adjacency, node: number): Uint32Array {
  return target.subarray(start[node], start[node + 1])
}

/** Number of neighbours of `node`. */
export function degreeOf({ start }: Adjacency, node: number): number {
  return start[node + 1]! - start[node]!
}

/** Number of neighbours of every node. */
export function degreesOf({ start }: Adjacency): Uint32Array {
  const degrees = new Uint32Array(start.length - 1)
  for (let node = 0; node < degrees.length; node++) degrees[node] = start[node + 1]! - start[node]!
  return degrees
}

/** Whether `node`'s row holds `other`. O(log degree). */
export function hasNeighbor({ start, target }: Adjacency, node: number, other: number): boolean {
  let low = start[node]!
  let high = start[node + 1]!
  while (low < high) {
    const middle = (low + high) >>> 1
    if (target[middle]! < other) low = middle + 1
    else high = middle
  }
  return low < start[node + 1]! && target[low] === other
}

/** The ties among `nodes` (ascending), renumbered 0, 1 … in their order. O(nodes of the whole + their ties). */
export function tiesAmong({ start, target, weight }: Adjacency, nodes: Uint32Array): Adjacency {
  const renumbered = new Map(nodes.entries().map(([place, node]) => [node, place]))
  const rows = Array.from(nodes, node =>
    Array.from({ length: start[node + 1]! - start[node]! }, (_, at) => start[node]! + at).filter(place =>
      renumbered.has(target[place]!),
    ),
  )
  const ends = new Uint32Array(nodes.length + 1)
  for (const [place, row] of rows.entries()) ends[place + 1] = ends[place]! + row.length
  const kept = rows.flat()
  return {
    start: ends,
    target: Uint32Array.from(kept, place => renumbered.get(target[place]!)!),
    weight: Float64Array.from(kept, place => weight[place]!),
  }
}
