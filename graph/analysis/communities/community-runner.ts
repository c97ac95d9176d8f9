import { createRandom, type Random } from '../random.ts'
import type { Digraph } from '../paths/adjacency.ts'
import type { Method } from './community-runs.ts'
import { flowOf, type FlowOptions } from './flow.ts'
import { createGraphologyLouvain, type LouvainRun } from './graphology-louvain.ts'
import { leiden } from './leiden.ts'
import { createLouvainAsPackage } from './louvain-as-package.ts'
import { louvain } from './louvain.ts'
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
 * Each job is the same whoever makes it, and ends at a local optimum. Louvain is graphology's, step for step over arrays; with direction
 * ignored, and in null models, where each run has another graph, it is ours, which tests hold to the same modularity.
 */
export function createCommunityRunner({ graph, seed, ...options }: CommunityTask) {
  const flow = flowOf(graph, options)
  const search = {
    leiden: (resolution: number, random: Random) => leiden(flow, resolution, random, 1),
    louvain: options.directed
      ? louvainOfPackage(graph, options)
      : (resolution: number, random: Random) => louvain(flow, resolution, random),
  }
  return ({ method, resolution, stream }: CommunityJob): Uint32Array => {
    const random = createRandom(seed).stream(stream)
    return settle(flow, search[method](resolution, random), resolution, random.stream('settle'))
  }
}

/** Of so many nodes the package's queue takes some for waiting that are not: their number has no room in its cells. */
const oddSizes: ReadonlySet<number> = new Set([2 ** 8, 2 ** 16])

const louvainOfPackage = (graph: Digraph, options: FlowOptions): LouvainRun =>
  options.weighted && !oddSizes.has(graph.nodeCount)
    ? createLouvainAsPackage(graph)
    : createGraphologyLouvain(graph, options)
