import type { Digraph } from '../paths/adjacency.ts'
import type { Crew } from '../workers/crew.ts'
import type { CommunityJob, Method } from './community-runner.ts'
import { keepBest } from './community-runs.ts'
import { flowOf } from './flow.ts'
import { nmi } from './nmi.ts'
import { countCommunities } from './partition.ts'
import { meanPairwiseNmi } from './stability.ts'

/** Several runs of one method at one resolution, summed up. */
export interface PartitionSummary {
  readonly method: Method
  readonly directed: boolean
  readonly resolution: number
  readonly runs: number
  /** Of the best run, sites without ties included. */
  readonly communities: number
  readonly modularity: number
  /** Mean over pairs of runs. */
  readonly nmi: number | null
  /** Of the best run with the column `community`. */
  readonly nmiWithCommunity: number
}

export interface PartitionTask {
  readonly graph: Digraph
  readonly seed: number
  readonly community: Uint32Array
  readonly crew: Crew
}

interface Trial {
  readonly method: Method
  readonly directed: boolean
  readonly resolution: number
}

const runsPerTrial = 20

/** Resolutions around the usual one, a quarter to four. */
const resolutions = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4]

/** Louvain (directed) at several resolutions: which communities last, and how many there are, as one looks closer. */
export const sweepResolution = (task: PartitionTask): Promise<PartitionSummary[]> =>
  tryAll(
    task,
    resolutions.map(resolution => ({ method: 'louvain', directed: true, resolution })),
  )

/** Louvain and Leiden, directed and undirected, at the resolution of the analysis. */
export const compareMethods = (task: PartitionTask, resolution: number): Promise<PartitionSummary[]> =>
  tryAll(
    task,
    [true, false].flatMap(directed => [
      { method: 'louvain' as const, directed, resolution },
      { method: 'leiden' as const, directed, resolution },
    ]),
  )

const tryAll = (task: PartitionTask, trials: readonly Trial[]): Promise<PartitionSummary[]> =>
  Promise.all(trials.map(trial => tryOne(task, trial)))

async function tryOne({ graph, seed, community, crew }: PartitionTask, trial: Trial): Promise<PartitionSummary> {
  const { method, directed, resolution } = trial
  const jobs = Array.from({ length: runsPerTrial }, (_, run): CommunityJob => {
    const stream = `${method}/${directed ? 'directed' : 'undirected'}/${resolution}/${run}`
    return { method, resolution, stream }
  })
  const work = 20 * runsPerTrial * graph.edgeCount
  const options = { directed, weighted: true }
  const labels = await crew.share('communities', { graph, seed, ...options }, jobs, { work })
  const { best, bestModularity } = keepBest(flowOf(graph, options), labels, resolution)
  return {
    ...trial,
    runs: runsPerTrial,
    communities: countCommunities(best),
    modularity: bestModularity,
    nmi: meanPairwiseNmi(labels),
    nmiWithCommunity: nmi(best, community),
  }
}
