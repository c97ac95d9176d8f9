import type { Adjacency } from '../paths/adjacency.ts'
import type { Point } from './point.ts'

/** A star has so many leaves at least. */
const fewestLeaves = 3
/** In parts of the middle distance of a star's leaves. */
const [nearest, farthest] = [0.8, 1.2]

/**
 * Brings the leaves of each star (sites with a tie to one other alone) to about the same distance from its middle, directions kept: the
 * forces leave some far out, where what lies between them and their star says nothing. O(ties).
 */
export function tuckLeaves({ start, target }: Adjacency, points: readonly Point[]): Point[] {
  const leaves = new Map<number, number[]>()
  for (let node = 0; node + 1 < start.length; node++) {
    if (start[node + 1]! - start[node]! !== 1) continue
    const middle = target[start[node]!]!
    const own = leaves.get(middle)
    if (own === undefined) leaves.set(middle, [node])
    else own.push(node)
  }
  const tucked = [...points]
  for (const [middle, own] of leaves) if (own.length >= fewestLeaves) tuck(tucked, points[middle]!, own)
  return tucked
}

function tuck(points: Point[], { x, y }: Point, leaves: readonly number[]): void {
  const distance = (leaf: number): number => Math.hypot(points[leaf]!.x - x, points[leaf]!.y - y)
  const usual = leaves.map(distance).sort((a, b) => a - b)[Math.floor(leaves.length / 2)]!
  for (const leaf of leaves) {
    const own = distance(leaf)
    if (own === 0) continue
    const share = Math.min(farthest * usual, Math.max(nearest * usual, own)) / own
    points[leaf] = { x: x + (points[leaf]!.x - x) * share, y: y + (points[leaf]!.y - y) * share }
  }
}
