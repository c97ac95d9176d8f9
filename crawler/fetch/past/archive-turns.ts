import { setTimeout as pause } from 'node:timers/promises'

/** One request at a time to an archive: each waits for the one before, for the delay after it, and for the archive's rest. */
export class ArchiveTurns {
  readonly #now: () => number
  #last: Promise<unknown> = Promise.resolve()
  #endedAt = Number.NEGATIVE_INFINITY
  #restsUntil = 0

  /** `now`: milliseconds, by a clock that never jumps. */
  constructor(now: () => number) {
    this.#now = now
  }

  /** Runs `ask` in its turn, `delayMs` after the end of the one before at the earliest. Rejects when `signal` is aborted before. */
  take<Result>(delayMs: number, signal: AbortSignal | undefined, ask: () => Promise<Result>): Promise<Result> {
    const turn = this.#last.then(async () => {
      for (;;) {
        signal?.throwIfAborted()
        const wait = Math.max(this.#endedAt + delayMs, this.#restsUntil) - this.#now()
        if (!(wait > 0)) break
        // Timers hold no more than 24 days.
        await pause(Math.min(wait, 86_400_000), undefined, { signal })
      }
      try {
        return await ask()
      } finally {
        this.#endedAt = this.#now()
      }
    })
    this.#last = turn.catch(() => undefined)
    return turn
  }

  /** All requests wait. */
  rest(ms: number): void {
    this.#restsUntil = Math.max(this.#restsUntil, this.#now() + ms)
  }
}
