import { Worker } from 'node:worker_threads'
import { type JobOf, type Kind, type ResultOf, runners, type TaskOf } from './runners.ts'

export interface ShareOptions {
  readonly workers: number
  /** Edge visits of all jobs together, roughly: below 2e7 starting workers costs more than they save. */
  readonly work: number
  /** Told the share of jobs done, in (0, 1]; what it throws ends the work. */
  readonly progress?: (done: number) => void
}

const worthWorkers = 2e7

/** Does `jobs`, shared among threads when the work is worth it. Results stand in the order of the jobs, whoever did them. */
export async function shareOut<K extends Kind>(
  kind: K,
  task: TaskOf<K>,
  jobs: readonly JobOf<K>[],
  { workers, work, progress }: ShareOptions,
): Promise<ResultOf<K>[]> {
  const results: ResultOf<K>[] = []
  let finished = 0
  const keep = (at: number, result: ResultOf<K>) => {
    results[at] = result
    progress?.(++finished / jobs.length)
  }
  if (workers > 1 && jobs.length > 1 && work > worthWorkers) await inWorkers(kind, task, jobs, workers, keep)
  else await inTurn(kind, task, jobs, keep)
  return results
}

type Keep<K extends Kind> = (at: number, result: ResultOf<K>) => void

async function inTurn<K extends Kind>(
  kind: K,
  task: TaskOf<K>,
  jobs: readonly JobOf<K>[],
  keep: Keep<K>,
): Promise<void> {
  const run = runners[kind](task as never) as (job: JobOf<K>) => ResultOf<K>
  for (const [at, job] of jobs.entries()) {
    keep(at, run(job))
    // Signals and displays get their turn.
    await new Promise(resolve => setImmediate(resolve))
  }
}

async function inWorkers<K extends Kind>(
  kind: K,
  task: TaskOf<K>,
  jobs: readonly JobOf<K>[],
  workers: number,
  keep: Keep<K>,
): Promise<void> {
  const waiting = jobs.entries()
  const threads = Array.from(
    { length: Math.min(workers, jobs.length) },
    () => new Worker(new URL('./worker.ts', import.meta.url), { workerData: { kind, task } }),
  )
  try {
    await Promise.all(threads.map(thread => feed(thread, waiting, keep)))
  } finally {
    await Promise.all(threads.map(thread => thread.terminate()))
  }
}

/** Gives `thread` one job after the other until none is waiting. */
function feed<K extends Kind>(thread: Worker, waiting: Iterator<[number, JobOf<K>]>, keep: Keep<K>): Promise<void> {
  return new Promise((resolve, reject) => {
    let current = -1
    const next = () => {
      const { value, done } = waiting.next()
      if (done === true) return resolve()
      current = value[0]
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
      thread.postMessage(value[1])
    }
    thread.on('error', reject)
    thread.on('message', (result: ResultOf<K>) => {
      try {
        keep(current, result)
        next()
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)))
      }
    })
    next()
  })
}
