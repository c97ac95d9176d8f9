import type { SiteGraph } from '#data/records.ts'
import type { EntityId } from '#data/url/brand.ts'
import { createCommunityRunner } from '../communities/community-runner.ts'
import { keepBest, methodOf } from '../communities/community-runs.ts'
import { numberCommunities } from '../communities/partition.ts'
import { weightedFlowOf } from '../measures/communities.ts'
import { toDigraph } from '../to-digraph.ts'

/** Searches per wave: a tenth of what `analyse` takes for its map; fewer in large graphs, where each takes a second. */
const mostRuns = 20
const leastRuns = 4
const edgesSearched = 400_000
const runsFor = (edgeCount: number): number =>
  Math.min(mostRuns, Math.max(leastRuns, Math.round(edgesSearched / edgeCount)))

/** The communities of a graph, of two sites or more, the largest first, each sorted: the best of some searches by both methods. */
export function communitiesOfWave(site: SiteGraph, seed: number, resolution: number): EntityId[][] {
  const graph = toDigraph(site)
  if (graph.edgeCount === 0) return []
  const run = createCommunityRunner({ graph, seed, directed: true, weighted: true })
  const labels = Array.from({ length: runsFor(graph.edgeCount) }, (_, at) =>
    run({ method: methodOf(at), resolution, stream: `change/${at}` }),
  )
  const number = numberCommunities(keepBest(weightedFlowOf(graph), labels, resolution).best)
  const members = Map.groupBy(site.nodes.keys(), node => number[node]!)
  return [...members]
    .sort(([a], [b]) => a - b)
    .map(([, nodes]) => nodes.map(node => site.nodes[node]!.id))
    .filter(sites => sites.length > 1)
}
