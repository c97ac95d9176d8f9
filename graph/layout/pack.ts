import { boxAround, type Point } from './point.ts'

/** A part of the map that is laid out already. */
export interface Part {
  readonly nodes: Uint32Array
  readonly points: readonly Point[]
  readonly radius: readonly number[]
}

const gap = 12

/**
 * Puts the parts together, the first one on top and the others beneath it in rows like words in a paragraph, so that
 * what is not tied to the rest stands in one place instead of being flung to the edge. Returns a point per node.
 */
export function pack(parts: readonly Part[]): Point[] {
  const points: Point[] = []
  const boxes = parts.map(part => boxAround(part.points, part.radius))
  const widest = Math.max(...boxes.map(({ left, right }) => right - left))
  let x = 0
  let y = 0
  let rowHeight = 0
  for (const [at, part] of parts.entries()) {
    const { left, right, bottom, top } = boxes[at]!
    if (at > 0 && (at === 1 || x + right - left > widest)) {
      y -= rowHeight + (at === 1 ? 3 * gap : gap)
      x = 0
      rowHeight = 0
    }
    for (const [place, node] of part.nodes.entries())
      points[node] = { x: part.points[place]!.x - left + x, y: part.points[place]!.y - top + y }
    x += right - left + gap
    rowHeight = Math.max(rowHeight, top - bottom)
  }
  return points
}
