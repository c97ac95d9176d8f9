import type { Corpus } from '../data/store/corpus.ts'

/**
 * Commits together what was written in one turn of the event loop. Each visit is written in one go, so none is ever
 * half in the file; whoever waits for `stored()` (a host's next request does) knows that a kill -9 can't take it back.
 */
export class Batch {
  readonly #corpus: Corpus
  #commit: Promise<void> | null = null
  /** Set when a commit failed: nothing more is written, and everybody is told. */
  #failure: { readonly error: unknown } | null = null

  constructor(corpus: Corpus) {
    this.#corpus = corpus
  }

  /** Runs `work` as one step: wholly part of the batch, or undone when it throws. */
  write<Result>(work: () => Result): Result {
    if (this.#failure) throw this.#failure.error
    this.#begin()
    return this.#corpus.write(work)
  }

  /** Resolves when all that was written so far is committed; rejects when that failed (a full disk). */
  async stored(): Promise<void> {
    await this.#commit
    if (this.#failure) throw this.#failure.error
  }

  #begin(): void {
    if (this.#commit) return
    this.#corpus.db.exec('BEGIN IMMEDIATE')
    this.#commit = new Promise<void>(resolve => {
      setImmediate(() => {
        this.#commit = null
        this.#end()
        resolve()
      })
    })
  }

  #end(): void {
    try {
      this.#corpus.db.exec('COMMIT')
    } catch (error) {
      this.#failure = { error }
      if (this.#corpus.db.inTransaction) this.#corpus.db.exec('ROLLBACK')
    }
  }
}
