import { degreeOf, type Digraph } from '../adjacency.ts'
import type { NodeMeasure } from '../measure.ts'

export const betweennessMeasure: NodeMeasure = {
  kind: 'node',
  name: 'betweenness',
  type: 'number',
  range: [0, 1],
  title: { en: 'Betweenness', fr: 'Intermédiarité' },
  description: {
    en: 'Share of the shortest paths between two other sites that pass through this one. Weights are not distances: every link is one step.',
    fr: 'Part des plus courts chemins entre deux autres sites qui passent par celui-ci. Les poids ne sont pas des distances : tout lien compte un pas.',
  },
  unit: 'share',
  weighted: false,
  parameters: {},
  source: 'Freeman 1977, Sociometry 40; Brandes 2001, Journal of Mathematical Sociology 25',
  compute: ({ graph }) => betweenness(graph),
}

/** Directed, unweighted, divided by (n − 1)(n − 2). O(nodes × edges). Brandes 2001. */
export function betweenness(graph: Digraph): Float64Array {
  const { nodeCount } = graph
  const walk = startWalk(nodeCount)
  const total = new Float64Array(nodeCount)
  for (let source = 0; source < nodeCount; source++) addDependencies(graph, source, walk, total)
  const pairs = (nodeCount - 1) * (nodeCount - 2)
  return pairs > 0 ? total.map(sum => sum / pairs) : total
}

/** Work space of one walk, used again for every source. */
export interface Walk {
  readonly order: Uint32Array
  readonly distance: Int32Array
  readonly paths: Float64Array
  readonly dependency: Float64Array
}

export const startWalk = (nodeCount: number): Walk => ({
  order: new Uint32Array(nodeCount),
  distance: new Int32Array(nodeCount).fill(-1),
  paths: new Float64Array(nodeCount),
  dependency: new Float64Array(nodeCount),
})

/** Adds to `total` what each node carries of the shortest paths that begin at `source`. Leaves `walk` as it was. */
export function addDependencies(graph: Digraph, source: number, walk: Walk, total: Float64Array): void {
  if (degreeOf(graph.out, source) === 0) return
  const { order, distance, paths, dependency } = walk
  const reached = countPaths(graph, source, walk)
  for (let at = reached - 1; at >= 0; at--) {
    const node = order[at]!
    const share = (1 + dependency[node]!) / paths[node]!
    for (let place = graph.in.start[node]!; place < graph.in.start[node + 1]!; place++) {
      const before = graph.in.target[place]!
      if (distance[before]! >= 0 && distance[before] === distance[node]! - 1)
        dependency[before]! += paths[before]! * share
    }
    if (node !== source) total[node]! += dependency[node]!
  }
  for (let at = 0; at < reached; at++) {
    const node = order[at]!
    distance[node] = -1
    paths[node] = 0
    dependency[node] = 0
  }
}

/** Breadth first from `source`: nodes in the order they are reached, their distance and number of shortest paths. */
function countPaths({ out }: Digraph, source: number, { order, distance, paths }: Walk): number {
  order[0] = source
  distance[source] = 0
  paths[source] = 1
  let reached = 1
  for (let at = 0; at < reached; at++) {
    const node = order[at]!
    for (let place = out.start[node]!; place < out.start[node + 1]!; place++) {
      const next = out.target[place]!
      if (distance[next] === -1) {
        distance[next] = distance[node]! + 1
        order[reached++] = next
      }
      if (distance[next] === distance[node]! + 1) paths[next]! += paths[node]!
    }
  }
  return reached
}
