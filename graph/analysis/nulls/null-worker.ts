import { parentPort, workerData } from 'node:worker_threads'
import { createNullRunner, type NullTask } from './null-runner.ts'
import type { NullModel } from '../measure.ts'

/** One run that this worker is to make. */
export interface NullJob {
  readonly model: NullModel
  readonly run: number
}

const runNull = createNullRunner(workerData as NullTask)
parentPort!.on('message', ({ model, run }: NullJob) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort!.postMessage(runNull(model, run))
})
