import { degreeOf, type Digraph } from '../paths/adjacency.ts'
import type { Flow } from './flow.ts'

/**
 * Directed weighted modularity of a partition: Σ over communities of inside / total − γ · leaving · entering / total².
 * In [−1, 1]; 0 for a graph without edges. Labels are below the number of nodes. O(nodes + ties).
 * Leicht & Newman 2008, with the resolution γ of Reichardt & Bornholdt 2006.
 */
export function modularityOf(flow: Flow, label: Uint32Array, resolution = 1): number {
  if (flow.total === 0) return 0
  const { start, target, weight } = flow.ties
  const leaving = new Float64Array(flow.nodeCount)
  const entering = new Float64Array(flow.nodeCount)
  let inside = 0
  for (let node = 0; node < flow.nodeCount; node++) {
    const own = label[node]!
    leaving[own]! += flow.leaving[node]!
    entering[own]! += flow.entering[node]!
    inside += flow.inside[node]!
    for (let place = start[node]!; place < start[node + 1]!; place++)
      if (label[target[place]!] === own) inside += weight[place]! / 2
  }
  let expected = 0
  for (let own = 0; own < flow.nodeCount; own++) expected += leaving[own]! * entering[own]!
  return inside / flow.total - (resolution * expected) / flow.total ** 2
}

/** The same of a graph whose edges count 1 each: asked of every null graph, for which a flow would be an array of ones. O(nodes + edges). */
export function binaryModularityOf(
  { nodeCount, edgeCount, out, in: incoming }: Digraph,
  label: Uint32Array,
  resolution = 1,
): number {
  if (edgeCount === 0) return 0
  const leaving = new Float64Array(nodeCount)
  const entering = new Float64Array(nodeCount)
  let inside = 0
  for (let node = 0; node < nodeCount; node++) {
    const own = label[node]!
    leaving[own]! += degreeOf(out, node)
    entering[own]! += degreeOf(incoming, node)
    for (let place = out.start[node]!, end = out.start[node + 1]!; place < end; place++)
      if (label[out.target[place]!] === own) inside++
  }
  let expected = 0
  for (let own = 0; own < nodeCount; own++) expected += leaving[own]! * entering[own]!
  return inside / edgeCount - (resolution * expected) / edgeCount ** 2
}
