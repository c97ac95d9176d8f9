let table = new Float64Array([0, 0])

/** Above, Stirling's series is exact to the last digits and a table only takes room. */
const longest = 1 << 23

/** A table F with F[n] = ln n! for n = 0 … most at least (at most 2²³), kept and shared: 64 MB at the worst. */
export function lnFactorials(most: number): Float64Array {
  if (most >= table.length && table.length < longest) {
    const longer = new Float64Array(Math.min(longest, Math.max(most + 1, 1024)))
    for (let n = 2; n < longer.length; n++) longer[n] = longer[n - 1]! + Math.log(n)
    table = longer
  }
  return table
}

/** ln n!, n ≥ 0 whole. */
export function lnFactorial(n: number): number {
  if (n < 256) return lnFactorials(256)[n]!
  return n * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI * n) + 1 / (12 * n) - 1 / (360 * n ** 3)
}

/** ln of the ways to choose `k` of `n`. */
export const lnBinomial = (n: number, k: number): number =>
  k <= 0 || k >= n ? 0 : lnFactorial(n) - lnFactorial(k) - lnFactorial(n - k)
