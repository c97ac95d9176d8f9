import { hullOf } from '#graph/analysis/layout/hull-of.ts'
import type { FigureTurn } from '../protocol/figure.ts'
import type { PaperPoint } from './figure-places.ts'
import type { PageBox } from './marks.ts'

/** How many times as long as the layout has them a figure draws widths and heights, one against the other: one of the two is 1. */
export type SheetStretch = readonly [across: number, down: number]

export const unstretched: SheetStretch = [1, 1]

/**
 * What a side is stretched by at most: an even star becomes an oval, no row. Positions by forces tell who is near whom; neither direction has a
 * meaning, nor has a length in itself (Fruchterman & Reingold 1991 fit their drawings to the frame, too).
 */
const mostStretch = 1.5

/** By what each side may be stretched at most: a map that was turned upright is not made wider than high again. */
export const mostStretches = (turn: FigureTurn): SheetStretch => [
  turn === 'upright' ? 1 : mostStretch,
  turn === 'across' ? 1 : mostStretch,
]

/** Points on the sheet. */
export interface SheetFit {
  /** In the order given, y downwards. */
  readonly points: readonly PaperPoint[]
  /** Pixels for one of the layout along the side that isn't stretched. */
  readonly scale: number
  readonly stretch: SheetStretch
  /** Of the room, what the box around all dots takes: 0 to 1. */
  readonly fill: number
}

/**
 * Points (y upwards) as large as they can be in the room with their dots; where that leaves much of it empty, stretched along
 * the side that has room, as little as is needed. Distances grow alone, so no two dots come nearer to each other.
 * @param radii in pixels. @param most of mostStretches. @param wanted of the side that is stretched the share that dots are to reach over.
 */
export function fillSheet(
  points: readonly PaperPoint[],
  radii: readonly number[],
  room: PageBox,
  most: SheetStretch,
  wanted: number,
): SheetFit {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => -y)]
  const [across, down] = [largestScale(xs, radii, room.width), largestScale(ys, radii, room.height)]
  const least = Math.min(across, down)
  // One point alone, or several in one, have no size to be fitted.
  const scale = least === Infinity ? 1 : least
  const stretchOf = (values: readonly number[], own: number, length: number, bound: number): number => {
    if (own === Infinity || own <= scale) return 1
    return Math.max(1, Math.min(bound, largestScale(values, radii, length * wanted) / scale))
  }
  const stretch = [stretchOf(xs, across, room.width, most[0]), stretchOf(ys, down, room.height, most[1])] as const
  const [x, y] = [onAxis(xs, radii, scale * stretch[0]), onAxis(ys, radii, scale * stretch[1])]
  return {
    points: points.map((_, index) => ({
      x: room.left + (room.width - x.length) / 2 + x.places[index]!,
      y: room.top + (room.height - y.length) / 2 + y.places[index]!,
    })),
    scale,
    stretch,
    fill: (Math.min(x.length, room.width) * Math.min(y.length, room.height)) / (room.width * room.height),
  }
}

/** Places from the first rim on, and the length from the first to the last one. */
function onAxis(values: readonly number[], radii: readonly number[], scale: number) {
  const { first, last } = rimsOf(values, radii, scale)
  return { places: values.map(value => value * scale - first), length: values.length === 0 ? 0 : last - first }
}

function rimsOf(values: readonly number[], radii: readonly number[], scale: number) {
  let [first, last] = [Infinity, -Infinity]
  for (const [index, value] of values.entries()) {
    first = Math.min(first, value * scale - radii[index]!)
    last = Math.max(last, value * scale + radii[index]!)
  }
  return { first, last }
}

/** The largest scale at which all dots lie within `length`; Infinity: they stand in one place. */
function largestScale(values: readonly number[], radii: readonly number[], length: number): number {
  const own = lengthOf(values)
  if (own <= 0) return Infinity
  // Dots larger than the room: a tenth of it is left for distances.
  let [low, high] = [(length * 0.1) / own, length / own]
  for (let step = 0; step < 24; step++) {
    const scale = (low + high) / 2
    const rims = rimsOf(values, radii, scale)
    if (rims.last - rims.first <= length) low = scale
    else high = scale
  }
  return low
}

function lengthOf(values: readonly number[]): number {
  const { first, last } = rimsOf(values, values.map(() => 0), 1) // prettier-ignore
  return last - first
}

const turns = 36

/** The angle (counter-clockwise, radians) at which points can be drawn largest in the room; the layout's own where none is better by a hundredth. */
export function fittingTurn(points: readonly PaperPoint[], { width, height }: PageBox): number {
  const hull = hullOf(points)
  let [best, most] = [0, 0]
  for (let turn = 0; turn < turns; turn++) {
    const angle = (Math.PI * turn) / turns
    const now = turned(hull, angle)
    const [wide, high] = [lengthOf(now.map(({ x }) => x)), lengthOf(now.map(({ y }) => y))]
    const size = Math.min(width / (wide || 1), height / (high || 1))
    if (size <= most * 1.01) continue
    most = size
    best = angle
  }
  return best
}

export function turned(points: readonly PaperPoint[], angle: number): PaperPoint[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return points.map(({ x, y }) => ({ x: x * cos - y * sin, y: x * sin + y * cos }))
}
