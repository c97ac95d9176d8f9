import { type Box, boxAround, type Point } from './point.ts'
import { frameAspect } from './turn-to-fit.ts'

/** A part of the map that is laid out already. */
export interface Part {
  readonly nodes: Uint32Array
  readonly points: readonly Point[]
  readonly radius: readonly number[]
}

/** Between single sites, and around parts with ties. */
const [loneGap, gap] = [16, 34]
/** Between the largest part and the rest, and between parts with ties and single sites: a word stands there. */
const wideGap = 48

/**
 * Puts the parts together, the first one on top and the others beneath it in rows like words in a paragraph, single sites in rows
 * of their own, so that what is not tied to the rest stands in one place instead of being flung to the edge. Rows are so wide that
 * the whole fills a frame best. Returns a point per node.
 */
export function pack(parts: readonly Part[]): Point[] {
  const points: Point[] = []
  const boxes = parts.map(part => boxAround(part.points, part.radius))
  const isCrowd = parts[0]?.nodes.length === 1
  const first = isCrowd ? 0 : 1
  const widest = rowWidth(boxes, first, parts.map(gapOf))
  let x = 0
  let y = 0
  let rowHeight = 0
  for (const [at, part] of parts.entries()) {
    const { left, right, bottom, top } = boxes[at]!
    const width = right - left
    const begins = !isCrowd && (at === 1 || (part.nodes.length === 1 && parts[at - 1]!.nodes.length > 1))
    if (begins || (x > 0 && x + width > widest)) {
      y -= rowHeight + (begins ? wideGap : gapOf(part))
      x = 0
      rowHeight = 0
    }
    // The first part stands above the middle of its rows.
    const from = at === 0 && !isCrowd ? (widest - width) / 2 : x
    for (const [place, node] of part.nodes.entries())
      points[node] = { x: part.points[place]!.x - left + from, y: part.points[place]!.y - top + y }
    x += width + gapOf(part)
    rowHeight = Math.max(rowHeight, top - bottom)
  }
  return points
}

/** Of some widths that hold every part the one with which the whole needs the smallest frame. */
function rowWidth(boxes: readonly Box[], first: number, gaps: readonly number[]): number {
  const head = first === 1 ? boxes[0] : undefined
  const rest = boxes.slice(first)
  const areaOf = (box: Box, free: number): number => (width(box) + free) * (height(box) + free)
  const area = rest.reduce((sum, box, at) => sum + areaOf(box, gaps[first + at]!), 0)
  const least = Math.max(0, ...boxes.map(width))
  const needs = (wide: number): number =>
    Math.max(wide / frameAspect, (head ? height(head) : 0) + (wide > 0 ? area / wide : 0))
  const side = Math.sqrt(area * frameAspect)
  const widths = [1, 1.1, 1.2, 1.35, 1.5, 1.75, 2, 3].map(times => least * times).concat(Math.max(least, side))
  return widths.reduce((best, wide) => (needs(wide) < needs(best) ? wide : best), widths[0]!)
}

const gapOf = ({ nodes }: Part): number => (nodes.length === 1 ? loneGap : gap)

const width = ({ left, right }: Box): number => right - left
const height = ({ top, bottom }: Box): number => top - bottom
