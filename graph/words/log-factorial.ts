const tabled = 1024
const table = new Float64Array(tabled)
for (let n = 2; n < tabled; n++) table[n] = table[n - 1]! + Math.log(n)

/** ln n! for whole n ≥ 0: from a table, beyond it by Stirling's series, whose first term left out is below 1e-24. */
export function logFactorial(n: number): number {
  if (n < tabled) return table[n]!
  const inverse = 1 / n
  const square = inverse * inverse
  return (
    n * Math.log(n) -
    n +
    0.5 * Math.log(2 * Math.PI * n) +
    inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)))
  )
}

/** ln (n choose k); -Infinity where k is not within [0, n]. */
export const logChoose = (n: number, k: number): number =>
  k < 0 || k > n ? Number.NEGATIVE_INFINITY : logFactorial(n) - logFactorial(k) - logFactorial(n - k)
