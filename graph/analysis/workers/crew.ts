import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type Memory, nameOf, noMemory } from '../memory/memory.ts'
import { type JobOf, type Kind, type ResultOf, runners, type TaskOf } from './runners.ts'

export interface ShareOptions {
  /** Edge visits of all jobs together, roughly: below 2e7 starting threads costs more than they save. */
  readonly work: number
  /** Told the share of jobs done, in (0, 1]; what it throws ends the work. */
  readonly progress?: (done: number) => void
}

/** Some threads that work for as long as an analysis takes; to start one costs as much as a second of reading modules. */
export interface Crew {
  /** What it did in earlier analyses. */
  readonly memory: Memory
  /** Does `jobs`, shared out when the work is worth it. Results stand in the order of the jobs, whoever did them. */
  readonly share: <K extends Kind>(
    kind: K,
    task: TaskOf<K>,
    jobs: readonly JobOf<K>[],
    options: ShareOptions,
  ) => Promise<ResultOf<K>[]>
  /** Ends the threads; what they were doing never comes back. */
  readonly end: () => Promise<void>
}

const worthThreads = 2e7

/** Below, a result is found again sooner than it is read. */
const worthMemory = 1e6

/** Null models remember question by question; maps and smaller crawls name sites, and are remembered without the names. */
const rememberedElsewhere: ReadonlySet<Kind> = new Set(['nulls', 'layout', 'facts'])

const isRemembered = (kind: Kind, { work }: ShareOptions): boolean =>
  work >= worthMemory && !rememberedElsewhere.has(kind)

/** As many threads as the program may use cores (a limit on the process counts), at most 8: more would wait for one another. */
export const defaultThreads = (): number => Math.min(8, availableParallelism())

/** Returns a crew of at most `threads`, started when there is work for them; with 1 all is done in this thread. */
export function hireCrew(threads: number, memory = noMemory): Crew {
  const hands = new Map<Worker, Hand>()
  const waiting: Errand[] = []

  const hire = () => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url))
    const hand: Hand = { knows: new Set(), errand: null }
    hands.set(worker, hand)
    worker.on('message', (result: unknown) => {
      const { finish } = hand.errand!
      hand.errand = null
      finish(result)
      giveOut()
    })
    worker.on('error', (error: Error) => {
      hand.errand?.fail(error)
      hands.delete(worker)
    })
  }

  const giveOut = () => {
    for (const [worker, hand] of hands) {
      if (hand.errand !== null) continue
      const errand = waiting.shift()
      if (errand === undefined) return
      hand.errand = errand
      send(worker, hand, errand)
    }
  }

  const share: Crew['share'] = async (kind, task, jobs, options) => {
    if (!isRemembered(kind, options)) return doAll(kind, task, jobs, options)
    const name = nameOf(kind, task, jobs)
    const known = memory.recall(name) as ResultOf<typeof kind>[] | undefined
    if (known !== undefined) {
      options.progress?.(1)
      return known
    }
    const results = await doAll(kind, task, jobs, options)
    memory.keep(name, results)
    return results
  }

  const doAll: Crew['share'] = async (kind, task, jobs, { work, progress }) => {
    const results: ResultOf<typeof kind>[] = []
    let finished = 0
    const keep = (at: number, result: ResultOf<typeof kind>) => {
      results[at] = result
      progress?.(++finished / jobs.length)
    }
    if (threads <= 1 || work <= worthThreads) {
      await inTurn(kind, task, jobs, keep)
      return results
    }
    const shared: SharedTask = { id: nextTask++, kind, task }
    const done = jobs.map(
      (job, at) =>
        new Promise<void>((resolve, reject) => {
          const finish = (result: unknown) => {
            try {
              resolve(keep(at, result as ResultOf<typeof kind>))
            } catch (error) {
              reject(error instanceof Error ? error : new Error(String(error)))
            }
          }
          waiting.push({ shared, job, finish, fail: reject })
        }),
    )
    while (hands.size < Math.min(threads, waiting.length)) hire()
    giveOut()
    await Promise.all(done)
    for (const [worker, hand] of hands) if (hand.knows.delete(shared.id)) post(worker, { forget: shared.id })
    return results
  }

  const end = async () => {
    waiting.length = 0
    const workers = [...hands.keys()]
    hands.clear()
    await Promise.all(workers.map(worker => worker.terminate()))
  }
  return { memory, share, end }
}

/** What a thread is told: a task, when it doesn't know it yet, and a job of it; or a task that it may forget. */
export type CrewMessage =
  | { readonly id: number; readonly job: unknown; readonly kind?: Kind; readonly task?: unknown }
  | { readonly forget: number }

interface SharedTask {
  readonly id: number
  readonly kind: Kind
  readonly task: unknown
}

interface Errand {
  readonly shared: SharedTask
  readonly job: unknown
  readonly finish: (result: unknown) => void
  readonly fail: (error: Error) => void
}

interface Hand {
  readonly knows: Set<number>
  errand: Errand | null
}

let nextTask = 0

function send(worker: Worker, { knows }: Hand, { shared: { id, kind, task }, job }: Errand): void {
  post(worker, knows.has(id) ? { id, job } : { id, job, kind, task })
  knows.add(id)
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
const post = (worker: Worker, message: CrewMessage): void => worker.postMessage(message)

async function inTurn<K extends Kind>(
  kind: K,
  task: TaskOf<K>,
  jobs: readonly JobOf<K>[],
  keep: (at: number, result: ResultOf<K>) => void,
): Promise<void> {
  const run = runners[kind](task as never) as (job: JobOf<K>) => ResultOf<K>
  for (const [at, job] of jobs.entries()) {
    keep(at, run(job))
    // Signals and displays get their turn.
    await new Promise(resolve => setImmediate(resolve))
  }
}
