import type { FigureTurn } from '../protocol/figure.ts'
import type { PageBox } from './marks.ts'

export interface PaperPoint {
  readonly x: number
  readonly y: number
}

/** Where each site stands; undefined: it is not shown. */
export type FigurePlaces = readonly (PaperPoint | undefined)[]

/** Counter-clockwise, in radians, y upwards. */
export function angleOf(
  turn: Exclude<FigureTurn, 'fit'>,
  points: readonly PaperPoint[],
  head: PaperPoint | undefined,
): number {
  if (typeof turn === 'number') return (turn / 180) * Math.PI
  const axis = longestAxis(points)
  const wanted = turn === 'upright' ? Math.PI / 2 : 0
  const angle = wanted - axis
  if (head === undefined) return angle
  // An axis has two directions: the largest site is in the upper half, or in the left one.
  const middle = meanOf(points)
  const [dx, dy] = [head.x - middle.x, head.y - middle.y]
  const [x, y] = [dx * Math.cos(angle) - dy * Math.sin(angle), dx * Math.sin(angle) + dy * Math.cos(angle)]
  return (turn === 'upright' ? y < 0 : x > 0) ? angle + Math.PI : angle
}

/** Direction in which points are spread most (first principal component), in radians. */
function longestAxis(points: readonly PaperPoint[]): number {
  const { x: mx, y: my } = meanOf(points)
  let [xx, yy, xy] = [0, 0, 0]
  for (const { x, y } of points) {
    xx += (x - mx) ** 2
    yy += (y - my) ** 2
    xy += (x - mx) * (y - my)
  }
  return Math.atan2(2 * xy, xx - yy) / 2
}

const meanOf = (points: readonly PaperPoint[]): PaperPoint => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / (points.length || 1),
  y: points.reduce((sum, { y }) => sum + y, 0) / (points.length || 1),
})

/**
 * Points turned by `angle` and fitted into `frame`, y downwards, as large as they can be with `room` for each one's dot
 * around it.
 */
export function fitPoints(points: readonly PaperPoint[], angle: number, frame: PageBox, room: number): PaperPoint[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const turned = points.map(({ x, y }) => ({ x: x * cos - y * sin, y: x * sin + y * cos }))
  const [xs, ys] = [extentOf(turned.map(({ x }) => x)), extentOf(turned.map(({ y }) => y))]
  const scale = Math.min(
    Math.max(1, frame.width - room * 2) / (xs.length || 1),
    Math.max(1, frame.height - room * 2) / (ys.length || 1),
  )
  // One point alone, or several in one, have no size to be fitted.
  const zoom = xs.length === 0 && ys.length === 0 ? 1 : scale
  return turned.map(({ x, y }) => ({
    x: frame.left + frame.width / 2 + (x - xs.middle) * zoom,
    y: frame.top + frame.height / 2 - (y - ys.middle) * zoom,
  }))
}

function extentOf(values: readonly number[]): { readonly middle: number; readonly length: number } {
  let [least, most] = [Infinity, -Infinity]
  for (const value of values) [least, most] = [Math.min(least, value), Math.max(most, value)]
  return values.length === 0 ? { middle: 0, length: 0 } : { middle: (least + most) / 2, length: most - least }
}
