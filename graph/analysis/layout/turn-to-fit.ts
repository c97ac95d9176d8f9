import type { Point } from './point.ts'
import { rotateWide } from './rotate-wide.ts'

/** Maps on screens and the frames of figures are about as wide as high: 0.8 to 1.3. */
export const frameAspect = 1.05
const turns = 36

/**
 * Turns the points so that they can be drawn largest in a frame of that shape, with `beneath` left free under them (an area in the
 * square of the points' unit): a long map lies along the diagonal, a map with much beneath it lies flat. Of equal turns the
 * one that lies flattest.
 */
export function turnToFit(points: readonly Point[], beneath: number, aspect = frameAspect): Point[] {
  const flat = rotateWide(points)
  let best = flat
  let least = Infinity
  for (let turn = 0; turn < turns; turn++) {
    const turned = turn === 0 ? flat : rotate(flat, (Math.PI * turn) / turns)
    const { width, height } = spanOfPoints(turned)
    const size = Math.max(width / aspect, height + (width > 0 ? beneath / width : 0))
    if (size >= least * (1 - 1e-9)) continue
    least = size
    best = turned
  }
  return best
}

function rotate(points: readonly Point[], angle: number): Point[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return points.map(({ x, y }) => ({ x: cos * x - sin * y, y: sin * x + cos * y }))
}

export function spanOfPoints(points: readonly Point[]): { readonly width: number; readonly height: number } {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x, y } of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    bottom = Math.min(bottom, y)
    top = Math.max(top, y)
  }
  return points.length === 0 ? { width: 0, height: 0 } : { width: right - left, height: top - bottom }
}
