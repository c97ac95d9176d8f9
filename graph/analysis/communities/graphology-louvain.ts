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
    const start = random.stream('start')
    const found = louvain(asRead(graph.nodeCount, order, edges), {
      rng: () => start.next(),
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
const asRead = (nodeCount: number, order: Uint32Array, edges: Edges): DirectedGraph =>
  new ReadGraph(nodeCount, order, edges) as unknown as DirectedGraph

/** A class, so that its methods are compiled once, not for each order. */
class ReadGraph {
  readonly type: 'directed' | 'undirected'
  readonly multi = false
  readonly order: number
  readonly size: number
  readonly selfLoopCount = 0
  readonly addUndirectedEdgeWithKey = refuse
  readonly dropNode = refuse
  readonly #nodes: Uint32Array
  readonly #edges: Edges

  constructor(nodeCount: number, nodes: Uint32Array, edges: Edges) {
    this.type = edges.directed ? 'directed' : 'undirected'
    this.order = nodeCount
    this.size = edges.source.length
    this.#nodes = nodes
    this.#edges = edges
  }

  forEachNode(visit: (node: number) => void): void {
    for (const node of this.#nodes) visit(node)
  }

  forEachEdge(visit: (edge: number, attributes: null, source: number, target: number) => void): void {
    const { source, target } = this.#edges
    for (let edge = 0; edge < source.length; edge++) visit(edge, null, source[edge]!, target[edge]!)
  }

  outDegreeWithoutSelfLoops(node: number): number {
    return this.#edges.outDegree[node]!
  }

  inDegreeWithoutSelfLoops(node: number): number {
    return this.#edges.inDegree[node]!
  }

  undirectedDegreeWithoutSelfLoops(node: number): number {
    return this.#edges.outDegree[node]! + this.#edges.inDegree[node]!
  }
}

function refuse(): never {
  throw new Error('this graph is only read')
}

/** The package's labels, renamed in the order of their first node. */
function labelsOf(nodeCount: number, found: Readonly<Record<string, number>>): Uint32Array {
  const label = new Uint32Array(nodeCount)
  for (let node = 0; node < nodeCount; node++) label[node] = found[node]!
  compact(label)
  return label
}
