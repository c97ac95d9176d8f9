import { createRandom } from '../../random.ts'
import type { Digraph } from '../adjacency.ts'
import { flowOf, type FlowOptions } from './flow.ts'
import { graphologyLouvain } from './graphology-louvain.ts'
import { leiden } from './leiden.ts'
import { louvain } from './louvain.ts'

export type Method = 'louvain' | 'leiden'

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
 * From here on a run of graphology's Louvain, which wants a graph of objects, takes seconds: ours over arrays takes its
 * place. Null models, with thousands of runs, use ours throughout. Tests hold the two to the same modularity.
 */
const mostEdgesForObjects = 100_000

/** Each job is the same whoever makes it. */
export function createCommunityRunner({ graph, seed, ...options }: CommunityTask) {
  const flow = flowOf(graph, options)
  return ({ method, resolution, stream }: CommunityJob): Uint32Array => {
    const random = createRandom(seed).stream(stream)
    if (method === 'leiden') return leiden(flow, resolution, random)
    return graph.edgeCount > mostEdgesForObjects
      ? louvain(flow, resolution, random)
      : graphologyLouvain(graph, options, resolution, random)
  }
}
