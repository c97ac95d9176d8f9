import { UndirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import type { Adjacency } from '../paths/adjacency.ts'
import type { Point } from './point.ts'

/** Rounds of forces: enough to settle small maps, and as many as a few seconds allow on large ones. */
export const roundsFor = (nodeCount: number): number =>
  Math.round(Math.min(1000, Math.max(100, 600_000 / Math.max(1, nodeCount))))

/**
 * Positions after ForceAtlas2 (Jacomy et al. 2014) in its LinLog form (Noack 2009), whose equilibrium sets communities
 * apart in proportion to how few ties they share. Ties pull by the logarithm of their weight. Deterministic: it draws
 * nothing, and nodes and ties come in the order given. O(rounds × (n log n + ties)).
 */
export function spread(ties: Adjacency, from: readonly Point[], rounds = roundsFor(from.length)): Point[] {
  const graph = new UndirectedGraph()
  for (const [node, point] of from.entries()) graph.addNode(node, { ...point })
  for (const node of from.keys())
    for (let place = ties.start[node]!; place < ties.start[node + 1]!; place++)
      if (ties.target[place]! > node)
        graph.addEdge(node, ties.target[place]!, { weight: 1 + Math.log(Math.max(1, ties.weight[place]!)) })
  const settled = forceAtlas2(graph, {
    iterations: rounds,
    getEdgeWeight: 'weight',
    settings: {
      linLogMode: true,
      // Small maps are drawn together more, or a few ties between two groups leave the page nearly empty.
      gravity: 0.3 + 60 / from.length,
      scalingRatio: 1,
      slowDown: 1 + Math.log(from.length),
      barnesHutOptimize: from.length > 500,
      barnesHutTheta: 0.8,
    },
  })
  return Array.from(from, (_, node) => settled[node]!)
}
