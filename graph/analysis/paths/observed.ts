import { oncePer } from '../once-per.ts'
import { buildDigraph, type Digraph, edgeColumns } from './adjacency.ts'

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
  if (unread === undefined) return { graph, placeOf: Int32Array.from({ length: nodeCount }, (_, node) => node) }
  let count = 0
  const placeOf = Int32Array.from({ length: nodeCount }, (_, node) => (unread[node] === 1 ? -1 : count++))
  const { source, target, weight } = edgeColumns(graph)
  const kept = [...source.keys()].filter(edge => placeOf[source[edge]!]! >= 0 && placeOf[target[edge]!]! >= 0)
  const part = buildDigraph(count, {
    source: kept.map(edge => placeOf[source[edge]!]!),
    target: kept.map(edge => placeOf[target[edge]!]!),
    weight: kept.map(edge => weight[edge]!),
  })
  return { graph: part, placeOf }
})

/** `values` where a node's own links are known; NaN, an empty cell, where they are not. */
export const whereObserved = ({ unread }: Digraph, values: ArrayLike<number>): ArrayLike<number> =>
  unread === undefined ? values : Float64Array.from(values, (value, node) => (unread[node] === 1 ? NaN : value))

/** Number of nodes whose own links are not known. */
export const unreadCount = ({ unread }: Digraph): number => unread?.reduce((sum, own) => sum + own, 0) ?? 0
