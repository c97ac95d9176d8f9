import { normalTail } from '#data/vocabulary/backbones/binomial-tail.ts'

/**
 * P(X > `statistic`) for the χ² distribution of `degrees` degrees of freedom, from 0 to 1: the regularised upper incomplete gamma function
 * of half of both, by its finite sums (Abramowitz & Stegun 1964, 26.4.4 and 26.4.5). Degrees are whole, from 1.
 */
export function chiSquareTail(statistic: number, degrees: number): number {
  if (statistic <= 0) return 1
  const half = statistic / 2
  const isEven = degrees % 2 === 0
  let term = isEven ? Math.exp(-half) : Math.sqrt((2 * statistic) / Math.PI) * Math.exp(-half)
  let sum = isEven ? term : 0
  if (!isEven && degrees > 1) sum = term
  for (let at = isEven ? 2 : 3; at < degrees; at += 2) {
    term *= statistic / at
    sum += term
  }
  return Math.min(1, isEven ? sum : sum + 2 * normalTail(Math.sqrt(statistic)))
}
