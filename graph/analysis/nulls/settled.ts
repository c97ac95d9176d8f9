import { compareWithNull } from './compare-with-null.ts'

/** Null runs between two looks at whether a verdict is settled. */
export const runsPerLook = 50

/** Runs at least as far out as the value with which its verdict is settled: Besag & Clifford 1991 advise 10 to 20. */
const enoughBeyond = 10

/** A verdict settled before the last run has at least this p, so that none of 5 % is given for having stopped. */
const leastP = 0.1

/**
 * Whether more runs could still call `value` strange. A test stops only where it has found nothing, so that its error at 5 % is no
 * greater than that of all runs. Sequential Monte Carlo: Besag & Clifford 1991. A value that isn't defined is settled.
 */
export function isSettled(value: number, nullValues: ArrayLike<number>): boolean {
  if (!Number.isFinite(value)) return true
  const { p, runs } = compareWithNull(value, nullValues)
  return p !== null && isSettledAt(p, runs)
}

/** The same of p = (b + 1) / (runs + 1). */
export const isSettledAt = (p: number, runs: number): boolean =>
  p >= leastP && p * (runs + 1) - 1 >= enoughBeyond - 1e-9
