import type { Random } from '../random.ts'
import type { Flow } from './flow.ts'
import { leidenPass } from './leiden-pass.ts'
import { compact, singletons } from './partition.ts'
import { splitDisconnected } from './split-disconnected.ts'

/**
 * Communities by modularity, each of them connected: one label per node, 0 … k − 1 in the order of their first node. As
 * Louvain, but what becomes a node of the next level are parts of the communities, refined so that a community can be
 * mended later. O(ties) per level, few levels. Traag, Waltman & van Eck 2019.
 * @param passes whole passes, each starting from the partition of the one before; 2 as in igraph
 */
export function leiden(flow: Flow, resolution: number, random: Random, passes = 2): Uint32Array {
  let label = singletons(flow.nodeCount)
  for (let pass = 0; pass < passes; pass++) label = leidenPass(flow, label, resolution, random)
  const connected = splitDisconnected(flow, label)
  compact(connected)
  return connected
}
