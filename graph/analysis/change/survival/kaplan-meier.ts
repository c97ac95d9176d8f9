import type { CensoredTime } from './turnbull.ts'

export interface SurvivalStep {
  /** When something ended, as the approximation has it. */
  readonly time: number
  /** Share that lasts longer, in [0, 1]. */
  readonly survival: number
}

/**
 * The product-limit estimate, for which each end is taken at the middle of its interval: an approximation that is biased
 * where waves lie far apart, and stands beside `turnbull` because readers know it. Kaplan & Meier 1958, JASA 53.
 */
export function kaplanMeier(intervals: readonly CensoredTime[]): SurvivalStep[] {
  const known = intervals.map(({ left, right, times }) =>
    right === Infinity ? { time: left, ends: 0, times } : { time: (left + right) / 2, ends: times, times },
  )
  const moments = [...new Set(known.filter(({ ends }) => ends > 0).map(({ time }) => time))].sort((a, b) => a - b)
  let survival = 1
  return moments.map(time => {
    let [atRisk, ended] = [0, 0]
    for (const own of known) {
      if (own.time >= time) atRisk += own.times
      if (own.time === time) ended += own.ends
    }
    survival *= 1 - ended / atRisk
    return { time, survival }
  })
}
