import type { Flow } from './flow.ts'
import { modularityOf } from './modularity.ts'

/** Several runs of one method on one graph: every run's partition, and the one of highest modularity (the first of equals). */
export interface CommunityRuns {
  readonly labels: readonly Uint32Array[]
  readonly modularities: readonly number[]
  readonly best: Uint32Array
  readonly bestModularity: number
}

/** Compares at least one partition of `flow`. */
export function keepBest(flow: Flow, labels: readonly Uint32Array[], resolution: number): CommunityRuns {
  const modularities = labels.map(label => modularityOf(flow, label, resolution))
  const bestModularity = Math.max(...modularities)
  return { labels, modularities, best: labels[modularities.indexOf(bestModularity)]!, bestModularity }
}
