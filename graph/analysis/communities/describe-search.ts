import { type CommunityRuns, type Method, methodOf } from './community-runs.ts'
import { countCommunities, countSingles } from './partition.ts'

/** How the partition that was kept was found. */
export interface CommunitySearch {
  /** The method whose run found it, and its modularity. */
  readonly method: Method
  readonly modularity: number
  readonly communities: number
  /** Sites alone, which are no communities. */
  readonly singles: number
  readonly runs: number
  /** Runs that reached the same modularity, to nine digits. */
  readonly reached: number
}

export function describeSearch({ modularities, best, bestRun }: CommunityRuns): CommunitySearch {
  const modularity = modularities[bestRun]!
  return {
    method: methodOf(bestRun),
    modularity,
    communities: countCommunities(best),
    singles: countSingles(best),
    runs: modularities.length,
    reached: modularities.filter(own => modularity - own < 1e-9).length,
  }
}
