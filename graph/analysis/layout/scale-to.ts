import { boxAround, type Point } from './point.ts'

/** Moves and scales the points, shape kept, so that the box around them is `side` at its longer side and centred on 0. */
export function scaleTo(side: number, points: readonly Point[]): Point[] {
  if (points.length === 0) return []
  const { left, right, bottom, top } = boxAround(
    points,
    points.map(() => 0),
  )
  const extent = Math.max(right - left, top - bottom)
  const scale = extent > 0 ? side / extent : 1
  return points.map(({ x, y }) => ({ x: (x - (left + right) / 2) * scale, y: (y - (bottom + top) / 2) * scale }))
}
