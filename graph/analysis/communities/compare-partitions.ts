import type { Digraph } from '../paths/adjacency.ts'
import type { Crew } from '../workers/crew.ts'
import type { CommunityJob } from './community-runner.ts'
import { type CommunityRuns, keepBest, type Method, methodOf } from './community-runs.ts'
import { flowOf } from './flow.ts'
import { nmi } from './nmi.ts'
import { countCommunities, countSingles } from './partition.ts'
import { meanPairwiseNmi } from './stability.ts'

/** Several runs of one method at one resolution, summed up. */
export interface PartitionSummary {
  readonly method: Method
  readonly directed: boolean
  readonly resolution: number
  readonly runs: number
  /** Of the best run; sites alone are counted apart. */
  readonly communities: number
  readonly singles: number
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
  /** The runs of the analysis itself, directed, at its resolution: they are not made twice, so none beside can be better. */
  readonly communityRuns: CommunityRuns
  readonly resolution: number
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
    resolutions.map(resolution => ({ method: 'louvain', directed: !task.graph.undirected, resolution })),
  )

/** Louvain and Leiden, directed and undirected, at the resolution of the analysis. */
export const compareMethods = (task: PartitionTask): Promise<PartitionSummary[]> =>
  tryAll(
    task,
    (task.graph.undirected ? [false] : [true, false]).flatMap(directed => [
      { method: 'louvain' as const, directed, resolution: task.resolution },
      { method: 'leiden' as const, directed, resolution: task.resolution },
    ]),
  )

const tryAll = (task: PartitionTask, trials: readonly Trial[]): Promise<PartitionSummary[]> =>
  Promise.all(trials.map(trial => tryOne(task, trial)))

async function tryOne(task: PartitionTask, trial: Trial): Promise<PartitionSummary> {
  const { graph, community } = task
  const labels = await labelsOf(task, trial)
  const { best, modularities, bestRun } = keepBest(
    flowOf(graph, { ...trial, weighted: true }),
    labels,
    trial.resolution,
  )
  return {
    ...trial,
    runs: labels.length,
    communities: countCommunities(best),
    singles: countSingles(best),
    modularity: modularities[bestRun]!,
    nmi: meanPairwiseNmi(labels),
    nmiWithCommunity: nmi(best, community),
  }
}

async function labelsOf(task: PartitionTask, { method, directed, resolution }: Trial): Promise<readonly Uint32Array[]> {
  const { graph, seed, communityRuns, crew } = task
  if ((directed || graph.undirected) && resolution === task.resolution)
    return communityRuns.labels.filter((_, run) => methodOf(run) === method)
  const jobs = Array.from({ length: runsPerTrial }, (_, run): CommunityJob => {
    const stream = `${method}/${directed ? 'directed' : 'undirected'}/${resolution}/${run}`
    return { method, resolution, stream }
  })
  const work = 20 * runsPerTrial * graph.edgeCount
  return crew.share('communities', { graph, seed, directed, weighted: true }, jobs, { work })
}
