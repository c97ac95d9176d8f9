import { logChoose } from './log-factorial.ts'

/** A word in a part of a corpus, in words. */
export interface WordCell {
  /** Times that the word stands in the part: 0 ≤ f ≤ min(F, t). */
  readonly f: number
  /** … and in the whole corpus. */
  readonly F: number
  /** Words of the part. */
  readonly t: number
  /** Words of the corpus. */
  readonly T: number
}

/**
 * Specificity of a word in a part, as TXM (R textometry 0.1.6) prints it: X ~ hypergeometric(T, F, t); where f ≥ F·t/T it is
 * |log10 P(X ≥ f)|, else log10 P(X ≤ f), which is negative. About 0.3 says nothing, 2 is p = 0.01. The tail is summed from f outwards in
 * ratios of a term that is taken in logarithms: nothing overflows, and what R gives as infinite has its value. Lafon 1980.
 */
export function specificity(cell: WordCell): number {
  const { f, F, t, T } = cell
  if (F === 0 || t === 0 || t >= T) return 0
  const isMore = f >= (F * t) / T
  const logP = Math.min(0, logTerm(cell) + Math.log(isMore ? tailAbove(cell) : tailBelow(cell)))
  const score = logP / Math.LN10
  return isMore ? Math.abs(score) : score
}

/** The probability that a specificity is of: of so much, or more (less), in the part by chance. */
export const probabilityOf = (score: number): number => 10 ** -Math.abs(score)

/** ln P(X = f). */
const logTerm = ({ f, F, t, T }: WordCell): number => logChoose(F, f) + logChoose(T - F, t - f) - logChoose(T, t)

/** What a term may add at the end of a tail and be left out. */
const tiny = 1e-16

/** P(X ≥ f) / P(X = f). */
function tailAbove({ f, F, t, T }: WordCell): number {
  const last = Math.min(F, t)
  let [term, sum] = [1, 1]
  for (let k = f; k < last; k++) {
    const ratio = ((F - k) * (t - k)) / ((k + 1) * (T - F - t + k + 1))
    term *= ratio
    sum += term
    if (ratio < 1 && term < sum * tiny) break
  }
  return sum
}

/** P(X ≤ f) / P(X = f). */
function tailBelow({ f, F, t, T }: WordCell): number {
  const first = Math.max(0, t - (T - F))
  let [term, sum] = [1, 1]
  for (let k = f; k > first; k--) {
    const ratio = (k * (T - F - t + k)) / ((F - k + 1) * (t - k + 1))
    term *= ratio
    sum += term
    if (ratio < 1 && term < sum * tiny) break
  }
  return sum
}
