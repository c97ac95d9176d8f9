import { bow } from '../draw/curve.ts'
import type { TieForm } from '../draw/tie-form.ts'
import { short } from './svg-text.ts'

/** A taper from (x0, y0), where it is `width` wide, to (x1, y1), where it is a hair, or a line without a direction; y points down. */
export function tiePath(
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  width: number,
  form: TieForm,
): string {
  const [dx, dy] = [x1 - x0, y1 - y0]
  const length = Math.hypot(dx, dy) || 1
  // On paper y points down: the left of the direction is (dy, -dx).
  const [nx, ny] = [dy / length, -dx / length]
  const at = (x: number, y: number, side: number): string => `${short(x + nx * side)},${short(y + ny * side)}`
  const [wide, thin] = form === 'even' ? [width * 0.3, width * 0.3] : [width / 2, 0.2]
  if (form !== 'bowed') return `M${at(x0, y0, wide)}L${at(x1, y1, thin)}L${at(x1, y1, -thin)}L${at(x0, y0, -wide)}Z`
  const [cx, cy] = [(x0 + x1) / 2 + dy * bow * 2, (y0 + y1) / 2 - dx * bow * 2]
  const half = (wide + thin) / 2
  return `M${at(x0, y0, wide)}Q${at(cx, cy, half)} ${at(x1, y1, thin)}L${at(x1, y1, -thin)}Q${at(cx, cy, -half)} ${at(x0, y0, -wide)}Z`
}
