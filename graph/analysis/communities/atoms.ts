import { compact } from './partition.ts'

/** Groups of nodes that no run parts: what a consensus can be built from without looking at each node. */
export interface Atoms {
  /** Atom of each node, in the order of their first node. */
  readonly of: Uint32Array
  readonly count: number
  /** Runs that they stand for: the first so many, as more would make too many atoms. */
  readonly runs: number
}

/** Returns the atoms of as many of the first runs as keep their number within `most`; of one run at least. O(runs × nodes). */
export function atomsOf(runs: readonly Uint32Array[], most = 4000): Atoms {
  let atoms: Atoms = { of: runs[0]!.slice(), count: compact(runs[0]!.slice()), runs: 1 }
  compact(atoms.of)
  for (const [at, run] of runs.entries()) {
    const of = meet(atoms.of, atoms.count, run)
    const count = compact(of)
    if (count > most && at > 0) break
    atoms = { of, count, runs: at + 1 }
  }
  return atoms
}

/** One label per pair of labels. */
function meet(one: Uint32Array, count: number, other: Uint32Array): Uint32Array {
  const pairs = new Map<number, number>()
  return one.map((own, node) => {
    const pair = other[node]! * count + own
    const known = pairs.get(pair) ?? pairs.size
    pairs.set(pair, known)
    return known
  })
}
