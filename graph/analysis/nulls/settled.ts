import { compareWithNull } from './compare-with-null.ts'

/** Null runs between two looks at whether a verdict is settled. */
export const runsPerLook = 50

/** Up to this p, corrected for the tests told with it, something is called strange. */
const significant = 0.05

/** Runs at least as far out as the value with which its verdict is settled: Besag & Clifford 1991 advise 10 to 20. */
const enoughBeyond = 10

/** A verdict settled before the last run has at least this p, so that none of 5 % is given for having stopped. */
const leastP = 0.1

/**
 * Standard deviations from the mean beyond which a value that no run came up to is strange beyond doubt. Whatever the null model's
 * distribution, a value that it could have drawn is wrongly called so, where all 200 runs would not, once in a thousand times at most: none of
 * ten runs or more as far out would be among the first 50.
 */
const farBeyond = 3

/** Whether more runs could still call `value` strange. Sequential Monte Carlo: Besag & Clifford 1991. A value that isn't defined is settled. */
export function isSettled(value: number, nullValues: ArrayLike<number>): boolean {
  if (!Number.isFinite(value)) return true
  const { p, runs } = compareWithNull(value, nullValues)
  return p !== null && isSettledAt(p, runs)
}

/** The same of p = (b + 1) / (runs + 1). */
export const isSettledAt = (p: number, runs: number): boolean =>
  p >= leastP && p * (runs + 1) - 1 >= enoughBeyond - 1e-9

/** Null graphs in which communities are searched for, at most, where one of them was as far out as what was observed. */
const enoughSearched = 100

/**
 * Whether `nullValues` are enough for a statistic that needs communities searched in each null graph, a hundred times as slow as the others: p of a
 * hundred runs is good enough, unless it is the least that they can give. Decided so, a test errs at 5 % in 5 of 101 cases, as with a hundred runs fixed
 * beforehand.
 */
export function isSearchedEnough(value: number, nullValues: ArrayLike<number>): boolean {
  const { p, runs } = compareWithNull(value, nullValues)
  return p !== null && runs >= enoughSearched && !isUnmatchedAt(p, runs)
}

/**
 * Whether none of `runs` runs was as far out, by p = (b + 1) / (runs + 1). A test of 99 runs that ends with it after 50 errs once more in two
 * thousand times at most: a value that the null model could have drawn has b runs beyond it with a chance of 1 % for each b, and from five on,
 * when 99 runs would find nothing, all of them would have to be among the last 49.
 */
export const isUnmatchedAt = (p: number, runs: number): boolean => p * (runs + 1) < 1.5

/** Whether no run came up to `value`, which lies far out, or all runs were the same: it will be called strange, unless what is told with it corrects that away. */
export function isBeyondDoubt(value: number, nullValues: ArrayLike<number>): boolean {
  const { z, nullSd, p, runs } = compareWithNull(value, nullValues)
  const isFar = z === null ? nullSd !== null : Math.abs(z) >= farBeyond
  return isFar && p !== null && isUnmatchedAt(p, runs)
}

/**
 * Whether all tests of the p-values in `sure` stay strange when corrected among `tests` of one table, whatever the others come to: the
 * greatest of them is multiplied by tests / (how many they are) at most. Benjamini & Hochberg 1995.
 */
export const staysStrange = (sure: readonly number[], tests: number): boolean =>
  sure.length > 0 && (Math.max(...sure) * tests) / sure.length <= significant
