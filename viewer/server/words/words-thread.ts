import { parentPort } from 'node:worker_threads'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { doErrand, type WordErrand, type WordErrands } from './word-errands.ts'

export interface WordsOrder<E extends WordErrand = WordErrand> {
  readonly id: number
  readonly file: string
  readonly errand: E
  readonly asked: WordErrands[E]['asked']
}

export interface WordsReply {
  readonly id: number
  readonly answer?: unknown
  readonly error?: unknown
}

/** One order after the other. The corpus is open while it is read, and no longer: it may be moved or deleted in between. */
parentPort?.on('message', ({ id, file, errand, asked }: WordsOrder) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  const reply = (answer: Omit<WordsReply, 'id'>): void => parentPort!.postMessage({ id, ...answer })
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
