import { type Box, boxAround, type Point } from './point.ts'

/** A part of the map that is laid out already. */
export interface Part {
  readonly nodes: Uint32Array
  readonly points: readonly Point[]
  readonly radius: readonly number[]
}

const gap = 12

/**
 * Puts the parts together, the first one on top and the others beneath it in rows like words in a paragraph, so that
 * what is not tied to the rest stands in one place instead of being flung to the edge. Rows are as wide as the first part,
 * or wider where the others would make a tower. Returns a point per node.
 */
export function pack(parts: readonly Part[]): Point[] {
  const points: Point[] = []
  const boxes = parts.map(part => boxAround(part.points, part.radius))
  const widest = Math.max(...boxes.map(({ left, right }) => right - left), squareOf(boxes.slice(1)))
  const isCrowd = parts[0]?.nodes.length === 1
  let x = 0
  let y = 0
  let rowHeight = 0
  for (const [at, part] of parts.entries()) {
    const { left, right, bottom, top } = boxes[at]!
    const isSecond = at === 1 && !isCrowd
    if (isSecond || x + right - left > widest) {
      y -= rowHeight + (isSecond ? 3 * gap : gap)
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

/** Side of a square that has room for these boxes. */
const squareOf = (boxes: readonly Box[]): number =>
  Math.sqrt(boxes.reduce((sum, { left, right, bottom, top }) => sum + (right - left + gap) * (top - bottom + gap), 0))
