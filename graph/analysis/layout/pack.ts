import { nestle, type Part } from './nestle.ts'
import { type Box, boxAround, type Point } from './point.ts'
import { frameAspect } from './turn-to-fit.ts'

/** Between single sites, between parts in rows, and above the rows: a word stands there. */
const [loneGap, gap, wideGap] = [16, 34, 48]
/** So many parts look for the best place; the smaller ones of a crowd stand in rows. */
const mostNestled = 40

/**
 * Puts the parts together: those with ties close to each other without touching, beneath them, in rows like words in a paragraph, the small
 * ones of a crowd of parts, and beneath those the single sites, so that what is not tied to the rest stands in one place instead of
 * being flung to the edge. Parts come in the order of their size. Returns a point per node.
 * @param aspect width of the frame that they are to fill, by its height.
 */
export function pack(parts: readonly Part[], aspect = frameAspect): Point[] {
  const points: Point[] = []
  const tied = parts.filter(({ nodes }) => nodes.length > 1)
  const lone = parts.slice(tied.length)
  const head = tied.slice(0, mostNestled)
  const beneath = areaOf(lone, loneGap) + areaOf(tied.slice(mostNestled), gap)
  const placed = nestle(head, beneath, aspect)
  const put = ({ nodes, points: own }: Part, { x, y }: Point): void => {
    for (const [place, node] of nodes.entries()) points[node] = { x: own[place]!.x + x, y: own[place]!.y + y }
  }
  for (const [index, part] of head.entries()) if (placed[index]) put(part, placed[index].shift)
  const boxes = placed.flatMap(place => (place === null ? [] : [place.box]))
  const whole = {
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.min(...boxes.map(({ bottom }) => bottom)),
  }
  const isEmpty = boxes.length === 0
  const rest = tied.filter((_, index) => !placed[index])
  const widest = Math.max(isEmpty ? 0 : whole.right - whole.left, Math.sqrt(beneath * aspect))
  const from = isEmpty ? { x: 0, y: 0 } : { x: whole.left, y: whole.bottom - wideGap }
  const below = putRows(rest, { from, widest, free: gap, put })
  putRows(lone, { from: { x: from.x, y: below - (rest.length > 0 ? wideGap : 0) }, widest, free: loneGap, put })
  return points
}

interface Rows {
  /** The upper left corner. */
  readonly from: Point
  readonly widest: number
  readonly free: number
  readonly put: (part: Part, shift: Point) => void
}

/** Rows from the top; returns where the last one ends. */
function putRows(parts: readonly Part[], { from, widest, free, put }: Rows): number {
  let { x, y } = from
  let rowHeight = 0
  for (const part of parts) {
    const box = boxAround(part.points, part.radius)
    if (x > from.x && x + width(box) > from.x + widest) {
      y -= rowHeight + free
      x = from.x
      rowHeight = 0
    }
    put(part, { x: x - box.left, y: y - box.top })
    x += width(box) + free
    rowHeight = Math.max(rowHeight, height(box))
  }
  return y - rowHeight
}

const areaOf = (parts: readonly Part[], free: number): number =>
  parts.reduce((sum, part) => {
    const box = boxAround(part.points, part.radius)
    return sum + (width(box) + free) * (height(box) + free)
  }, 0)

const width = ({ left, right }: Box): number => right - left
const height = ({ top, bottom }: Box): number => top - bottom
