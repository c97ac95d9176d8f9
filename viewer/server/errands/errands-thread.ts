import { parentPort } from 'node:worker_threads'
import { openCorpus } from '#data/store/base/open-corpus.ts'
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
  readonly error?: unknown
}

/** One order after the other. The corpus is open while it is read, and no longer: it may be moved or deleted in between. */
parentPort?.on('message', ({ id, file, errand, asked }: ErrandOrder) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  const reply = (answer: Omit<ErrandReply, 'id'>): void => parentPort!.postMessage({ id, ...answer })
  try {
    const corpus = openCorpus(file, 'read')
    try {
      reply({ answer: doErrand(corpus, errand, asked) })
    } finally {
      corpus.close()
    }
  } catch (error) {
    reply({ error })
  }
})
