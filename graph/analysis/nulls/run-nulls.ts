import { Worker } from 'node:worker_threads'
import type { NullModel } from '../measure.ts'
import { createNullRunner, type NullTask } from './null-runner.ts'
import type { NullJob } from './null-worker.ts'

/** Values per model: the answers of run r stand in row r. */
export type NullValues = Readonly<Record<NullModel, readonly Float64Array[]>>

/** Below this many edge visits in all, starting workers costs more than they save. */
const worthAWorker = 2e7

/**
 * Makes `runs` runs of both null models, shared among `workers` threads when the work is worth it. The values do not
 * depend on how many there are. `progress` is told the share done, in [0, 1]; what it throws ends the work.
 */
export async function runNulls(
  task: NullTask,
  runs: number,
  workers: number,
  progress: (done: number) => void,
): Promise<NullValues> {
  const jobs: NullJob[] = Array.from({ length: runs }, (_, run) => run).flatMap(run => [
    { model: 'rewire' as const, run },
    { model: 'permute' as const, run },
  ])
  const work = runs * (task.graph.nodeCount + 100 * task.graph.edgeCount)
  const values = { rewire: [] as Float64Array[], permute: [] as Float64Array[] }
  let finished = 0
  const keep = ({ model, run }: NullJob, row: Float64Array) => {
    values[model][run] = row
    progress(++finished / jobs.length)
  }
  if (workers > 1 && work > worthAWorker) await inWorkers(task, jobs, workers, keep)
  else await inTurn(task, jobs, keep)
  return values
}

type Keep = (job: NullJob, row: Float64Array) => void

async function inTurn(task: NullTask, jobs: readonly NullJob[], keep: Keep): Promise<void> {
  const runNull = createNullRunner(task)
  for (const job of jobs) {
    keep(job, runNull(job.model, job.run))
    // Signals and displays get their turn.
    await new Promise(resolve => setImmediate(resolve))
  }
}

async function inWorkers(task: NullTask, jobs: readonly NullJob[], workers: number, keep: Keep): Promise<void> {
  const waiting = jobs[Symbol.iterator]()
  const threads = Array.from(
    { length: Math.min(workers, jobs.length) },
    () => new Worker(new URL('./null-worker.ts', import.meta.url), { workerData: task }),
  )
  try {
    await Promise.all(threads.map(thread => feed(thread, waiting, keep)))
  } finally {
    await Promise.all(threads.map(thread => thread.terminate()))
  }
}

/** Gives `thread` one job after the other until none is waiting. */
function feed(thread: Worker, waiting: Iterator<NullJob>, keep: Keep): Promise<void> {
  return new Promise((resolve, reject) => {
    let current: NullJob
    const next = () => {
      const { value, done } = waiting.next()
      if (done === true) return resolve()
      current = value
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      thread.postMessage(current)
    }
    thread.on('error', reject)
    thread.on('message', (row: Float64Array) => {
      try {
        keep(current, row)
        next()
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)))
      }
    })
    next()
  })
}
