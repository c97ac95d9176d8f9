import { membersByGroup } from './flow.ts'
import { compact } from './partition.ts'

/**
 * Normalised mutual information of two partitions of the same nodes, divided by the mean of their entropies. In [0, 1];
 * 1 when they are equal (two partitions without information included). O(nodes). Danon et al. 2005.
 */
export const nmi = (one: Uint32Array, other: Uint32Array): number => nmiOf(prepare(one), prepare(other))

/** A partition with what every comparison needs of it. */
export interface Prepared {
  /** 0 … count − 1. */
  readonly label: Uint32Array
  readonly count: number
  readonly size: Uint32Array
  readonly entropy: number
}

export function prepare(partition: Uint32Array): Prepared {
  const label = partition.slice()
  const count = compact(label)
  const size = new Uint32Array(count)
  for (let node = 0; node < label.length; node++) size[label[node]!]!++
  return { label, count, size, entropy: entropyOf(size, label.length) }
}

/** Cells up to which the table of two partitions is written out, in multiples of the nodes. */
const cellsPerNode = 4

/** As `nmi`, of partitions that are compared more than once. */
export function nmiOf(one: Prepared, other: Prepared): number {
  const nodeCount = one.label.length
  const entropy = one.entropy + other.entropy
  if (nodeCount === 0 || entropy === 0) return 1
  const table = one.count * other.count <= cellsPerNode * nodeCount + 64
  const joint = table ? jointByTable(one, other) : jointByRows(one, other)
  return Math.min(1, Math.max(0, (2 * joint) / entropy))
}

/** Mutual information, from the table of how many nodes bear each pair of labels. */
function jointByTable(one: Prepared, other: Prepared): number {
  const nodeCount = one.label.length
  const width = other.count
  const cells = new Uint32Array(one.count * width)
  for (let node = 0; node < nodeCount; node++) cells[one.label[node]! * width + other.label[node]!]!++
  let joint = 0
  for (let row = 0, place = 0; row < one.count; row++)
    for (let column = 0; column < width; column++, place++)
      if (cells[place]! > 0) joint += informationOf(cells[place]!, one.size[row]!, other.size[column]!, nodeCount)
  return joint
}

/** The same row by row, where most cells of the table would be empty. */
function jointByRows(one: Prepared, other: Prepared): number {
  const nodeCount = one.label.length
  const [start, members] = membersByGroup(one.label, one.count)
  const cell = new Uint32Array(other.count)
  let joint = 0
  for (let row = 0; row < one.count; row++) {
    const end = start[row + 1]!
    for (let at = start[row]!; at < end; at++) cell[other.label[members[at]!]!]!++
    for (let at = start[row]!; at < end; at++) {
      const column = other.label[members[at]!]!
      if (cell[column] === 0) continue
      joint += informationOf(cell[column]!, one.size[row]!, other.size[column]!, nodeCount)
      cell[column] = 0
    }
  }
  return joint
}

const informationOf = (count: number, row: number, column: number, nodeCount: number): number =>
  (count / nodeCount) * Math.log((count * nodeCount) / (row * column))

function entropyOf(sizes: Uint32Array, nodeCount: number): number {
  let entropy = 0
  for (const size of sizes) if (size > 0) entropy -= (size / nodeCount) * Math.log(size / nodeCount)
  return entropy
}
