import type { Random } from '../random.ts'
import { aggregate, type Flow } from './flow.ts'
import { moveNodes } from './move-nodes.ts'
import { compact, singletons } from './partition.ts'
import { refine } from './refine.ts'
import { splitDisconnected } from './split-disconnected.ts'

/**
 * Communities by modularity, each of them connected: one label per node, 0 … k − 1 in the order of their first node. As
 * Louvain, but what becomes a node of the next level are parts of the communities, refined so that a community can be
 * mended later. O(ties) per level, few levels. Traag, Waltman & van Eck 2019.
 * @param passes whole passes, each starting from the partition of the one before; 2 as in igraph
 */
export function leiden(flow: Flow, resolution: number, random: Random, passes = 2): Uint32Array {
  let label = singletons(flow.nodeCount)
  for (let pass = 0; pass < passes; pass++) label = improve(flow, label, resolution, random)
  const connected = splitDisconnected(flow, label)
  compact(connected)
  return connected
}

function improve(flow: Flow, from: Uint32Array, resolution: number, random: Random): Uint32Array {
  // Where each node of the whole graph stands in the present level.
  let place = singletons(flow.nodeCount)
  let label = from.slice()
  for (let level = flow; ;) {
    moveNodes(level, label, resolution, random)
    const communityCount = compact(label)
    const part = refine(level, label, resolution, random)
    const partCount = compact(part)
    if (communityCount === level.nodeCount || partCount === level.nodeCount) return place.map(node => label[node]!)
    const labelOfPart = new Uint32Array(partCount)
    for (let node = 0; node < level.nodeCount; node++) labelOfPart[part[node]!] = label[node]!
    place = place.map(node => part[node]!)
    level = aggregate(level, part, partCount)
    label = labelOfPart
  }
}
