/**
 * How far two partitions of the same nodes agree beyond chance: 1 when they are equal, about 0 for dealings by chance, below where they
 * agree less. Of two partitions into one part each, or into single nodes, 1. O(nodes). Hubert & Arabie 1985, Journal of Classification 2.
 */
export function adjustedRand(one: ArrayLike<number>, other: ArrayLike<number>): number {
  const [cells, rows, columns] = [new Map<string, number>(), new Map<number, number>(), new Map<number, number>()]
  for (let node = 0; node < one.length; node++) {
    const [a, b] = [one[node]!, other[node]!]
    cells.set(`${a} ${b}`, (cells.get(`${a} ${b}`) ?? 0) + 1)
    rows.set(a, (rows.get(a) ?? 0) + 1)
    columns.set(b, (columns.get(b) ?? 0) + 1)
  }
  const [both, a, b] = [pairsIn(cells), pairsIn(rows), pairsIn(columns)]
  const all = (one.length * (one.length - 1)) / 2
  const expected = all === 0 ? 0 : (a * b) / all
  const most = (a + b) / 2
  return most === expected ? 1 : (both - expected) / (most - expected)
}

const pairsIn = (counts: ReadonlyMap<unknown, number>): number =>
  [...counts.values()].reduce((sum, own) => sum + (own * (own - 1)) / 2, 0)
