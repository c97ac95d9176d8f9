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
  const expected = leaving.reduce((sum, out, own) => sum + out * entering[own]!, 0)
  return inside / flow.total - (resolution * expected) / flow.total ** 2
}
