import type { DirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'
import { type Random, shuffledIndices } from '../random.ts'
import { type Digraph, edgeColumns, hasNeighbor } from '../paths/adjacency.ts'
import type { FlowOptions } from './flow.ts'
import { compact } from './partition.ts'

/** One run of graphology-communities-louvain: a label per node, 0 … k − 1 in the order of their first node. */
export type LouvainRun = (resolution: number, random: Random) => Uint32Array

/**
 * Communities by modularity with graphology-communities-louvain. The package visits nodes in the order in which a graph
 * has them and draws only where to begin, so each run hands it the nodes in an order drawn from `random`: different
 * streams give independent runs. O(ties) per level, few levels. Blondel et al. 2008; directed gain of Dugué & Perez 2015.
 */
export function createGraphologyLouvain(graph: Digraph, options: FlowOptions): LouvainRun {
  const edges = edgesFor(graph, options)
  return (resolution, random) => {
    const order = shuffledIndices(graph.nodeCount, random.stream('order'))
    const found = louvain(asRead(graph.nodeCount, order, edges), {
      rng: random.stream('start').next,
      resolution,
      getEdgeWeight: edge => edges.weight[Number(edge)]!,
    })
    return labelsOf(graph.nodeCount, found)
  }
}

interface Edges {
  readonly directed: boolean
  readonly source: Uint32Array
  readonly target: Uint32Array
  readonly weight: Float64Array
  readonly outDegree: Uint32Array
  readonly inDegree: Uint32Array
}

function edgesFor(graph: Digraph, { directed, weighted }: FlowOptions): Edges {
  const columns = edgeColumns(graph)
  const weight = weighted ? columns.weight : columns.weight.map(() => 1)
  const kept = directed ? { ...columns, weight } : tiesOnce(graph, { ...columns, weight })
  const outDegree = new Uint32Array(graph.nodeCount)
  const inDegree = new Uint32Array(graph.nodeCount)
  for (const node of kept.source) outDegree[node]!++
  for (const node of kept.target) inDegree[node]!++
  return { directed, ...kept, outDegree, inDegree }
}

type Columns = Pick<Edges, 'source' | 'target' | 'weight'>

/** Without directions, the two edges of a reciprocal pair are one tie of their summed weight. */
function tiesOnce(graph: Digraph, { source, target, weight }: Columns): Columns {
  const kept = [...source.keys()].filter(
    at => source[at]! < target[at]! || !hasNeighbor(graph.out, target[at]!, source[at]!),
  )
  const place = new Map(kept.map((at, tie) => [source[at]! * graph.nodeCount + target[at]!, tie]))
  const sums = Float64Array.from(kept, at => weight[at]!)
  for (const [at, own] of weight.entries()) {
    const tie = place.get(target[at]! * graph.nodeCount + source[at]!)
    if (tie !== undefined) sums[tie]! += own
  }
  return {
    source: Uint32Array.from(kept, at => source[at]!),
    target: Uint32Array.from(kept, at => target[at]!),
    weight: sums,
  }
}

/**
 * The part of a graphology graph that the package reads, over arrays: to build the objects anew for each of some hundred
 * orders takes ten times as long as the search itself. Tests hold it to what the package finds in the real thing.
 */
function asRead(nodeCount: number, order: Uint32Array, edges: Edges): DirectedGraph {
  const { directed, source, target, outDegree, inDegree } = edges
  const read = {
    type: directed ? 'directed' : 'undirected',
    multi: false,
    order: nodeCount,
    size: source.length,
    selfLoopCount: 0,
    addUndirectedEdgeWithKey: refuse,
    dropNode: refuse,
    forEachNode: (visit: (node: number) => void) => order.forEach(node => visit(node)),
    forEachEdge: (visit: (edge: number, attributes: null, source: number, target: number) => void) =>
      source.forEach((from, edge) => visit(edge, null, from, target[edge]!)),
    outDegreeWithoutSelfLoops: (node: number) => outDegree[node]!,
    inDegreeWithoutSelfLoops: (node: number) => inDegree[node]!,
    undirectedDegreeWithoutSelfLoops: (node: number) => outDegree[node]! + inDegree[node]!,
  }
  return read as unknown as DirectedGraph
}

function refuse(): never {
  throw new Error('this graph is only read')
}

/** The package's labels, renamed in the order of their first node. */
function labelsOf(nodeCount: number, found: Readonly<Record<string, number>>): Uint32Array {
  const label = Uint32Array.from({ length: nodeCount }, (_, node) => found[node]!)
  compact(label)
  return label
}
