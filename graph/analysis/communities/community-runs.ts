import type { Flow } from './flow.ts'
import { modularityOf } from './modularity.ts'

export type Method = 'louvain' | 'leiden'

/** Runs of a search go by turns to the two methods, so that none depends on one's blind spots: run 0 is Louvain's. */
export const methodOf = (run: number): Method => (run % 2 === 0 ? 'louvain' : 'leiden')

/** Several runs on one graph: every run's partition, and the one of highest modularity (the first of equals). */
export interface CommunityRuns {
  readonly labels: readonly Uint32Array[]
  readonly modularities: readonly number[]
  readonly best: Uint32Array
  /** Which run found it. */
  readonly bestRun: number
}

/** Compares at least one partition of `flow`. */
export function keepBest(flow: Flow, labels: readonly Uint32Array[], resolution: number): CommunityRuns {
  const modularities = labels.map(label => modularityOf(flow, label, resolution))
  const bestRun = modularities.indexOf(Math.max(...modularities))
  return { labels, modularities, best: labels[bestRun]!, bestRun }
}
