/** A row of a design: columns and their values, others 0. */
export interface SparseRow {
  readonly columns: readonly number[]
  readonly values: readonly number[]
}

export interface Prior {
  /** What a coefficient is without evidence, and how far it may stray from it (standard deviation), by column. */
  readonly means: Float64Array
  readonly deviations: Float64Array
}

export interface Fit {
  readonly intercept: number
  readonly coefficients: Float64Array
}

const mostSteps = 50
const tolerance = 1e-8

/**
 * Logistic regression with a normal prior on each coefficient and none on the intercept (ridge: Hoerl & Kennard 1970; le Cessie & van
 * Houwelingen 1992): the posterior mode by Newton's method, which for this model is iteratively reweighted least squares (McCullagh & Nelder
 * 1989, 2.5), with steps halved while they lead uphill. O(steps × (Σ n² over rows + columns³)). Deterministic; both labels must be there, else the intercept has
 * no end.
 */
export function fitLogistic(rows: readonly SparseRow[], labels: readonly (0 | 1)[], prior: Prior): Fit {
  const size = prior.means.length + 1
  let weights = new Float64Array(size)
  const kept = labels.reduce((sum: number, label) => sum + label, 0)
  weights[0] = Math.log(kept / (labels.length - kept))
  weights.set(prior.means, 1)
  let loss = lossOf(rows, labels, prior, weights)
  for (let step = 0; step < mostSteps; step += 1) {
    const { gradient, hessian } = derivatives(rows, labels, prior, weights)
    const direction = solveSymmetric(hessian, gradient)
    let length = 1
    let next = moved(weights, direction, length)
    let lower = lossOf(rows, labels, prior, next)
    while (lower > loss && length > 1e-6) {
      length /= 2
      next = moved(weights, direction, length)
      lower = lossOf(rows, labels, prior, next)
    }
    const gain = loss - lower
    if (gain < 0) break
    weights = next
    loss = lower
    if (gain < tolerance) break
  }
  return { intercept: weights[0]!, coefficients: weights.slice(1) }
}

/** Log-odds of `row`. */
export function scoreRow({ intercept, coefficients }: Fit, { columns, values }: SparseRow): number {
  let score = intercept
  for (let at = 0; at < columns.length; at += 1) score += coefficients[columns[at]!]! * values[at]!
  return score
}

const moved = (weights: Float64Array, direction: Float64Array, length: number): Float64Array<ArrayBuffer> =>
  Float64Array.from(weights, (weight, at) => weight - length * direction[at]!)

const asFit = (weights: Float64Array): Fit => ({ intercept: weights[0]!, coefficients: weights.subarray(1) })

/** Negative log of the posterior, but for a constant. */
function lossOf(rows: readonly SparseRow[], labels: readonly (0 | 1)[], prior: Prior, weights: Float64Array): number {
  const fit = asFit(weights)
  let loss = 0
  rows.forEach((row, at) => {
    const score = scoreRow(fit, row)
    // ln(1 + e^s) − y·s, without overflow.
    loss += Math.max(score, 0) + Math.log1p(Math.exp(-Math.abs(score))) - (labels[at] === 1 ? score : 0)
  })
  for (let at = 0; at < prior.means.length; at += 1)
    loss += ((weights[at + 1]! - prior.means[at]!) / prior.deviations[at]!) ** 2 / 2
  return loss
}

function derivatives(rows: readonly SparseRow[], labels: readonly (0 | 1)[], prior: Prior, weights: Float64Array) {
  const size = weights.length
  const gradient = new Float64Array(size)
  const hessian = Array.from({ length: size }, () => new Float64Array(size))
  const fit = asFit(weights)
  rows.forEach((row, at) => {
    const chance = 1 / (1 + Math.exp(-scoreRow(fit, row)))
    const residual = chance - labels[at]!
    const spread = chance * (1 - chance)
    const columns = [0, ...row.columns.map(column => column + 1)]
    const values = [1, ...row.values]
    for (let i = 0; i < columns.length; i += 1) {
      gradient[columns[i]!]! += residual * values[i]!
      const line = hessian[columns[i]!]!
      for (let j = 0; j < columns.length; j += 1) line[columns[j]!]! += spread * values[i]! * values[j]!
    }
  })
  for (let at = 1; at < size; at += 1) {
    const precision = 1 / prior.deviations[at - 1]! ** 2
    gradient[at]! += precision * (weights[at]! - prior.means[at - 1]!)
    hessian[at]![at]! += precision
  }
  // The intercept has no prior: where all chances are 0 or 1 to the last digit, it would have no curve.
  hessian[0]![0]! += 1e-9
  return { gradient, hessian }
}

/** Solves a symmetric positive definite system by Cholesky's factors, in place of `matrix`. */
function solveSymmetric(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length
  for (let i = 0; i < size; i += 1) {
    const line = matrix[i]!
    for (let j = 0; j <= i; j += 1) {
      const other = matrix[j]!
      let sum = line[j]!
      for (let k = 0; k < j; k += 1) sum -= line[k]! * other[k]!
      line[j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / other[j]!
    }
  }
  const solution = Float64Array.from(right)
  for (let i = 0; i < size; i += 1) {
    for (let k = 0; k < i; k += 1) solution[i]! -= matrix[i]![k]! * solution[k]!
    solution[i]! /= matrix[i]![i]!
  }
  for (let i = size - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < size; k += 1) solution[i]! -= matrix[k]![i]! * solution[k]!
    solution[i]! /= matrix[i]![i]!
  }
  return solution
}
