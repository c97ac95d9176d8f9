import { degreeOf, type Digraph } from './adjacency.ts'

/**
 * The paths a→b→c of a graph that are not open (a→c, or c is a), so that they are found once and counted by many
 * classifications: the ends c of those that begin with edge e (in the order of the out-rows) stand at
 * [start[e], start[e + 1]) of `end`.
 */
export interface ClosedPaths {
  readonly start: Uint32Array
  readonly end: Uint32Array
}

/** Two-paths above which a list would take more memory than counting anew takes time. */
const mostListed = 2e7

/** Ends that are written down before it is known how many they are: not allocated anew for each null graph, unless there are very many. */
let room = new Uint32Array()
const mostKept = 5e6

function roomFor(count: number): Uint32Array {
  if (count > mostKept) return new Uint32Array(count)
  if (room.length < count) room = new Uint32Array(count)
  return room
}

/** Returns the closed paths; null when there are too many two-paths to list. O(two-paths). */
export function listClosedPaths(graph: Digraph): ClosedPaths | null {
  const { nodeCount, edgeCount, out } = graph
  let twoPaths = 0
  for (let node = 0; node < nodeCount; node++) twoPaths += degreeOf(graph.in, node) * degreeOf(out, node)
  if (twoPaths > mostListed) return null
  const start = new Uint32Array(edgeCount + 1)
  const end = roomFor(twoPaths)
  const reachedFrom = new Int32Array(nodeCount).fill(-1)
  let count = 0
  for (let a = 0; a < nodeCount; a++) {
    reachedFrom[a] = a
    for (let first = out.start[a]!; first < out.start[a + 1]!; first++) reachedFrom[out.target[first]!] = a
    for (let first = out.start[a]!; first < out.start[a + 1]!; first++) {
      const b = out.target[first]!
      for (let second = out.start[b]!; second < out.start[b + 1]!; second++) {
        const c = out.target[second]!
        if (reachedFrom[c] === a) end[count++] = c
      }
      start[first + 1] = count
    }
  }
  return { start, end: end.slice(0, count) }
}
