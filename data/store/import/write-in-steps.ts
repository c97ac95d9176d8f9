import type { Corpus } from '../base/corpus.ts'

/** Work in steps: each value names what is being done. */
export type Steps<Result> = Generator<string, Result>
/** The same, where what is written comes from elsewhere. */
export type AwaitedSteps<Result> = AsyncGenerator<string, Result>

/**
 * Carries out `steps` as one transaction, and calls `between` after each: there a program can show progress, and stop by
 * throwing. Whatever is thrown leaves the corpus as it was; so does a result that `isKept` refuses.
 */
export async function writeInSteps<Result>(
  corpus: Corpus,
  steps: Steps<Result> | AwaitedSteps<Result>,
  between: (step: string) => Promise<void>,
  isKept: (result: Result) => boolean,
): Promise<Result> {
  corpus.db.exec('BEGIN IMMEDIATE')
  try {
    for (;;) {
      const step = await steps.next()
      if (step.done) {
        corpus.db.exec(isKept(step.value) ? 'COMMIT' : 'ROLLBACK')
        return step.value
      }
      await between(step.value)
    }
  } finally {
    if (corpus.db.inTransaction) corpus.db.exec('ROLLBACK')
  }
}

/** Rows that this connection has written, changed or deleted. */
export const writtenRows = (corpus: Corpus): number =>
  corpus.db.prepare<[], { n: number }>('SELECT total_changes() AS n').get()!.n
