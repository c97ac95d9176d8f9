import type { LabelBox, LabelLine } from './dot-grid.ts'

/** Whether a line runs through a box: clipped to it (Liang and Barsky 1984), something is left. */
export function runsThrough({ x1, y1, x2, y2 }: LabelLine, box: LabelBox): boolean {
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
