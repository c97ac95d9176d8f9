import { Worker } from 'node:worker_threads'
import { Fault } from '#data/mistake.ts'
import type { Errand, Errands } from './errands.ts'
import type { ErrandOrder, ErrandReply } from './errands-thread.ts'

export interface ErrandsDesk {
  /** Rejects with what went wrong in the thread, with a Fault where there is a sentence for it; with TooBusy beyond the bounds. */
  readonly ask: <E extends Errand>(errand: E, asked: Errands[E]['asked']) => Promise<Errands[E]['answer']>
}

export interface DeskBounds {
  /** Orders that wait or are done; one more is refused. */
  readonly mostOrders: number
  /** What one order may take before its thread is ended. */
  readonly longestMs: number
}

/** More was asked than the desk does, or one order took too long. */
export class TooBusy extends Error {
  override readonly name = 'TooBusy'
}

/** A thread without an order ends after so long: it holds a heap of its own. */
const idleMs = 60_000

interface Waiting {
  readonly order: ErrandOrder
  readonly resolve: (answer: never) => void
  readonly reject: (error: unknown) => void
}

/**
 * Does what takes seconds over the corpus in `file` in a thread, one order after the other, so that the server answers others meanwhile. The thread is started
 * when somebody asks.
 */
export function errandsDesk(file: string, { mostOrders, longestMs }: DeskBounds): ErrandsDesk {
  /** In the order in which they are done: the first is in hand. */
  const waiting = new Map<number, Waiting>()
  let worker: Worker | null = null
  let next = 0
  let idle: NodeJS.Timeout | undefined
  let late: NodeJS.Timeout | undefined

  const settle = (id: number, how: (one: Waiting) => void): void => {
    const one = waiting.get(id)
    waiting.delete(id)
    if (one) how(one)
    clearTimeout(late)
    if (waiting.size === 0) idle = setTimeout(dismiss, idleMs).unref()
    else late = setTimeout(giveUp, longestMs).unref()
  }
  const hire = (): Worker => {
    const hired = new Worker(new URL('./errands-thread.ts', import.meta.url))
    // A server that stops doesn't wait for it.
    hired.unref()
    hired.on('message', ({ id, answer, fault, error }: ErrandReply) =>
      settle(id, one => {
        if (fault !== undefined) one.reject(new Fault(fault))
        else if (error === undefined) one.resolve(answer as never)
        else one.reject(error)
      }),
    )
    hired.on('error', error => {
      if (worker !== hired) return
      worker = null
      clearTimeout(late)
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    })
    return hired
  }
  const dismiss = (): void => {
    void worker?.terminate()
    worker = null
  }
  const send = (order: ErrandOrder): void => {
    worker ??= hire()
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage(order)
  }
  /** Ends the thread with the order in its hands; the others go to another one. */
  const giveUp = (): void => {
    dismiss()
    const [first] = waiting.keys()
    settle(first!, one => one.reject(new TooBusy(`an order took more than ${longestMs} ms`)))
    for (const { order } of waiting.values()) send(order)
  }

  return {
    ask: (errand, asked) =>
      new Promise((resolve, reject) => {
        if (waiting.size >= mostOrders) {
          reject(new TooBusy(`${mostOrders} orders wait`))
          return
        }
        clearTimeout(idle)
        const order: ErrandOrder = { id: next++, file, errand, asked }
        waiting.set(order.id, { order, resolve, reject })
        if (waiting.size === 1) late = setTimeout(giveUp, longestMs).unref()
        send(order)
      }),
  }
}
