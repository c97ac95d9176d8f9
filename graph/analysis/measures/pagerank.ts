import { type Adjacency, type Digraph, rowSums } from '../paths/adjacency.ts'
import { cardWords } from '../card-words.ts'
import type { NodeMeasure } from '../measure.ts'

export const pagerankMeasure: NodeMeasure = {
  kind: 'node',
  name: 'pagerank',
  type: 'number',
  range: [0, 1],
  ...cardWords(words => words.site.pagerank),
  unit: 'share',
  weighted: true,
  parameters: {
    damping: { default: 0.85, description: 'probability of following a link' },
    tolerance: { default: 1e-10, description: 'sum of changes, in shares, at which the iteration ends' },
    iterations: { default: 1000, description: 'most iterations' },
  },
  source: 'Brin & Page 1998, Computer Networks 30',
  compute: ({ graph }) => pagerank(graph),
}

/**
 * Σ = 1, directed, weighted; a site that cites nobody passes its share to all. Solved for what links bring, node after
 * node with the newest values (Gauss–Seidel, half the rounds of the usual iteration), then scaled: where restarts and
 * dead ends lead everywhere alike, that is the same (Gleich 2015, SIAM Review 57). O(rounds × links). Brin & Page 1998.
 */
export function pagerank(graph: Digraph, damping = 0.85, tolerance = 1e-10, iterations = 1000): Float64Array {
  const { nodeCount, in: incoming } = graph
  const perWeight = rowSums(graph.out).map(strength => (strength === 0 ? 0 : damping / strength))
  const rank = new Float64Array(nodeCount).fill(1)
  /** What one unit of weight of the node's links carries. */
  const carried = perWeight.slice()
  for (let round = 0; round < iterations; round++) if (passOn(incoming, perWeight, { rank, carried }, tolerance)) break
  const sum = rank.reduce((total, own) => total + own, 0)
  return rank.map(own => own / sum)
}

/** One round, node after node; returns whether it changed no more than `tolerance` of the whole. */
function passOn(
  { start, target, weight }: Adjacency,
  perWeight: Float64Array,
  { rank, carried }: { readonly rank: Float64Array; readonly carried: Float64Array },
  tolerance: number,
): boolean {
  let change = 0
  let total = 0
  for (let node = 0; node < rank.length; node++) {
    let received = 1
    const end = start[node + 1]!
    for (let place = start[node]!; place < end; place++) received += carried[target[place]!]! * weight[place]!
    change += Math.abs(received - rank[node]!)
    total += received
    rank[node] = received
    carried[node] = received * perWeight[node]!
  }
  return change < tolerance * total
}
