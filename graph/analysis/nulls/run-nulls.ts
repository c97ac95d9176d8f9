import type { NullModel } from '../measure.ts'
import { shareOut } from '../workers/share-out.ts'
import type { NullJob, NullTask } from './null-runner.ts'

/** Values per model: the answers of run r stand in row r. */
export type NullValues = Readonly<Record<NullModel, readonly Float64Array[]>>

/** Makes `runs` runs of both null models. The values do not depend on how many workers share them. */
export async function runNulls(
  task: NullTask,
  runs: number,
  workers: number,
  progress?: (done: number) => void,
): Promise<NullValues> {
  const runNumbers = Array.from({ length: runs }, (_, run) => run)
  const jobs = runNumbers.flatMap((run): NullJob[] => [
    { model: 'rewire', run },
    { model: 'permute', run },
  ])
  const work = runs * (task.graph.nodeCount + 100 * task.graph.edgeCount)
  const rows = await shareOut('nulls', task, jobs, { workers, work, ...(progress && { progress }) })
  return { rewire: rows.filter((_, at) => at % 2 === 0), permute: rows.filter((_, at) => at % 2 === 1) }
}
