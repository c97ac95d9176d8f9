/** P(X ≥ w) of `n` draws with chance `p`, w > 0 not necessarily whole. Relative error below 1e-10. The regularised incomplete beta I_p(w, n − w + 1). */
export function binomialTail(w: number, n: number, p: number): number {
  if (p >= 1) return 1
  if (p <= 0 || w > n) return 0
  const [a, b] = [w, n - w + 1]
  const front = Math.exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(p) + b * Math.log1p(-p))
  // The fraction converges fast on one side of the mean alone.
  return p < (a + 1) / (a + b + 2) ? (front * betaFraction(p, a, b)) / a : 1 - (front * betaFraction(1 - p, b, a)) / b
}

const steps = 100_000
const tiny = 1e-300
const notZero = (value: number): number => (Math.abs(value) < tiny ? tiny : value)

/** Continued fraction of the incomplete beta by Lentz's method. Numerical Recipes 6.4. */
function betaFraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / notZero(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let m = 1; m <= steps; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / notZero(1 + even * d)
    c = notZero(1 + even / c)
    value *= d * c
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / notZero(1 + odd * d)
    c = notZero(1 + odd / c)
    value *= d * c
    if (Math.abs(d * c - 1) < 1e-14) break
  }
  return value
}

const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
] // prettier-ignore

/** ln Γ(x), x > 0. Lanczos's approximation, 15 digits. */
function lnGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x)
  const sum = lanczos.slice(1).reduce((total, own, at) => total + own / (x + at), lanczos[0]!)
  const t = x + 6.5
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum)
}

/** Above, chances are smaller than a number can be. */
const mostDeviations = 37

/** The deviation δ of a standard normal with P(Z > δ) = `tail`, in [−37, 37], to 1e-6. */
export function normalDeviation(tail: number): number {
  let [low, high] = [-mostDeviations, mostDeviations]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (normalTail(middle) > tail) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** P(Z > δ) of a standard normal, to a relative 1.2e-7: Numerical Recipes 6.2 (erfcc). */
export function normalTail(deviation: number): number {
  const z = Math.abs(deviation) / Math.SQRT2
  const t = 1 / (1 + z / 2)
  const coefficients = [
    -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
    0.17087277,
  ] // prettier-ignore
  const power = coefficients.reduceRight((sum, own) => sum * t + own, 0)
  const tail = (t * Math.exp(-z * z + power)) / 2
  return deviation >= 0 ? tail : 1 - tail
}
