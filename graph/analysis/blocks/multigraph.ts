import type { Digraph } from '../paths/adjacency.ts'

/** Rows of neighbours with whole numbers of edges to each, as Adjacency has them. */
interface Rows {
  readonly start: Uint32Array
  readonly target: Uint32Array
  readonly count: Int32Array
}

/** A graph whose ties are bundles of edges: as many as the tie has evidence. Without loops. */
export interface Multigraph {
  readonly nodeCount: number
  /** Σ of the edges, each once. */
  readonly edges: number
  readonly directed: boolean
  readonly out: Rows
  /** Of an undirected graph the same as `out`, which has each tie in both rows. */
  readonly in: Rows
  /** Edges that leave, and that reach, each node. */
  readonly outDegree: Int32Array
  readonly inDegree: Int32Array
  /** Ties count by their weights; false: one each, as weights are no counts, or too many. */
  readonly byEvidence: boolean
}

/** Above, tables of factorials would take too much room; so much evidence says nothing more of blocks. */
const mostEdges = 4_000_000

/** The ties of `graph` among `nodes` (ascending), as bundles of edges by their weights where those are counts. O(edges). */
export function toMultigraph(graph: Digraph, nodes: Uint32Array): Multigraph {
  const total = graph.out.weight.reduce((sum, own) => sum + own, 0)
  const byEvidence = total <= mostEdges && graph.out.weight.every(own => own >= 1 && Number.isInteger(own))
  const rows = (side: 'out' | 'in'): Rows => rowsAmong(graph[side], nodes, graph.nodeCount, byEvidence)
  const directed = graph.undirected !== true
  const out = rows('out')
  const incoming = directed ? rows('in') : out
  const outDegree = sumsOf(out)
  const ends = outDegree.reduce((sum, own) => sum + own, 0)
  return {
    nodeCount: nodes.length,
    edges: directed ? ends : ends / 2,
    directed,
    out,
    in: incoming,
    outDegree,
    inDegree: directed ? sumsOf(incoming) : outDegree,
    byEvidence,
  }
}

function rowsAmong(
  { start, target, weight }: Digraph['out'],
  nodes: Uint32Array,
  nodeCount: number,
  byEvidence: boolean,
): Rows {
  const placeOf = new Int32Array(nodeCount).fill(-1)
  for (const [place, node] of nodes.entries()) placeOf[node] = place
  const own: Rows = {
    start: new Uint32Array(nodes.length + 1),
    target: new Uint32Array(target.length),
    count: new Int32Array(target.length),
  }
  let end = 0
  for (const [place, node] of nodes.entries()) {
    for (let at = start[node]!; at < start[node + 1]!; at++) {
      if (placeOf[target[at]!]! < 0) continue
      own.target[end] = placeOf[target[at]!]!
      own.count[end++] = byEvidence ? weight[at]! : 1
    }
    own.start[place + 1] = end
  }
  return own
}

const sumsOf = ({ start, count }: Rows): Int32Array =>
  Int32Array.from({ length: start.length - 1 }, (_, node) =>
    count.subarray(start[node], start[node + 1]).reduce((sum, one) => sum + one, 0),
  )
