import type { Flow } from './flow.ts'

/**
 * Returns the partition with every community that is not connected divided into its connected parts. Never lowers
 * modularity: parts without a tie between them gain nothing from being one. O(ties).
 */
export function splitDisconnected({ nodeCount, ties }: Flow, label: Uint32Array): Uint32Array {
  const split = new Uint32Array(nodeCount)
  const seen = new Uint8Array(nodeCount)
  const reached = new Uint32Array(nodeCount)
  let count = 0
  for (let root = 0; root < nodeCount; root++) {
    if (seen[root] === 1) continue
    seen[root] = 1
    reached[0] = root
    for (let at = 0, size = 1; at < size; at++) {
      const node = reached[at]!
      split[node] = count
      for (let place = ties.start[node]!; place < ties.start[node + 1]!; place++) {
        const other = ties.target[place]!
        if (seen[other] === 1 || label[other] !== label[node]) continue
        seen[other] = 1
        reached[size++] = other
      }
    }
    count++
  }
  return split
}
