import type { Explained } from './explained.ts'

/** How often the runs of the search for communities put two ends together. */
export interface TogetherInRuns {
  readonly runs: number
  /** Mean over runs of the share of pairs, one site of either end, in one community; of two sites the share of runs. In [0, 1]. */
  readonly share: number
  /** Runs in which every pair was together, and in which none was. */
  readonly always: number
  readonly never: number
}

/** Null: the analysis kept nothing of its runs, being of an older version or of a file. Co-assignment: Lancichinetti & Fortunato 2012. */
export function togetherInRuns(
  { beside, site }: Explained,
  one: readonly number[],
  other: readonly number[],
): TogetherInRuns | null {
  const ids = (nodes: readonly number[]) => nodes.map(node => site.nodes[node]!.id)
  const labels = beside.runLabels([...ids(one), ...ids(other)])
  const rows = (nodes: readonly number[]): ArrayLike<number>[] =>
    ids(nodes).flatMap(id => {
      const own = labels.get(id)
      return own === undefined ? [] : [own]
    })
  const [left, right] = [rows(one), rows(other)]
  const runs = left[0]?.length ?? 0
  if (runs === 0 || right.length === 0) return null
  const shares = Array.from({ length: runs }, (_, run) => sharedPairs(left, right, run) / (left.length * right.length))
  return {
    runs,
    share: shares.reduce((sum, own) => sum + own, 0) / runs,
    always: shares.filter(own => own === 1).length,
    never: shares.filter(own => own === 0).length,
  }
}

function sharedPairs(left: readonly ArrayLike<number>[], right: readonly ArrayLike<number>[], run: number): number {
  const counts = new Map<number, number>()
  for (const row of left) counts.set(row[run]!, (counts.get(row[run]!) ?? 0) + 1)
  return right.reduce((sum, row) => sum + (counts.get(row[run]!) ?? 0), 0)
}
