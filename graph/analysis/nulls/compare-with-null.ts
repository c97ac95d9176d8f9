export interface Comparison {
  readonly nullMean: number | null
  readonly nullSd: number | null
  /** (value − mean) / sd, null where the null does not vary. */
  readonly z: number | null
  /** Two-sided: (b + 1) / (n + 1) with b runs at least as far out as the value. */
  readonly p: number | null
  /** Runs in which the measure was defined. */
  readonly runs: number
}

/**
 * Where `value` stands among the values of a null model. Distance is taken from the mean of all of them and the value
 * itself, so that value and runs are exchangeable under the null and p is valid at any number of runs, however skew the
 * null is (Phipson & Smyth 2010; Besag & Clifford 1989). NaN runs are left out.
 */
export function compareWithNull(value: number, nullValues: ArrayLike<number>): Comparison {
  const runs = Array.from(nullValues).filter(Number.isFinite)
  if (runs.length === 0 || !Number.isFinite(value)) return { nullMean: null, nullSd: null, z: null, p: null, runs: 0 }
  const mean = runs.reduce((sum, run) => sum + run, 0) / runs.length
  const variance = runs.reduce((sum, run) => sum + (run - mean) ** 2, 0) / (runs.length - 1)
  const sd = runs.length > 1 ? Math.sqrt(variance) : null
  const varies = sd !== null && sd > 1e-12 * Math.max(1, Math.abs(mean))
  return {
    nullMean: mean,
    nullSd: sd,
    z: varies ? (value - mean) / sd : null,
    p: twoSided(value, mean, runs),
    runs: runs.length,
  }
}

function twoSided(value: number, mean: number, runs: readonly number[]): number {
  const centre = (mean * runs.length + value) / (runs.length + 1)
  // Equal values that were summed in another order differ in their last digits; they are as far out.
  const rounding = 1e-9 * Math.max(Math.abs(value), Math.abs(centre))
  const beyond = runs.filter(run => Math.abs(run - centre) >= Math.abs(value - centre) - rounding).length
  return (beyond + 1) / (runs.length + 1)
}
