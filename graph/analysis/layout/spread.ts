import type { Adjacency } from '../paths/adjacency.ts'
import { forceAtlas } from './force-atlas.ts'
import type { Point } from './point.ts'

/** Rounds of forces: enough to settle small maps, and as many as a few seconds allow on large ones. */
export const roundsFor = (nodeCount: number): number =>
  Math.round(Math.min(1000, Math.max(100, 600_000 / Math.max(1, nodeCount))))

/**
 * Positions after ForceAtlas2 (Jacomy et al. 2014) in its LinLog form (Noack 2009), whose equilibrium sets communities
 * apart in proportion to how few ties they share. Ties pull by the logarithm of their weight. Deterministic: it draws
 * nothing, and nodes and ties come in the order given. O(rounds × (n log n + ties)).
 */
export const spread = (ties: Adjacency, from: readonly Point[], rounds = roundsFor(from.length)): Point[] =>
  forceAtlas(from, springsOf(ties), {
    rounds,
    // Small maps are drawn together more, or a few ties between two groups leave the page nearly empty.
    gravity: 0.3 + 60 / from.length,
    slowDown: 1 + Math.log(from.length),
    mostInPairs: 500,
    theta: 0.8,
  })

function springsOf({ start, target, weight }: Adjacency) {
  const [from, to, pull]: [number[], number[], number[]] = [[], [], []]
  for (let node = 0; node + 1 < start.length; node++)
    for (let place = start[node]!; place < start[node + 1]!; place++)
      if (target[place]! > node) {
        from.push(node)
        to.push(target[place]!)
        pull.push(1 + Math.log(Math.max(1, weight[place]!)))
      }
  return { from: Uint32Array.from(from), to: Uint32Array.from(to), weight: Float64Array.from(pull) }
}
