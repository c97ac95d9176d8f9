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

/** Some threads, this one among them, that work for as long as an analysis takes. */
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

/** To start a thread costs as much as so many edge visits; to send a job to one that is there, much less. */
const worthThreads = 2e7
const worthSending = 1e6

/** Below, a result is found again sooner than it is read. */
const worthMemory = 1e6

/** Null models remember question by question; maps and smaller crawls name sites, and are remembered without the names. */
const rememberedElsewhere: ReadonlySet<Kind> = new Set(['nulls', 'layout', 'facts'])

/** One job that may last minutes: this thread, which tells how far all is and listens to signals, leaves it to another. */
const longJobs: ReadonlySet<Kind> = new Set(['layout'])

/** Jobs that wait in a thread, the one it does among them: it need not wait until this one has an ear. Many while many wait, few at the end. */
const inHand = { least: 2, most: 16 } as const

const isRemembered = (memory: Memory, kind: Kind, { work }: ShareOptions): boolean =>
  memory !== noMemory && work >= worthMemory && !rememberedElsewhere.has(kind)

/** As many threads as the program may use cores (a limit on the process counts), at most 8: more would wait for one another. */
export const defaultThreads = (): number => Math.min(8, availableParallelism())

/**
 * Returns a crew of `threads`, this one and others that are started when there is work for them. This one does jobs as the others do:
 * one that only waited would be a heap and a compiler more for nothing.
 */
export function hireCrew(threads: number, memory = noMemory): Crew {
  const hands = new Map<Worker, Hand>()
  const waiting: Errand[] = []
  let isHelping = false

  const hire = () => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url))
    const hand: Hand = { knows: new Set(), errands: [] }
    hands.set(worker, hand)
    worker.on('message', (result: unknown) => {
      hand.errands.shift()!.finish(result)
      giveOut()
    })
    worker.on('error', (error: Error) => {
      for (const { fail } of hand.errands) fail(error)
      hands.delete(worker)
    })
  }

  const giveOut = () => {
    const most = Math.max(inHand.least, Math.min(inHand.most, Math.floor(waiting.length / (4 * threads))))
    for (let room = 1; room <= most; room++)
      for (const [worker, hand] of hands) {
        if (hand.errands.length >= (isLong(hand) ? 1 : room)) continue
        const errand = waiting.shift()
        if (errand === undefined) return
        hand.errands.push(errand)
        send(worker, hand, errand)
      }
  }

  /** Does what no other thread has in hand, until nothing waits. */
  const help = async () => {
    if (isHelping) return
    isHelping = true
    for (;;) {
      const at = hands.size === 0 ? 0 : waiting.findIndex(({ shared }) => !longJobs.has(shared.kind))
      const [errand] = at < 0 ? [] : waiting.splice(at, 1)
      if (errand === undefined) break
      doHere(errand)
      await aTurn()
    }
    isHelping = false
  }

  const share: Crew['share'] = async (kind, task, jobs, options) => {
    if (!isRemembered(memory, kind, options)) return doAll(kind, task, jobs, options)
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
    if (threads <= 1 || work <= (hands.size > 0 ? worthSending : worthThreads)) {
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
              reject(asError(error))
            }
          }
          waiting.push({ shared, job, finish, fail: reject })
        }),
    )
    while (hands.size < Math.min(threads - 1, waiting.length)) hire()
    giveOut()
    void help()
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
  /** Of this thread. */
  run?: (job: unknown) => unknown
}

interface Errand {
  readonly shared: SharedTask
  readonly job: unknown
  readonly finish: (result: unknown) => void
  readonly fail: (error: Error) => void
}

interface Hand {
  readonly knows: Set<number>
  /** In the order in which it does them. */
  readonly errands: Errand[]
}

/** What waits behind a job of minutes would keep all waiting that is told with it. */
const isLong = ({ errands }: Hand): boolean => errands.some(({ shared }) => longJobs.has(shared.kind))

let nextTask = 0

function send(worker: Worker, { knows }: Hand, { shared: { id, kind, task }, job }: Errand): void {
  post(worker, knows.has(id) ? { id, job } : { id, job, kind, task })
  knows.add(id)
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
const post = (worker: Worker, message: CrewMessage): void => worker.postMessage(message)

function doHere({ shared, job, finish, fail }: Errand): void {
  let result: unknown
  try {
    shared.run ??= runners[shared.kind](shared.task as never) as (job: unknown) => unknown
    result = shared.run(job)
  } catch (error) {
    return fail(asError(error))
  }
  finish(result)
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)))

/** Signals, displays and other threads get their turn. */
const aTurn = (): Promise<void> => new Promise(resolve => setImmediate(resolve))

async function inTurn<K extends Kind>(
  kind: K,
  task: TaskOf<K>,
  jobs: readonly JobOf<K>[],
  keep: (at: number, result: ResultOf<K>) => void,
): Promise<void> {
  const run = runners[kind](task as never) as (job: JobOf<K>) => ResultOf<K>
  for (const [at, job] of jobs.entries()) {
    keep(at, run(job))
    await aTurn()
  }
}
