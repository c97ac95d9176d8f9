/**
 * Returns for each p-value its q: rejecting all with q ≤ 0.05 keeps the expected share of false ones among them at 5 %.
 * Order kept; an absent p (null) stays so and is no test. Benjamini & Hochberg 1995.
 */
export function benjaminiHochberg(p: readonly (number | null)[]): (number | null)[] {
  const tests = p.flatMap((value, at) => (value === null ? [] : [{ value, at }])).sort((a, b) => b.value - a.value)
  const q: (number | null)[] = p.map(() => null)
  let least = 1
  for (const [place, { value, at }] of tests.entries()) {
    least = Math.min(least, (value * tests.length) / (tests.length - place))
    q[at] = least
  }
  return q
}
