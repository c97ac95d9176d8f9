import type { Random } from '../random.ts'
import type { Flow } from './flow.ts'
import { leidenPass } from './leiden-pass.ts'
import { moveToRest } from './move-to-rest.ts'
import { compact, countLabels } from './partition.ts'
import { splitDisconnected } from './split-disconnected.ts'

/**
 * Carries a partition on to a local optimum: a pass of Leiden (single nodes are moved, then refined parts), then moves of
 * single nodes until none raises modularity, be it to another community or alone. Never lowers it; communities are
 * connected in the end. Returns one label per node, 0 … k − 1 in the order of their first node. O(ties), a few times.
 * The pass alone is not enough, since its last moves are of whole parts. Rejected: passes until one gains nothing; in
 * random graphs each gains a little, and a null model would take five times as long for the same verdict.
 */
export function settle(flow: Flow, from: Uint32Array, resolution: number, random: Random): Uint32Array {
  let label = leidenPass(flow, from, resolution, random)
  for (;;) {
    moveToRest(flow, label, resolution, random)
    const connected = splitDisconnected(flow, label)
    const isWhole = countLabels(connected) === countLabels(label)
    label = connected
    if (isWhole) break
  }
  compact(label)
  return label
}
