import { DirectedGraph, UndirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'
import type { Random } from '../../random.ts'
import { type Digraph, edgeColumns } from '../adjacency.ts'
import type { FlowOptions } from './flow.ts'

/**
 * Communities by modularity with graphology-communities-louvain: one label per node, 0 … k − 1 in the order of their first
 * node. The package visits nodes in the order they were added and draws only where to begin, so the nodes are added in
 * an order drawn from `random`: different streams give independent runs. O(ties) per level, few levels.
 * Blondel et al. 2008; directed gain of Dugué & Perez 2015.
 */
export function graphologyLouvain(
  graph: Digraph,
  options: FlowOptions,
  resolution: number,
  random: Random,
): Uint32Array {
  const copy = options.directed ? new DirectedGraph() : new UndirectedGraph()
  const order = Uint32Array.from({ length: graph.nodeCount }, (_, node) => node)
  for (const node of random.stream('order').shuffle(order)) copy.addNode(node)
  addTies(copy, graph, options)
  const rng = random.stream('start').next
  const found = copy.size === 0 ? {} : louvain(copy, { rng, resolution, getEdgeWeight: 'weight' })
  return labelsOf(graph.nodeCount, found)
}

/** Without directions, the two edges of a reciprocal pair are one tie of their summed weight. */
function addTies(copy: DirectedGraph | UndirectedGraph, graph: Digraph, { directed, weighted }: FlowOptions): void {
  const { source, target, weight } = edgeColumns(graph)
  for (let at = 0; at < source.length; at++) {
    const own = weighted ? weight[at]! : 1
    if (directed) copy.addEdge(source[at], target[at], { weight: own })
    else
      copy.updateEdge(source[at], target[at], ({ weight: known = 0 }: { weight?: number }) => ({ weight: known + own }))
  }
}

/** A node that the package did not see is alone. */
function labelsOf(nodeCount: number, found: Readonly<Record<number, number>>): Uint32Array {
  const labels = new Map<string, number>()
  return Uint32Array.from({ length: nodeCount }, (_, node) => {
    const community = found[node] === undefined ? `alone ${node}` : String(found[node])
    const label = labels.get(community) ?? labels.size
    labels.set(community, label)
    return label
  })
}
