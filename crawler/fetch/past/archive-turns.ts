import { setTimeout as pause } from 'node:timers/promises'

/** Until when an archive is left alone, in milliseconds since 1970, and how many refusals in a row that comes of. */
export interface ArchiveRest {
  readonly until: number
  readonly refusals: number
}

export interface TurnOptions {
  /** Milliseconds since 1970 by the calendar, and by a clock that never jumps. */
  readonly clock: { readonly now: () => number; readonly steady: () => number }
  /** A rest holds for the next process, too. */
  readonly memory: {
    readonly read: () => ArchiveRest | null
    readonly keep: (rest: ArchiveRest) => void
  }
  /** The first rest of an archive that doesn't say for how long, in milliseconds; each further one is twice as long, an hour at most. */
  readonly firstRestMs: number
}

/** One is an answer's own matter, so many in a row are the archive's: away for an hour, it must not cost the pages of an hour. */
const faultsOfAnArchive = 3

const longestRestMs = 3_600_000
/** What an archive itself may ask for: one that says more is asked once a day. */
const longestAskedMs = 24 * 3_600_000

/** One request at a time to an archive: each waits for the one before, for the delay after it, and for the archive's rest. */
export class ArchiveTurns {
  readonly #options: TurnOptions
  #last: Promise<unknown> = Promise.resolve()
  // The process before may have been killed just after a request: the first one waits, too.
  #endedAt: number
  #restsUntil = 0
  #refusals = 0
  #faults = 0

  constructor(options: TurnOptions) {
    const { clock, memory } = options
    this.#options = options
    this.#endedAt = clock.steady()
    const kept = memory.read()
    if (kept === null) return
    this.#refusals = kept.refusals
    this.#restsUntil = clock.steady() + Math.min(kept.until - clock.now(), longestAskedMs)
  }

  /** Runs `ask` in its turn, `delayMs` after the end of the one before at the earliest. Rejects when `signal` is aborted before. */
  take<Result>(delayMs: number, signal: AbortSignal | undefined, ask: () => Promise<Result>): Promise<Result> {
    const { steady } = this.#options.clock
    const turn = this.#last.then(async () => {
      for (;;) {
        signal?.throwIfAborted()
        const wait = Math.max(this.#endedAt + delayMs, this.#restsUntil) - steady()
        if (!(wait > 0)) break
        // Timers hold no more than 24 days, and may end a part of a millisecond early.
        await pause(Math.min(Math.ceil(wait), 86_400_000), undefined, { signal })
      }
      try {
        return await ask()
      } finally {
        this.#endedAt = steady()
      }
    })
    this.#last = turn.catch(() => undefined)
    return turn
  }

  /** The archive refuses for now: all of its requests wait, for as long as it asked (null: it didn't say). Returns the milliseconds. */
  refused(askedMs: number | null): number {
    const { firstRestMs } = this.#options
    const doubled = Math.min(firstRestMs * 2 ** Math.min(this.#refusals, 30), longestRestMs)
    const ms = askedMs === null ? doubled : Math.min(askedMs, longestAskedMs)
    this.#rest(ms, this.#refusals + 1)
    return ms
  }

  /** An answer went wrong: all requests wait for `ms`. An archive of which several go wrong in a row rests: returns for how long, else null. */
  wentWrong(ms: number): number | null {
    if (++this.#faults >= faultsOfAnArchive) return this.refused(null)
    this.leaveAlone(ms)
    return null
  }

  /** It answers again. */
  answered(): void {
    this.#faults = 0
    if (this.#refusals > 0) this.#rest(0, 0)
  }

  /** All requests wait for `ms`, which is no refusal of ours. */
  leaveAlone(ms: number): void {
    this.#restsUntil = Math.max(this.#restsUntil, this.#options.clock.steady() + ms)
  }

  #rest(ms: number, refusals: number): void {
    const { clock, memory } = this.#options
    this.leaveAlone(ms)
    this.#refusals = refusals
    memory.keep({ until: Math.round(clock.now() + ms), refusals })
  }
}
