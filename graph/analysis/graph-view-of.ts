import type { Random } from './random.ts'
import { type Digraph, ignoreDirection } from './paths/adjacency.ts'
import { leiden } from './communities/leiden.ts'
import { louvain } from './communities/louvain.ts'
import { numberCommunities } from './communities/partition.ts'
import { type CommunityRuns, keepBest, methodOf } from './communities/community-runs.ts'
import { settle } from './communities/settle.ts'
import { weightedFlowOf } from './measures/communities.ts'
import type { GraphView } from './scene.ts'

/** Returns `graph` with the communities that several runs found. */
export function graphViewOf(graph: Digraph, communityRuns: CommunityRuns, resolution: number): GraphView {
  const community = numberCommunities(communityRuns.best)
  return { graph, ties: ignoreDirection(graph), communityRuns, community, resolution }
}

/** As graphViewOf, with ties and communities that are made when a measure asks for them, once. */
export function viewWithSearch(graph: Digraph, search: () => CommunityRuns, resolution: number): GraphView {
  let found: CommunityRuns | undefined
  let numbered: Uint32Array | undefined
  const runs = () => (found ??= search())
  return {
    graph,
    resolution,
    get ties() {
      return ignoreDirection(graph)
    },
    get communityRuns() {
      return runs()
    },
    get community() {
      return (numbered ??= numberCommunities(runs().best))
    },
  }
}

/**
 * `runs` runs of the search for communities of `graph` (directed, weighted), made as those of the observed graph: Louvain
 * and Leiden by turns, each carried on to a local optimum. Run r draws from the stream r of `random`.
 */
export function searchCommunities(graph: Digraph, runs: number, resolution: number, random: Random): CommunityRuns {
  const flow = weightedFlowOf(graph)
  const labels = Array.from({ length: runs }, (_, run) => {
    const own = random.stream(run)
    const found = methodOf(run) === 'leiden' ? leiden(flow, resolution, own, 1) : louvain(flow, resolution, own)
    return settle(flow, found, resolution, own.stream('settle'))
  })
  return keepBest(flow, labels, resolution)
}
