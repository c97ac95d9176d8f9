import { bow } from '../draw/curve.ts'
import type { TieForm } from '../draw/tie-form.ts'
import { short } from './svg-text.ts'

interface Dashes {
  /** Pixels from one dash to the next; 0: an unbroken line. */
  readonly period: number
  readonly share: number
}

type Point = readonly [x: number, y: number]

/**
 * A taper from (x0, y0), where it is `width` wide, to (x1, y1), where it is a hair, or a line without a direction, whole or
 * in dashes; y points down.
 */
export function tiePath(
  ends: readonly [number, number, number, number],
  width: number,
  form: TieForm,
  dashes: Dashes = { period: 0, share: 1 },
): string {
  const [x0, y0, x1, y1] = ends
  if (dashes.period > 0) return dashedPath(ends, width, form, dashes)
  const [dx, dy] = [x1 - x0, y1 - y0]
  const length = Math.hypot(dx, dy) || 1
  // On paper y points down: the left of the direction is (dy, -dx).
  const [nx, ny] = [dy / length, -dx / length]
  const at = (x: number, y: number, side: number): string => `${short(x + nx * side)},${short(y + ny * side)}`
  const [wide, thin] = halves(width, form)
  if (form !== 'bowed') return `M${at(x0, y0, wide)}L${at(x1, y1, thin)}L${at(x1, y1, -thin)}L${at(x0, y0, -wide)}Z`
  const [cx, cy] = bendOf(ends)
  const half = (wide + thin) / 2
  return `M${at(x0, y0, wide)}Q${at(cx, cy, half)} ${at(x1, y1, thin)}L${at(x1, y1, -thin)}Q${at(cx, cy, -half)} ${at(x0, y0, -wide)}Z`
}

/** Half the width where it begins and where it ends. */
const halves = (width: number, form: TieForm): readonly [number, number] =>
  form === 'even' ? [width * 0.3, width * 0.3] : [width / 2, hairOf(width) / 2]

/** Width of a taper where it ends: a hair, and of a thin line still much less than where it begins, or it would tell the wrong direction. */
export const hairOf = (width: number): number => Math.min(0.4, width / 3)

const bendOf = ([x0, y0, x1, y1]: readonly [number, number, number, number]): Point => [
  (x0 + x1) / 2 + (y1 - y0) * bow * 2,
  (y0 + y1) / 2 - (x1 - x0) * bow * 2,
]

/** Dashes are so short that each is straight. */
function dashedPath(
  ends: readonly [number, number, number, number],
  width: number,
  form: TieForm,
  { period, share }: Dashes,
): string {
  const [x0, y0, x1, y1] = ends
  const [cx, cy] = form === 'bowed' ? bendOf(ends) : [(x0 + x1) / 2, (y0 + y1) / 2]
  const length = Math.hypot(x1 - x0, y1 - y0)
  const [wide, thin] = halves(width, form)
  const mix = (a: number, b: number, t: number): number => a + (b - a) * t
  /** The two sides of the line at `t`, 0 to 1. */
  const sides = (t: number): readonly [string, string] => {
    const [from, to]: readonly [Point, Point] = [
      [mix(x0, cx, t), mix(y0, cy, t)],
      [mix(cx, x1, t), mix(cy, y1, t)],
    ]
    const [x, y] = [mix(from[0], to[0], t), mix(from[1], to[1], t)]
    const run = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1
    // A hair in dashes would not be seen.
    const half = Math.max(0.4, mix(wide, thin, t))
    const [nx, ny] = [((to[1] - from[1]) / run) * half, (-(to[0] - from[0]) / run) * half]
    return [`${short(x + nx)},${short(y + ny)}`, `${short(x - nx)},${short(y - ny)}`]
  }
  const parts: string[] = []
  for (let start = 0; start < length; start += period) {
    const [a, b] = sides(start / length)
    const [c, d] = sides(Math.min(1, (start + period * share) / length))
    parts.push(`M${a}L${c}L${d}L${b}Z`)
  }
  return parts.join('')
}
