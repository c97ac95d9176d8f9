import type { Random } from '../random.ts'
import { type Atoms, atomsOf } from './atoms.ts'
import type { Flow } from './flow.ts'
import { louvain } from './louvain.ts'
import { compact } from './partition.ts'

/** Pairs together in fewer runs than this are not tied in the consensus graph. */
const threshold = 0.5
/** Louvain runs on each consensus graph, and most rounds until they all agree. */
const runsPerRound = 20
const mostRounds = 20

/**
 * The partition that many runs agree on: nodes are tied by the share of runs that put them together, shares below one
 * half left out; Louvain runs on that graph are compared in the same way, until all give the same communities. Returns a
 * label per node. O(runs × atoms²). Lancichinetti & Fortunato 2012; nodes that no run parts are taken together, which
 * changes nothing but the time.
 */
export function consensus(runs: readonly Uint32Array[], random: Random): Uint32Array {
  const atoms = atomsOf(runs)
  const size = new Float64Array(atoms.count)
  for (const atom of atoms.of) size[atom]!++
  let labels = runs.slice(0, atoms.runs).map(run => labelsOfAtoms(atoms, run))
  for (let round = 0; round < mostRounds && !allEqual(labels); round++) {
    const flow = consensusFlow(labels, size)
    labels = Array.from({ length: runsPerRound }, (_, run) => louvain(flow, 1, random.stream(`${round}/${run}`)))
  }
  const agreed = labels[0]!
  return atoms.of.map(atom => agreed[atom]!)
}

function labelsOfAtoms({ of, count }: Atoms, run: Uint32Array): Uint32Array {
  const labels = new Uint32Array(count)
  for (let node = 0; node < of.length; node++) labels[of[node]!] = run[node]!
  compact(labels)
  return labels
}

const allEqual = (labels: readonly Uint32Array[]): boolean =>
  labels.every(label => label.every((own, atom) => own === labels[0]![atom]))

/** Atoms as nodes, tied by the share of runs that put them together, times the pairs of nodes between them. */
function consensusFlow(labels: readonly Uint32Array[], size: Float64Array): Flow {
  const count = size.length
  const together = countTogether(labels, count)
  const start = new Uint32Array(count + 1)
  const target: number[] = []
  const weight: number[] = []
  const leaving = size.map(own => own * (own - 1))
  for (let a = 0; a < count; a++) {
    for (let b = 0; b < count; b++) {
      const share = together[a * count + b]! / labels.length
      if (a === b || share < threshold) continue
      target.push(b)
      // Both directions of the tie together, as in every flow.
      weight.push(2 * share * size[a]! * size[b]!)
      leaving[a]! += share * size[a]! * size[b]!
    }
    start[a + 1] = target.length
  }
  const inside = size.map(own => own * (own - 1))
  const ties = { start, target: Uint32Array.from(target), weight: Float64Array.from(weight) }
  const total = leaving.reduce((sum, own) => sum + own, 0)
  return { nodeCount: count, ties, leaving, entering: leaving, inside, total }
}

function countTogether(labels: readonly Uint32Array[], count: number): Uint16Array {
  const together = new Uint16Array(count * count)
  for (const label of labels) {
    const members = new Map<number, number[]>()
    for (const [atom, own] of label.entries()) {
      const row = members.get(own) ?? []
      row.push(atom)
      members.set(own, row)
    }
    for (const row of members.values()) for (const a of row) for (const b of row) together[a * count + b]!++
  }
  return together
}
