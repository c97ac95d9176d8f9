import { createRandom, type Random } from '../random.ts'
import type { Digraph } from '../paths/adjacency.ts'
import type { Method } from './community-runs.ts'
import { flowOf, type FlowOptions } from './flow.ts'
import { createGraphologyLouvain } from './graphology-louvain.ts'
import { leiden } from './leiden.ts'
import { louvain } from './louvain.ts'
import { settle } from './settle.ts'

export interface CommunityTask extends FlowOptions {
  readonly graph: Digraph
  readonly seed: number
  /** Louvain over arrays, as null models have it, in a fifth of the time. Default: the package's. */
  readonly overArrays?: true
}

/** One run of a method; `stream` names its numbers. */
export interface CommunityJob {
  readonly method: Method
  readonly resolution: number
  readonly stream: string
}

/**
 * Each job is the same whoever makes it, and ends at a local optimum. The runs that communities come from are of graphology's Louvain; null
 * models, where each run has another graph, and what is told beside them use ours over arrays, which tests hold to the same modularity.
 */
export function createCommunityRunner({ graph, seed, overArrays, ...options }: CommunityTask) {
  const flow = flowOf(graph, options)
  const search = {
    leiden: (resolution: number, random: Random) => leiden(flow, resolution, random, 1),
    louvain: overArrays
      ? (resolution: number, random: Random) => louvain(flow, resolution, random)
      : createGraphologyLouvain(graph, options),
  }
  return ({ method, resolution, stream }: CommunityJob): Uint32Array => {
    const random = createRandom(seed).stream(stream)
    return settle(flow, search[method](resolution, random), resolution, random.stream('settle'))
  }
}
