import type { Random } from '../random.ts'
import { aggregate, type Flow } from './flow.ts'
import { moveNodes } from './move-nodes.ts'
import { compact, lookUp, singletons } from './partition.ts'
import { refine } from './refine.ts'

/**
 * One whole pass of Leiden, begun at the partition `from`: moves, refines, makes nodes of the parts, and so on until no
 * level is smaller than the one before. Returns one label per node; never lowers modularity. Traag, Waltman & van Eck 2019.
 */
export function leidenPass(flow: Flow, from: Uint32Array, resolution: number, random: Random): Uint32Array {
  // Where each node of the whole graph stands in the present level.
  const place = singletons(flow.nodeCount)
  let label = from.slice()
  for (let level = flow; ;) {
    moveNodes(level, label, resolution, random)
    const communityCount = compact(label)
    const part = refine(level, label, resolution, random)
    const partCount = compact(part)
    if (communityCount === level.nodeCount || partCount === level.nodeCount) return lookUp(place, label)
    const labelOfPart = new Uint32Array(partCount)
    for (let node = 0; node < level.nodeCount; node++) labelOfPart[part[node]!] = label[node]!
    lookUp(place, part)
    level = aggregate(level, part, partCount)
    label = labelOfPart
  }
}
