import { createRandom } from '../random.ts'
import type { Digraph } from '../paths/adjacency.ts'
import type { Method } from './community-runs.ts'
import { flowOf, type FlowOptions } from './flow.ts'
import { createGraphologyLouvain } from './graphology-louvain.ts'
import { leiden } from './leiden.ts'
import { settle } from './settle.ts'

export interface CommunityTask extends FlowOptions {
  readonly graph: Digraph
  readonly seed: number
}

/** One run of a method; `stream` names its numbers. */
export interface CommunityJob {
  readonly method: Method
  readonly resolution: number
  readonly stream: string
}

/**
 * Each job is the same whoever makes it, and ends at a local optimum. Louvain is graphology's; null models, where each run
 * has another graph, use ours over arrays, which tests hold to the same modularity.
 */
export function createCommunityRunner({ graph, seed, ...options }: CommunityTask) {
  const flow = flowOf(graph, options)
  const louvain = createGraphologyLouvain(graph, options)
  return ({ method, resolution, stream }: CommunityJob): Uint32Array => {
    const random = createRandom(seed).stream(stream)
    const found = method === 'leiden' ? leiden(flow, resolution, random, 1) : louvain(resolution, random)
    return settle(flow, found, resolution, random.stream('settle'))
  }
}
