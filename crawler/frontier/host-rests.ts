/** What an answer 429 or 503 means for its host. */
export interface Rest {
  /** No request before it; milliseconds from now. */
  readonly ms: number
  /** The host said itself when to come back (Retry-After). */
  readonly isAsked: boolean
  /** Longer than is waited for: its pages are left for another wave. */
  readonly isTooLong: boolean
}

export interface RestLimits {
  /** Waits after the first, second … refusal of a host that doesn't say how long; empty: nobody is asked, nobody rests. */
  readonly waitsMs: readonly number[]
  /** What a host may rest in one go. */
  readonly longestMs: number
}

interface Refusing {
  /** Answers 429 or 503 in a row. */
  readonly times: number
  readonly restedMs: number
  /** Set once it is waited for no more: when it may be asked again. */
  readonly givenUpUntil: number | null
}

const dayMs = 24 * 3_600_000
/** Refusals in a row without a word on when to come back, beyond the usual retries: a limiter gets few requests … */
const limiterPatience = 6
/** … and a host that is out of service so many pages' worth of retries, since single pages are, too. */
const brokenPages = 5

/**
 * Hosts that refuse for now (RFC 6585, 4; RFC 9110, 15.6.4): such an answer speaks of the client or of the host, not of the
 * page, so the whole host rests. A limiter that goes on refusing is asked at twice the distance each time.
 */
export class HostRests {
  readonly #limits: RestLimits
  readonly #refusing = new Map<number, Refusing>()

  constructor(limits: RestLimits) {
    this.#limits = limits
  }

  /** The host has answered `status` 429 or 503 at `now`; `askedMs`: its Retry-After. Null: nothing is waited for here. */
  refused(hostId: number, status: number, askedMs: number | null, now: number): Rest | null {
    const { waitsMs, longestMs } = this.#limits
    if (waitsMs.length === 0) return null
    const { times, restedMs } = this.#refusing.get(hostId) ?? { times: 0, restedMs: 0 }
    const ms = Math.max(askedMs ?? 0, this.#ownWait(times + 1, status === 429 || askedMs !== null))
    const isTooLong = restedMs + ms > longestMs || (askedMs === null && this.#isHopeless(times + 1, status))
    // Who doesn't say when is asked no more today.
    const restMs = isTooLong && askedMs === null ? Math.max(ms, dayMs) : ms
    const givenUpUntil = isTooLong ? Math.round(now + restMs) : null
    this.#refusing.set(hostId, { times: times + 1, restedMs: restedMs + restMs, givenUpUntil })
    return { ms: restMs, isAsked: askedMs !== null, isTooLong }
  }

  /** The host has answered otherwise. */
  answered(hostId: number): void {
    this.#refusing.delete(hostId)
  }

  /** When a host may be asked again for which nobody waits any more; null: its turn will come. */
  givenUpUntil(hostId: number, notBefore: number, now: number): number | null {
    const until = this.#refusing.get(hostId)?.givenUpUntil ?? null
    if (until !== null && until > now) return until
    return notBefore - now > this.#limits.longestMs ? notBefore : null
  }

  #ownWait(times: number, grows: boolean): number {
    const { waitsMs } = this.#limits
    const last = waitsMs.at(-1)!
    return waitsMs[times - 1] ?? (grows ? last * 2 ** (times - waitsMs.length) : last)
  }

  #isHopeless(times: number, status: number): boolean {
    const retries = this.#limits.waitsMs.length
    return times > (status === 429 ? retries + limiterPatience : brokenPages * (retries + 1))
  }
}

/** What the state of a page says that is left for another day, by the calendar of `until`. */
export const retryLater = (until: number, cause: string): string =>
  `not before ${new Date(until).toISOString().replace(/\.\d+/, '')} (${cause})`
