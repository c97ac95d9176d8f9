import { hullOf } from './hull-of.ts'
import { type Box, boxAround, type Point } from './point.ts'
import { frameAspect } from './turn-to-fit.ts'

/** A part of the map that is laid out already. */
export interface Part {
  readonly nodes: Uint32Array
  readonly points: readonly Point[]
  readonly radius: readonly number[]
}

/** The least side of a square of the sheet; what two parts leave free between them is a square or two. */
const leastSquare = 17
/** Squares along the side of the whole, about: many parts are placed as fast as few. */
const alongWhole = 100
/** Squares from the middle of the sheet to its edge. */
const half = 256
const side = 2 * half

interface Placed {
  readonly shift: Point
  readonly box: Box
}

/**
 * Where each part is to be shifted so that all lie close together and none touches another or stands among its sites: each as it
 * was turned, the first in the middle, every further one at the place with which the whole fits best into the frame, of equal ones the
 * nearest to the middle. `beneath`: an area that must fit under the whole; `aspect`: width of the frame by its height. Null for a part without a place. After Freivalds et al. 2002
 * (polyominoes). O(parts × places × squares of a part).
 */
export function nestle(parts: readonly Part[], beneath: number, aspect = frameAspect): (Placed | null)[] {
  const sheet = new Uint8Array(side * side)
  const square = squareFor(parts)
  let whole: Box | null = null
  return parts.map(part => {
    const own = boxAround(part.points, part.radius)
    const squares = squaresOf(part, square)
    const shift = whole === null ? { x: 0, y: 0 } : bestShift(squares, own, { sheet, square, whole, beneath, aspect })
    if (shift === null) return null
    for (const [column, row] of squares) sheet[at(column + shift.x, row + shift.y)] = 1
    const moved = { x: shift.x * square, y: shift.y * square }
    const box = shifted(own, moved)
    whole = whole === null ? box : around(whole, box)
    return { shift: moved, box }
  })
}

function squareFor(parts: readonly Part[]): number {
  const area = parts.reduce((sum, { points, radius }) => {
    const { left, right, bottom, top } = boxAround(points, radius)
    return sum + (right - left + leastSquare) * (top - bottom + leastSquare)
  }, 0)
  return Math.max(leastSquare, Math.sqrt(area) / alongWhole)
}

type Square = readonly [column: number, row: number]

const at = (column: number, row: number): number => (row + half) * side + column + half
const isOnSheet = (column: number, row: number): boolean =>
  column >= -half && column < half && row >= -half && row < half

/**
 * Squares of a part, each once: those between its outermost sites, too, or a small part would stand among its ties as if it were one of
 * them. Those beyond the sheet are left out.
 */
function squaresOf({ points, radius }: Part, square: number): Square[] {
  const rows = new Map<number, { first: number; last: number }>()
  const meet = ({ x, y }: Point, reach: number): void => {
    const [first, last] = [Math.floor((x - reach) / square), Math.floor((x + reach) / square)]
    for (let row = Math.floor((y - reach) / square); row <= Math.floor((y + reach) / square); row++) {
      const known = rows.get(row) ?? { first, last }
      rows.set(row, { first: Math.min(known.first, first), last: Math.max(known.last, last) })
    }
  }
  for (const [node, point] of points.entries()) meet(point, radius[node]! + square / 2)
  const hull = hullOf(points)
  for (const [corner, { x, y }] of hull.entries()) {
    const next = hull[(corner + 1) % hull.length]!
    const steps = Math.ceil((2 * Math.hypot(next.x - x, next.y - y)) / square)
    for (let step = 1; step < steps; step++)
      meet({ x: x + ((next.x - x) * step) / steps, y: y + ((next.y - y) * step) / steps }, square / 2)
  }
  // What is round has no gap between the first and the last square of a row.
  return [...rows].flatMap(([row, { first, last }]) =>
    Array.from({ length: last - first + 1 }, (_, index): Square => [first + index, row]).filter(one =>
      isOnSheet(...one),
    ),
  )
}

interface Question {
  readonly sheet: Uint8Array
  readonly square: number
  readonly whole: Box
  readonly beneath: number
  readonly aspect: number
}

/** In squares. */
function bestShift(squares: readonly Square[], own: Box, question: Question): Point | null {
  const { sheet, square, whole, beneath, aspect } = question
  const places: { readonly x: number; readonly y: number; readonly need: number; readonly far: number }[] = []
  const middle = { x: (whole.left + whole.right) / 2, y: (whole.bottom + whole.top) / 2 }
  const range = (low: number, high: number): readonly [number, number] => [
    Math.floor(low / square) - 2,
    Math.ceil(high / square) + 2,
  ]
  const [fromX, toX] = range(whole.left - own.right, whole.right - own.left)
  const [fromY, toY] = range(whole.bottom - own.top, whole.top - own.bottom)
  for (let y = fromY; y <= toY; y++)
    for (let x = fromX; x <= toX; x++) {
      const box = shifted(own, { x: x * square, y: y * square })
      const { left, right, bottom, top } = around(whole, box)
      const need = Math.max((right - left) / aspect, top - bottom + beneath / (right - left))
      const far = Math.hypot((box.left + box.right) / 2 - middle.x, (box.bottom + box.top) / 2 - middle.y)
      places.push({ x, y, need, far })
    }
  places.sort((a, b) => a.need - b.need || a.far - b.far || a.y - b.y || a.x - b.x)
  return places.find(place => isFree(sheet, squares, place)) ?? null
}

const isFree = (sheet: Uint8Array, squares: readonly Square[], { x, y }: Point): boolean =>
  squares.every(([column, row]) => isOnSheet(column + x, row + y) && sheet[at(column + x, row + y)] === 0)

const shifted = ({ left, right, bottom, top }: Box, { x, y }: Point): Box => ({
  left: left + x,
  right: right + x,
  bottom: bottom + y,
  top: top + y,
})

const around = (one: Box, other: Box): Box => ({
  left: Math.min(one.left, other.left),
  right: Math.max(one.right, other.right),
  bottom: Math.min(one.bottom, other.bottom),
  top: Math.max(one.top, other.top),
})
