import { binomialTail, normalDeviation } from './binomial-tail.ts'
import type { WeighedTies } from './weighed-ties.ts'
import { strengthsOf } from './strengths.ts'

/**
 * Below, the deviation is too small to be one. It is the share of its usual slope that a tie's lift keeps: as a tie grows, so
 * does what is expected of its ends, and where its shares of both strengths add up to about one the two cancel out.
 */
const leastSlope = 0.25

/** A tie that is all there is of its ends is as expected, whatever the last digits say. */
const rounding = 1e-12

/**
 * How far each tie stands above what the strengths of its ends let expect, in standard deviations: L / sd(L), L = (κw − 1)/(κw + 1)
 * the lift made symmetric, κ = n/(ab), sd by the delta method from a beta prior, as in the authors' program. Weights are counts.
 * Where the deviation vanishes (|κ + wd| < κ/4, and everywhere if it is 0) the tail of the binomial, P(X ≥ w) of n draws with
 * chance ab/n², is told as the deviation of a normal that has the same. Coscia & Neffke 2017, ICDE.
 */
export function noiseCorrected(ties: WeighedTies): Float64Array {
  const { out, in: incoming } = strengthsOf(ties)
  const all = out.reduce((sum, own) => sum + own, 0)
  return Float64Array.from(ties.source, (from, tie) =>
    scoreOf(ties.weight[tie]!, out[from]!, incoming[ties.target[tie]!]!, all),
  )
}

function scoreOf(w: number, a: number, b: number, n: number): number {
  const { lift, deviation, slope } = liftOf(w, a, b, n)
  if (deviation > 0 && slope >= leastSlope) return lift / deviation
  return lift > rounding ? normalDeviation(binomialTail(w, n, (a / n) * (b / n))) : Math.min(0, lift)
}

interface Lift {
  /** In [−1, 1): 0 is what is expected. */
  readonly lift: number
  readonly deviation: number
  /** Of κw by w, as a share of κ. */
  readonly slope: number
}

/** Of a tie of weight `w` between a node that gives `a` and one that gets `b`, of `n` in all. */
function liftOf(w: number, a: number, b: number, n: number): Lift {
  const kappa = n / (a * b)
  const lift = (kappa * w - 1) / (kappa * w + 1)
  const d = 1 / (a * b) - (n * (a + b)) / (a * b) ** 2
  const chance = posteriorChance(w, a, b, n)
  const slope = Math.abs(kappa + w * d) / kappa
  const deviation = (Math.sqrt(n * chance * (1 - chance)) * 2 * slope * kappa) / (kappa * w + 1) ** 2
  return { lift, deviation, slope }
}

/** Mean of the beta distribution that a hypergeometric prior and `w` of `n` make; the prior itself where it doesn't vary. */
function posteriorChance(w: number, a: number, b: number, n: number): number {
  const mean = (a / n) * (b / n)
  const variance = n > 1 ? (mean * (1 - a / n) * (1 - b / n)) / (n - 1) : 0
  if (variance <= 0) return mean
  const alpha = (mean ** 2 * (1 - mean)) / variance - mean
  const beta = (mean * (1 - mean ** 2)) / variance - (1 - mean)
  return (alpha + w) / (alpha + beta + n)
}
