import { oncePer } from '../once-per.ts'
import { buildDigraph, type Digraph, type EdgeColumns, edgeColumns } from './adjacency.ts'

/** The part of a graph whose nodes' own links are known. */
export interface ObservedPart {
  readonly graph: Digraph
  /** Place of each node of the whole graph in it; −1: its links are not known. */
  readonly placeOf: Int32Array
}

/**
 * The nodes whose out-links are known, with the edges among them: what asks for both directions of a pair can be answered
 * there alone. The graph itself where all are known. Made once per graph.
 */
export const observedPart = oncePer((graph: Digraph): ObservedPart => {
  const { unread, nodeCount } = graph
  const placeOf = new Int32Array(nodeCount)
  let count = 0
  for (let node = 0; node < nodeCount; node++) placeOf[node] = unread?.[node] === 1 ? -1 : count++
  return { graph: unread === undefined ? graph : buildDigraph(count, edgesAmong(graph, placeOf)), placeOf }
})

/** The nodes of `kept` (1 at their places), renumbered in their order, with the edges among them. O(nodes + edges). */
export function graphAmong(graph: Digraph, kept: Uint8Array): Digraph {
  const placeOf = new Int32Array(graph.nodeCount)
  let count = 0
  for (let node = 0; node < graph.nodeCount; node++) placeOf[node] = kept[node] === 1 ? count++ : -1
  const unread = graph.unread?.filter((_, node) => kept[node] === 1)
  return {
    ...buildDigraph(count, edgesAmong(graph, placeOf)),
    ...(unread?.includes(1) && { unread }),
    ...(graph.undirected && { undirected: true as const }),
  }
}

/** The edges both of whose ends have a place, between the places. */
function edgesAmong(graph: Digraph, placeOf: Int32Array): EdgeColumns {
  const { source, target, weight } = edgeColumns(graph)
  const kept = { source: new Uint32Array(source.length), target: new Uint32Array(source.length) }
  const keptWeight = new Float64Array(source.length)
  let count = 0
  for (let edge = 0; edge < source.length; edge++) {
    const [from, to] = [placeOf[source[edge]!]!, placeOf[target[edge]!]!]
    if (from < 0 || to < 0) continue
    kept.source[count] = from
    kept.target[count] = to
    keptWeight[count++] = weight[edge]!
  }
  return {
    source: kept.source.subarray(0, count),
    target: kept.target.subarray(0, count),
    weight: keptWeight.subarray(0, count),
  }
}

/** `values` where a node's own links are known; NaN, an empty cell, where they are not. */
export const whereObserved = ({ unread }: Digraph, values: ArrayLike<number>): ArrayLike<number> =>
  unread === undefined ? values : Float64Array.from(values, (value, node) => (unread[node] === 1 ? NaN : value))

/** Number of nodes whose own links are not known. */
export const unreadCount = ({ unread }: Digraph): number => unread?.reduce((sum, own) => sum + own, 0) ?? 0
