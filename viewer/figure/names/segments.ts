import type { LabelBox } from '#viewer/client/draw/labels/dot-grid.ts'
import type { Leader } from '#viewer/client/draw/labels/label-seats.ts'

/** Whether two boxes share more than a rim. */
export const overlaps = (a: LabelBox, b: LabelBox): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

export const grown = ({ left, right, top, bottom }: LabelBox, by: number): LabelBox => ({
  left: left - by,
  right: right + by,
  top: top - by,
  bottom: bottom + by,
})

/** The least box around both. */
export const coverOf = (a: LabelBox, b: LabelBox): LabelBox => ({
  left: Math.min(a.left, b.left),
  right: Math.max(a.right, b.right),
  top: Math.min(a.top, b.top),
  bottom: Math.max(a.bottom, b.bottom),
})

/** Whether two lines cross. */
export function cross(a: Leader, b: Leader): boolean {
  const side = (line: Leader, x: number, y: number): number =>
    Math.sign((line.x2 - line.x1) * (y - line.y1) - (line.y2 - line.y1) * (x - line.x1))
  return (
    side(a, b.x1, b.y1) !== side(a, b.x2, b.y2) &&
    side(b, a.x1, a.y1) !== side(b, a.x2, a.y2) &&
    side(a, b.x1, b.y1) !== 0
  )
}
