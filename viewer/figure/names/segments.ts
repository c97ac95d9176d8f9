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

/** Whether a line runs through a box: clipped to it (Liang and Barsky 1984), something is left. */
export function runsThrough({ x1, y1, x2, y2 }: Leader, box: LabelBox): boolean {
  let [from, to] = [0, 1]
  const [dx, dy] = [x2 - x1, y2 - y1]
  for (const [step, room] of [
    [-dx, x1 - box.left],
    [dx, box.right - x1],
    [-dy, y1 - box.top],
    [dy, box.bottom - y1],
  ] as const) {
    if (step === 0 && room < 0) return false
    if (step < 0) from = Math.max(from, room / step)
    if (step > 0) to = Math.min(to, room / step)
  }
  return from < to
}

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
