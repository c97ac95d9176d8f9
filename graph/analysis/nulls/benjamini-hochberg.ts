/**
 * Returns for each p-value its q: rejecting all with q ≤ 0.05 keeps the expected share of false ones among them at 5 %.
 * Order kept; an absent p (null) stays so and is no test. `tests`: how many there were, when those that showed nothing (p = 1) are not
 * listed. Benjamini & Hochberg 1995.
 */
export function benjaminiHochberg(p: readonly (number | null)[], tests = p.length - countNull(p)): (number | null)[] {
  const sorted = Float64Array.from(p.filter(value => value !== null)).sort()
  const qOfPlace = new Float64Array(sorted.length)
  let least = 1
  for (let place = sorted.length - 1; place >= 0; place--) {
    least = Math.min(least, (sorted[place]! * tests) / (place + 1))
    qOfPlace[place] = least
  }
  return p.map(value => (value === null ? null : qOfPlace[placeOf(sorted, value)]!))
}

const countNull = (p: readonly (number | null)[]): number =>
  p.reduce<number>((n, value) => n + (value === null ? 1 : 0), 0)

/** The first place of `value` in `sorted`, which holds it. */
function placeOf(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}
