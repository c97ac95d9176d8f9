import type { WaveGraph } from './wave-graphs.ts'
import { type FollowedCommunity, followCommunities } from './follow-communities.ts'
import { communitiesOfWave } from './wave-communities.ts'

/** Communities of each wave, followed over all of them: the rows of `changes --communities`. */
export const followWaves = (
  waves: readonly Pick<WaveGraph, 'label' | 'graph' | 'read'>[],
  seed: number,
  resolution: number,
): FollowedCommunity[] =>
  followCommunities(
    waves.map(({ label, graph, read }) => ({
      wave: label,
      read,
      communities: communitiesOfWave(graph, seed, resolution),
    })),
  )
