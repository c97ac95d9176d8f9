/** The bounds that hold a share 95 times of 100, when `hits` of `of` were seen; Wilson 1927. From 0 to 1; `of` at least 1. */
export function wilsonInterval(hits: number, of: number): { readonly low: number; readonly high: number } {
  const z = 1.959963984540054
  const share = hits / of
  const centre = share + (z * z) / (2 * of)
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))
  const whole = 1 + (z * z) / of
  return { low: Math.max(0, (centre - half) / whole), high: Math.min(1, (centre + half) / whole) }
}
