import { compact } from './partition.ts'
import { membersByGroup } from './flow.ts'
import { nmiOf, prepare } from './nmi.ts'

/** Pairs times nodes that are compared at most, some seconds of work: 200 runs of 5,000 nodes, 45 of 100,000. */
const mostCompared = 1e8

/** Mean normalised mutual information over the pairs of the first partitions; NaN below two. O(pairs × nodes). */
export function meanPairwiseNmi(all: readonly Uint32Array[]): number {
  const compared = Math.max(2, Math.floor(Math.sqrt((2 * mostCompared) / (all[0]?.length ?? 1))))
  const partitions = all.slice(0, compared).map(prepare)
  let sum = 0
  let pairs = 0
  for (const [at, one] of partitions.entries())
    for (const other of partitions.slice(at + 1)) {
      sum += nmiOf(one, other)
      pairs++
    }
  return sum / pairs
}

/**
 * For each node, the share of runs and of its fellow members in `community` with whom it is together again, averaged.
 * In [0, 1]; a node alone in its community: the share of runs in which it is alone. O(runs × nodes).
 */
export function coAssignment(community: Uint32Array, runs: readonly Uint32Array[]): Float64Array {
  const group = community.slice()
  const [start, members] = membersByGroup(group, compact(group))
  const together = new Float64Array(group.length)
  for (const run of runs) addTogether(run, start, members, together)
  return together.map(sum => sum / runs.length)
}

function addTogether(run: Uint32Array, start: Uint32Array, members: Uint32Array, together: Float64Array): void {
  const label = run.slice()
  const size = new Uint32Array(compact(label))
  for (const own of label) size[own]!++
  const here = new Uint32Array(size.length)
  for (let group = 0; group + 1 < start.length; group++) {
    const row = members.subarray(start[group], start[group + 1])
    for (const node of row) here[label[node]!]!++
    for (const node of row)
      together[node]! +=
        row.length === 1 ? (size[label[node]!] === 1 ? 1 : 0) : (here[label[node]!]! - 1) / (row.length - 1)
    for (const node of row) here[label[node]!] = 0
  }
}
