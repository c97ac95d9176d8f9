import type { Random } from './random.ts'
import { type Digraph, ignoreDirection } from './paths/adjacency.ts'
import { louvain } from './communities/louvain.ts'
import { numberCommunities } from './communities/partition.ts'
import { type CommunityRuns, keepBest } from './communities/community-runs.ts'
import { weightedFlowOf } from './measures/communities.ts'
import type { View } from './scene.ts'

/** Returns `graph` with the communities that several runs found. */
export function viewOf(graph: Digraph, communityRuns: CommunityRuns, resolution: number): View {
  const community = numberCommunities(communityRuns.best)
  return { graph, ties: ignoreDirection(graph), communityRuns, community, resolution }
}

/** `runs` runs of Louvain on `graph` (directed, weighted), run r with the stream r of `random`. */
export function runLouvain(graph: Digraph, runs: number, resolution: number, random: Random): CommunityRuns {
  const flow = weightedFlowOf(graph)
  const labels = Array.from({ length: runs }, (_, run) => louvain(flow, resolution, random.stream(run)))
  return keepBest(flow, labels, resolution)
}
