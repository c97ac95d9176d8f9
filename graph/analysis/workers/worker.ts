import { parentPort, workerData } from 'node:worker_threads'
import { type Kind, runners } from './runners.ts'

const { kind, task } = workerData as { kind: Kind; task: never }
const run = runners[kind](task) as (job: unknown) => unknown
parentPort!.on('message', job => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort!.postMessage(run(job))
})
