import type { CommunityRuns } from '../communities/community-runs.ts'
import type { NullModel } from '../measure.ts'
import type { Crew } from '../workers/crew.ts'
import { gainOfMoreRuns } from './best-of-more.ts'
import { type NullJob, type NullRun, nullRestarts, type NullTask, searchesOf } from './null-runner.ts'

/** Values per model: the answers of run r stand in row r. */
export type NullValues = Readonly<Record<NullModel, readonly Float64Array[]>>

export interface NullOptions {
  readonly runs: number
  /** Runs of the search for communities of which the observed partition is the best. */
  readonly observed: CommunityRuns
  readonly crew: Crew
  readonly progress?: (done: number) => void
}

/** Makes `runs` runs of both null models. The values do not depend on how many threads share them. */
export async function runNulls(task: NullTask, { runs, observed, crew, progress }: NullOptions): Promise<NullValues> {
  const runNumbers = Array.from({ length: runs }, (_, run) => run)
  const jobs = runNumbers.flatMap((run): NullJob[] => [
    { model: 'rewire', run },
    { model: 'permute', run },
  ])
  const work = runs * (task.graph.nodeCount + 100 * task.graph.edgeCount)
  const found = await crew.share('nulls', task, jobs, { work, ...(progress && { progress }) })
  const rewired = found.filter((_, at) => at % 2 === 0)
  const raised = likeTheObserved(rewired, observed, task)
  return { rewire: raised, permute: found.filter((_, at) => at % 2 === 1).map(({ answers }) => answers) }
}

/** The answers raised by what the further runs on the observed graph found there: like is compared with like. */
function likeTheObserved(rewired: readonly NullRun[], observed: CommunityRuns, task: NullTask): Float64Array[] {
  const { graph, resolution } = task
  const gains = gainOfMoreRuns(searchesOf(graph, observed, resolution), nullRestarts(graph))
  return rewired.map(({ answers, searched }) => {
    const raised = answers.slice()
    for (const [at, place] of searched.entries()) raised[place]! += gains[at]!
    return raised
  })
}
