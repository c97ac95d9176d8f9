import type { Corpus } from '#data/store/base/corpus.ts'

/**
 * How long what was written may wait for more to be committed with it. A commit writes each changed page of the file once,
 * so few large ones cost less than many small ones: the longer one takes, the longer the next waits, and commits take no
 * more than a twentieth of the time. Hosts lose nothing by it: the wait is shorter than the delay between their requests.
 */
const windowMs = { least: 25, most: 150 }
const commitShare = 1 / 20

/**
 * Commits together what was written within a few milliseconds. Each visit is written in one go, so none is ever half in
 * the file; whoever waits for `stored()` (a host's next request does) knows that a kill -9 can't take it back. No
 * savepoint is set per visit: SQLite would copy each page of the file that a visit touches before it is changed.
 *
 * Nobody else begins, commits or undoes a transaction that lasts longer than a call: whoever opened a batch closes it before
 * others write, since what they write within it would be kept or lost with it.
 */
export class Batch {
  readonly #corpus: Corpus
  readonly #underWay: () => number
  readonly #onBegin: () => void
  #commit: { readonly done: Promise<void>; readonly end: () => void } | null = null
  #waiting = 0
  #windowMs = windowMs.least
  /** Set when a write or a commit failed: the batch is undone, nothing more is written, and everybody is told. */
  #failure: { readonly error: unknown } | null = null

  /**
   * `underWay`: how many turns could still write; when all of them wait for the commit, it doesn't wait for more. `onBegin`
   * is the first work of each batch: nobody else can write until it is committed.
   */
  constructor(corpus: Corpus, underWay: () => number, onBegin = (): void => undefined) {
    this.#corpus = corpus
    this.#underWay = underWay
    this.#onBegin = onBegin
  }

  /** Runs `work` as part of the batch; when it throws, nothing of the batch is kept. */
  write<Result>(work: () => Result): Result {
    if (this.#failure) throw this.#failure.error
    const isFirst = this.#commit === null
    this.#commit ??= this.#begin()
    try {
      if (isFirst) this.#onBegin()
      return work()
    } catch (error) {
      this.#fail(error)
      throw error
    }
  }

  /** Resolves when all that was written so far is committed; rejects when that failed (a full disk). */
  async stored(): Promise<void> {
    this.#waiting += 1
    if (this.#waiting >= this.#underWay() && this.#commit) setImmediate(this.#commit.end)
    await this.#commit?.done
    if (this.#failure) throw this.#failure.error
  }

  /** Commits at once what is open: who writes next finds no transaction of the turns'. Throws what failed, then or before. */
  close(): void {
    this.#commit?.end()
    if (this.#failure) throw this.#failure.error
  }

  #begin(): { done: Promise<void>; end: () => void } {
    this.#corpus.begin()
    this.#waiting = 0
    const { promise: done, resolve } = Promise.withResolvers<void>()
    const end = (): void => {
      clearTimeout(timer)
      if (this.#commit?.done !== done) return
      this.#commit = null
      this.#end()
      resolve()
    }
    const timer = setTimeout(end, this.#windowMs)
    return { done, end }
  }

  #end(): void {
    if (this.#failure) return
    const begun = performance.now()
    try {
      this.#corpus.commit()
    } catch (error) {
      this.#fail(error)
    }
    const wanted = (performance.now() - begun) / commitShare
    this.#windowMs = Math.min(Math.max(wanted, windowMs.least), windowMs.most)
  }

  #fail(error: unknown): void {
    this.#failure = { error }
    this.#corpus.rollback()
  }
}
