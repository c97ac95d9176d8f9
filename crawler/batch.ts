import type { Corpus } from '../data/store/corpus.ts'

/**
 * Commits together what was written in one turn of the event loop. Each visit is written in one go, so none is ever
 * half in the file; whoever waits for `stored()` (a host's next request does) knows that a kill -9 can't take it back.
 */
export class Batch {
  readonly #corpus: Corpus
  #commit: Promise<void> | null = null

  constructor(corpus: Corpus) {
    this.#corpus = corpus
  }

  /** Runs `work` as one step: wholly part of the batch, or undone when it throws. */
  write<Result>(work: () => Result): Result {
    this.#begin()
    return this.#corpus.write(work)
  }

  /** Resolves when all that was written so far is committed. Rejects when that failed (a full disk). */
  stored(): Promise<void> {
    return this.#commit ?? Promise.resolve()
  }

  #begin(): void {
    if (this.#commit) return
    this.#corpus.db.exec('BEGIN IMMEDIATE')
    this.#commit = new Promise<void>((resolve, reject) => {
      setImmediate(() => {
        this.#commit = null
        try {
          this.#corpus.db.exec('COMMIT')
          resolve()
        } catch (error) {
          if (this.#corpus.db.inTransaction) this.#corpus.db.exec('ROLLBACK')
          reject(error as Error)
        }
      })
    })
    // Whoever wrote asks for stored(); a failed commit without listeners must not end the process by itself.
    this.#commit.catch(() => undefined)
  }
}
