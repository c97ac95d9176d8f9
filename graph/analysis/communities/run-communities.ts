import type { Random } from '../../random.ts'
import type { Flow } from './flow.ts'
import { modularityOf } from './modularity.ts'

export type FindCommunities = (flow: Flow, resolution: number, random: Random) => Uint32Array

/** Several runs of one method on one graph: every run's partition, and the one of highest modularity (the first of equals). */
export interface CommunityRuns {
  readonly labels: readonly Uint32Array[]
  readonly modularities: readonly number[]
  readonly best: Uint32Array
  readonly bestModularity: number
}

/** Runs `find` `runs` times (≥ 1), run r with the stream r of `random`, so that more runs only add to fewer. */
export function runCommunities(
  flow: Flow,
  find: FindCommunities,
  options: { readonly runs: number; readonly resolution: number },
  random: Random,
): CommunityRuns {
  const labels = Array.from({ length: Math.max(1, options.runs) }, (_, run) =>
    find(flow, options.resolution, random.stream(run)),
  )
  const modularities = labels.map(label => modularityOf(flow, label, options.resolution))
  const bestModularity = Math.max(...modularities)
  return { labels, modularities, best: labels[modularities.indexOf(bestModularity)]!, bestModularity }
}
