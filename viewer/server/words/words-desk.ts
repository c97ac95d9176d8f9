import { Worker } from 'node:worker_threads'
import type { WordErrand, WordErrands } from './word-errands.ts'
import type { WordsOrder, WordsReply } from './words-thread.ts'

export interface WordsDesk {
  /** Rejects with what went wrong in the thread. */
  readonly ask: <E extends WordErrand>(errand: E, asked: WordErrands[E]['asked']) => Promise<WordErrands[E]['answer']>
}

/** A thread without an order ends after so long: it holds a heap of its own. */
const idleMs = 60_000

/** Counts words of the corpus in `file` in a thread, which is started when somebody asks, so that the server answers others meanwhile. */
export function wordsDesk(file: string): WordsDesk {
  const waiting = new Map<
    number,
    { readonly resolve: (answer: never) => void; readonly reject: (error: unknown) => void }
  >()
  let worker: Worker | null = null
  let next = 0
  let idle: NodeJS.Timeout | undefined

  const hire = (): Worker => {
    const hired = new Worker(new URL('./words-thread.ts', import.meta.url))
    // A server that stops doesn't wait for words.
    hired.unref()
    hired.on('message', ({ id, answer, error }: WordsReply) => {
      const one = waiting.get(id)
      waiting.delete(id)
      if (error === undefined) one?.resolve(answer as never)
      else one?.reject(error)
      if (waiting.size === 0) idle = setTimeout(() => void dismiss(), idleMs).unref()
    })
    hired.on('error', error => {
      worker = null
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    })
    return hired
  }
  const dismiss = (): void => {
    void worker?.terminate()
    worker = null
  }

  return {
    ask: (errand, asked) =>
      new Promise((resolve, reject) => {
        clearTimeout(idle)
        worker ??= hire()
        const order: WordsOrder = { id: next++, file, errand, asked }
        waiting.set(order.id, { resolve, reject })
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
        worker.postMessage(order)
      }),
  }
}
