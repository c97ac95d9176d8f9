import { type Digraph, rowSums } from '../adjacency.ts'
import type { NodeMeasure } from '../measure.ts'

export const pagerankMeasure: NodeMeasure = {
  kind: 'node',
  name: 'pagerank',
  type: 'number',
  range: [0, 1],
  title: { en: 'PageRank', fr: 'PageRank' },
  description: {
    en: 'Share of the time that a reader spends here who follows links by their weight and now and then starts anew anywhere. Sums to 1.',
    fr: 'Part du temps passé ici par un lecteur qui suit les liens selon leur poids et repart parfois de n’importe où. Somme : 1.',
  },
  unit: 'share',
  weighted: true,
  parameters: {
    damping: { default: 0.85, description: 'probability of following a link' },
    tolerance: { default: 1e-12, description: 'sum of changes at which the iteration ends' },
    iterations: { default: 1000, description: 'most iterations' },
  },
  source: 'Brin & Page 1998, Computer Networks 30',
  compute: ({ graph }) => pagerank(graph),
}

/** Σ = 1, directed, weighted; a site that cites nobody passes its share to all. O(iterations × links). Brin & Page 1998. */
export function pagerank(graph: Digraph, damping = 0.85, tolerance = 1e-12, iterations = 1000): Float64Array {
  const { nodeCount, in: incoming } = graph
  const strength = rowSums(graph.out)
  let rank = new Float64Array(nodeCount).fill(1 / nodeCount)
  const share = new Float64Array(nodeCount)
  for (let round = 0; round < iterations; round++) {
    let adrift = 0
    for (let node = 0; node < nodeCount; node++) {
      share[node] = strength[node] === 0 ? 0 : rank[node]! / strength[node]!
      if (strength[node] === 0) adrift += rank[node]!
    }
    const next = new Float64Array(nodeCount)
    const everywhere = (1 - damping + damping * adrift) / nodeCount
    let change = 0
    for (let node = 0; node < nodeCount; node++) {
      let received = 0
      for (let place = incoming.start[node]!; place < incoming.start[node + 1]!; place++)
        received += share[incoming.target[place]!]! * incoming.weight[place]!
      next[node] = everywhere + damping * received
      change += Math.abs(next[node]! - rank[node]!)
    }
    rank = next
    if (change < tolerance) break
  }
  return rank
}
