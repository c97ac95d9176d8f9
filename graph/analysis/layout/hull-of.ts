import type { Point } from './point.ts'

/** The outermost of some points, each once, against the clock: their convex hull. Andrew 1979. O(points log points). */
export function hullOf(points: readonly Point[]): Point[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y)
  const chain = (way: readonly Point[]): Point[] => {
    const kept: Point[] = []
    for (const point of way) {
      while (kept.length >= 2 && !turnsLeft(kept.at(-2)!, kept.at(-1)!, point)) kept.pop()
      kept.push(point)
    }
    return kept.slice(0, -1)
  }
  if (sorted.length < 2) return sorted
  return [...chain(sorted), ...chain(sorted.toReversed())]
}

const turnsLeft = (a: Point, b: Point, c: Point): boolean => (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0
