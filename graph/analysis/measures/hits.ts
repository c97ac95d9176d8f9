import type { Adjacency, Digraph } from '../paths/adjacency.ts'
import { whereObserved } from '../paths/observed.ts'
import { cardWords } from '../card-words.ts'
import type { NodeMeasure } from '../measure.ts'
import { oncePer } from '../once-per.ts'

const hitsOf = oncePer((graph: Digraph) => hits(graph))

const shared = {
  kind: 'node',
  type: 'number',
  range: [0, 1],
  unit: 'share',
  weighted: true,
  parameters: {
    tolerance: { default: 1e-12, description: 'sum of changes at which the iteration ends' },
    iterations: { default: 5000, description: 'most iterations' },
  },
  source: 'Kleinberg 1999, Journal of the ACM 46',
} as const

export const hub: NodeMeasure = {
  ...shared,
  name: 'hub',
  ...cardWords(words => words.site.hub),
  compute: ({ graph }) => whereObserved(graph, hitsOf(graph).hub),
}

export const authority: NodeMeasure = {
  ...shared,
  name: 'authority',
  ...cardWords(words => words.site.authority),
  compute: ({ graph }) => hitsOf(graph).authority,
}

/**
 * Hubs and authorities, each Σ = 1, directed, weighted. O(iterations × links). Kleinberg 1999. Where two parts of the
 * graph are equally strong the iteration keeps both; where it is too slow to settle the last round stands.
 */
export function hits(
  graph: Digraph,
  tolerance = 1e-12,
  iterations = 5000,
): { hub: Float64Array; authority: Float64Array } {
  const { nodeCount } = graph
  let hub: Float64Array = new Float64Array(nodeCount).fill(1 / nodeCount)
  let authority: Float64Array = new Float64Array(nodeCount)
  if (graph.edgeCount === 0) return { hub: authority, authority }
  for (let round = 0; round < iterations; round++) {
    authority = scaled(collect(graph.in, hub))
    const next = scaled(collect(graph.out, authority))
    let change = 0
    for (let node = 0; node < nodeCount; node++) change += Math.abs(next[node]! - hub[node]!)
    hub = next
    if (change < tolerance) break
  }
  return { hub, authority }
}

function collect({ start, target, weight }: Adjacency, score: Float64Array): Float64Array {
  return score.map((_, node) => {
    let sum = 0
    for (let place = start[node]!; place < start[node + 1]!; place++) sum += score[target[place]!]! * weight[place]!
    return sum
  })
}

function scaled(score: Float64Array): Float64Array {
  const sum = score.reduce((total, value) => total + value, 0)
  return score.map(value => value / sum)
}
