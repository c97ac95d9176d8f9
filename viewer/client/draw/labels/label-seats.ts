import { distanceToRim, type LabelBox, type LabelDot, type LabelLine } from './dot-grid.ts'

/** A place that a label could have: the box of its text, and the line that leads to it from its dot, where it stands away. */
export interface Seat {
  readonly box: LabelBox
  readonly leader: Leader | null
}

/** From the dot to the text. */
export type Leader = LabelLine

interface Text {
  readonly width: number
  readonly height: number
}

/** From the rim of the dot to the text. */
const gap = 5
const diagonal = Math.SQRT1_2

/** Beside the dot: right, left, above, below, then the four corners. */
export function seatsBeside(dot: LabelDot, { width: w, height: h }: Text): Seat[] {
  const { x, y, radius } = dot
  const far = radius + gap
  const near = far * diagonal
  const at = (left: number, top: number): Seat => ({
    box: { left, right: left + w, top, bottom: top + h },
    leader: null,
  })
  return [
    at(x + far, y - h / 2),
    at(x - far - w, y - h / 2),
    at(x - w / 2, y - far - h),
    at(x - w / 2, y + far),
    at(x + near, y - near - h),
    at(x + near, y + near),
    at(x - near - w, y - near - h),
    at(x - near - w, y + near),
  ]
}

/** Away from the dot, so far from its rim, in so many directions, with a line that leads there. */
export function seatsAway(dot: LabelDot, { width: w, height: h }: Text, away: number, turns = 16): Seat[] {
  const { x, y, radius } = dot
  return Array.from({ length: turns }, (_, turn) => {
    const angle = (turn / turns) * Math.PI * 2
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    const [px, py] = [x + cos * (radius + away), y + sin * (radius + away)]
    const left = Math.abs(cos) < 0.3 ? px - w / 2 : cos > 0 ? px : px - w
    const top = py - h / 2 + (sin * h) / 2
    const box = { left, right: left + w, top, bottom: top + h }
    return { box, leader: leaderTo(box, dot) }
  })
}

/** From the rim towards the nearest point of the box. */
export function leaderTo(box: LabelBox, dot: LabelDot): Leader | null {
  const { x, y, radius } = dot
  const x2 = Math.min(box.right, Math.max(box.left, x))
  const y2 = Math.min(box.bottom, Math.max(box.top, y))
  const length = Math.hypot(x2 - x, y2 - y)
  if (length <= radius || distanceToRim(box, dot) <= gap) return null
  const share = radius / length
  return { x1: x + (x2 - x) * share, y1: y + (y2 - y) * share, x2, y2 }
}
