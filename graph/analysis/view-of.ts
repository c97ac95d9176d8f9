import type { Random } from '../random.ts'
import { type Digraph, ignoreDirection } from './adjacency.ts'
import { louvain } from './communities/louvain.ts'
import { numberCommunities } from './communities/partition.ts'
import { runCommunities } from './communities/run-communities.ts'
import { weightedFlowOf } from './measures/communities.ts'
import type { View } from './scene.ts'

/** Returns `graph` with its communities: `runs` seeded runs of Louvain, the best kept and numbered. */
export function viewOf(
  graph: Digraph,
  options: { readonly runs: number; readonly resolution: number },
  random: Random,
): View {
  const communityRuns = runCommunities(weightedFlowOf(graph), louvain, options, random)
  return {
    graph,
    ties: ignoreDirection(graph),
    communityRuns,
    community: numberCommunities(communityRuns.best),
    resolution: options.resolution,
  }
}
