import { createRandom } from '../../random.ts'
import type { Digraph } from '../adjacency.ts'
import { flowOf, type FlowOptions } from './flow.ts'
import { leiden } from './leiden.ts'
import { louvain } from './louvain.ts'

export const methods = { louvain, leiden } as const
export type Method = keyof typeof methods

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

/** Each job is the same whoever makes it. */
export function createCommunityRunner({ graph, seed, ...options }: CommunityTask) {
  const flow = flowOf(graph, options)
  return ({ method, resolution, stream }: CommunityJob): Uint32Array =>
    methods[method](flow, resolution, createRandom(seed).stream(stream))
}
