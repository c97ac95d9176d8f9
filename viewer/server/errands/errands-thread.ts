import { parentPort } from 'node:worker_threads'
import { Fault, Mistake } from '#data/mistake.ts'
import { asFault, openCorpus } from '#data/store/base/open-corpus.ts'
import { doErrand, type Errand, type Errands } from './errands.ts'

export interface ErrandOrder<E extends Errand = Errand> {
  readonly id: number
  readonly file: string
  readonly errand: E
  readonly asked: Errands[E]['asked']
}

export interface ErrandReply {
  readonly id: number
  readonly answer?: unknown
  /** What went wrong, in a sentence; an error that crosses threads is only an Error there. */
  readonly fault?: string
  readonly error?: unknown
}

/** The corpus is open while it is read, and no longer: it may be moved or deleted in between. */
async function replyTo({ id, file, errand, asked }: ErrandOrder): Promise<ErrandReply> {
  try {
    const corpus = openCorpus(file, 'read')
    try {
      return { id, answer: await doErrand(corpus, errand, asked) }
    } finally {
      corpus.close()
    }
  } catch (error) {
    const known = asFault(file, error)
    const isTold = known instanceof Fault || known instanceof Mistake
    return isTold ? { id, fault: known.message } : { id, error: known }
  }
}

let last = Promise.resolve()

/** One order after the other, also where one waits for something. */
parentPort?.on('message', (order: ErrandOrder) => {
  last = answerAfter(last, order)
})

async function answerAfter(before: Promise<void>, order: ErrandOrder): Promise<void> {
  await before
  const reply = await replyTo(order)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort!.postMessage(reply)
}
