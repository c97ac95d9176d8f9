import { membersByGroup } from './flow.ts'
import { compact } from './partition.ts'

/**
 * Normalised mutual information of two partitions of the same nodes, divided by the mean of their entropies. In [0, 1];
 * 1 when they are equal (two partitions without information included). O(nodes). Danon et al. 2005.
 */
export function nmi(one: Uint32Array, other: Uint32Array): number {
  const nodeCount = one.length
  if (nodeCount === 0) return 1
  const rows = one.slice()
  const columns = other.slice()
  const rowCount = compact(rows)
  const columnCount = compact(columns)
  const [rowStart, members] = membersByGroup(rows, rowCount)
  const columnSize = new Uint32Array(columnCount)
  for (const column of columns) columnSize[column]!++
  const cell = new Uint32Array(columnCount)
  let joint = 0
  for (let row = 0; row < rowCount; row++) {
    const begin = rowStart[row]!
    const end = rowStart[row + 1]!
    for (let at = begin; at < end; at++) cell[columns[members[at]!]!]!++
    for (let at = begin; at < end; at++) {
      const column = columns[members[at]!]!
      const count = cell[column]!
      if (count === 0) continue
      joint += (count / nodeCount) * Math.log((count * nodeCount) / ((end - begin) * columnSize[column]!))
      cell[column] = 0
    }
  }
  const entropy = entropyOf(rowSizes(rowStart), nodeCount) + entropyOf(columnSize, nodeCount)
  return entropy === 0 ? 1 : Math.min(1, Math.max(0, (2 * joint) / entropy))
}

function rowSizes(start: Uint32Array): Uint32Array {
  return Uint32Array.from({ length: start.length - 1 }, (_, row) => start[row + 1]! - start[row]!)
}

function entropyOf(sizes: Uint32Array, nodeCount: number): number {
  let entropy = 0
  for (const size of sizes) if (size > 0) entropy -= (size / nodeCount) * Math.log(size / nodeCount)
  return entropy
}
