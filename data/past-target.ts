/** The moment of the past that a wave asks an archive for: one for the whole wave. */
export interface PastTarget {
  /** A day, ISO 8601: 2012-04-22. */
  readonly date: string
  /** Whole days before or after it at which a capture still counts. */
  readonly withinDays: number
}

const dayMs = 86_400_000

/** Noon UTC of a day, milliseconds since 1970. Null: there is no such day. */
export function noonOf(date: string): number | null {
  const at = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T12:00:00Z`) : Number.NaN
  // JavaScript takes 31 February for 2 March.
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date ? null : at
}

/** Days from `date` to the day (UTC) of `at`: negative before it, 0 on it. */
export const driftDays = (at: number, date: string): number =>
  Math.floor(at / dayMs) - Math.floor((noonOf(date) ?? Number.NaN) / dayMs)
