import type { Random } from '../random.ts'
import { aggregate, type Flow } from './flow.ts'
import { moveNodes } from './move-nodes.ts'
import { compact, lookUp, singletons } from './partition.ts'

/**
 * Communities by modularity: one label per node, 0 … k − 1 in the order of their first node. Nodes are visited in an
 * order drawn from `random`, so that different streams give independent runs. O(ties) per level, few levels.
 * Blondel et al. 2008; directed gain of Dugué & Perez 2015.
 */
export function louvain(flow: Flow, resolution: number, random: Random): Uint32Array {
  const label = singletons(flow.nodeCount)
  for (let level = flow; ;) {
    const group = singletons(level.nodeCount)
    if (!moveNodes(level, group, resolution, random)) return label
    const groupCount = compact(group)
    lookUp(label, group)
    if (groupCount === level.nodeCount) return label
    level = aggregate(level, group, groupCount)
  }
}
