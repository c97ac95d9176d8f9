import { parentPort } from 'node:worker_threads'
import type { CrewMessage } from './crew.ts'
import { type Kind, runners } from './runners.ts'

type Run = (job: unknown) => unknown

const runs = new Map<number, Run>()

const start = (kind: Kind, task: unknown): Run => runners[kind](task as never) as Run

parentPort!.on('message', (message: CrewMessage) => {
  if ('forget' in message) return void runs.delete(message.forget)
  const { id, kind, task, job } = message
  const run = runs.get(id) ?? start(kind!, task)
  runs.set(id, run)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort!.postMessage(run(job))
})
