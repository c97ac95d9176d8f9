import type { Flow } from './flow.ts'
import { scratchFor } from './scratch.ts'

/**
 * Returns the partition with every community that is not connected divided into its connected parts. Never lowers
 * modularity: parts without a tie between them gain nothing from being one. O(ties).
 */
export function splitDisconnected({ nodeCount, ties }: Flow, label: Uint32Array): Uint32Array {
  const { start, target } = ties
  const split = new Uint32Array(nodeCount)
  const seen = new Uint8Array(nodeCount)
  const { order: reached } = scratchFor(nodeCount)
  const size = sizesOf(label)
  let count = 0
  for (let root = 0; root < nodeCount; root++) {
    if (seen[root] === 1) continue
    const own = label[root]!
    seen[root] = 1
    split[root] = count
    reached[0] = root
    // Once all of its community is reached, the ties that are left can't tell more.
    for (let at = 0, found = 1; at < found && found < size[own]!; at++) {
      const node = reached[at]!
      for (let place = start[node]!, end = start[node + 1]!; place < end; place++) {
        const other = target[place]!
        if (seen[other] === 1 || label[other] !== own) continue
        seen[other] = 1
        split[other] = count
        reached[found++] = other
      }
    }
    count++
  }
  return split
}

/** By label: how many nodes bear it. */
function sizesOf(label: Uint32Array): Uint32Array {
  let highest = 0
  for (let node = 0; node < label.length; node++) if (label[node]! > highest) highest = label[node]!
  const size = new Uint32Array(highest + 1)
  for (let node = 0; node < label.length; node++) size[label[node]!]!++
  return size
}
