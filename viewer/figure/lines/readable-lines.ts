import { bow } from '#viewer/client/draw/curve.ts'
import { hairOf } from '#viewer/client/picture/tie-path.ts'
import { type DotOnSheet, InkSheet } from './ink-sheet.ts'

/** A taper as it lies on the sheet, in pixels: from the middle of the dot that it leaves to that of the other. */
export interface LineOnSheet {
  readonly ends: readonly [x0: number, y0: number, x1: number, y1: number]
  readonly isBowed: boolean
  /** Where it begins. */
  readonly width: number
  /** Of the dots at its ends. */
  readonly radii: readonly [number, number]
}

const pixelsPerMm = 96 / 25.4
/** Of the wide end: a third of what is seen of the line, no longer than 4 mm, no shorter than one. */
const [longestMark, shortestMark] = [4 * pixelsPerMm, pixelsPerMm]
/** What an eye tells apart at a reader's distance: an angle minute at 35 cm is 0.1 mm. */
const leastDifference = 0.1 * pixelsPerMm
/** Of its mark so much must lie free of others' ink. */
const leastFree = 0.5

/**
 * Whether the direction of each line can be read: its wide end is wider than its thin one by what an eye tells apart, and at least half of its mark, the part
 * at the wide end, lies under no other line and no dot. A taper is read by its two widths (Holten & van Wijk 2009: the
 * best of the marks that they compared); which line a width belongs to is seen where it runs alone. O(inked cells).
 */
export function readableLines(lines: readonly LineOnSheet[], dots: readonly DotOnSheet[]): boolean[] {
  const sheet = new InkSheet(dots)
  for (const [index, line] of lines.entries()) ink(sheet, line, index)
  return lines.map(line => isReadable(sheet, line))
}

function ink(sheet: InkSheet, line: LineOnSheet, index: number): void {
  const { width } = line
  const steps = stepsOf(sheet, line)
  for (let step = 0; step <= steps; step++) {
    const t = step / steps
    const [x, y] = pointAt(line, t)
    sheet.stroke(x, y, widthAt(width, t), index)
  }
}

function isReadable(sheet: InkSheet, line: LineOnSheet): boolean {
  const { width, radii } = line
  const length = lengthOf(line)
  // The rim of the paper's colour around dots hides a pixel more.
  const [from, to] = [radii[0] + 1.2, length - radii[1] - 1.2]
  const seen = to - from
  if (seen < shortestMark) return false
  if (widthAt(width, from / length) - widthAt(width, to / length) < leastDifference) return false
  const mark = Math.min(longestMark, Math.max(shortestMark, seen / 3))
  const steps = Math.max(2, Math.ceil(mark / sheet.cell))
  let free = 0
  for (let step = 0; step <= steps; step++) {
    const [x, y] = pointAt(line, (from + (mark * step) / steps) / length)
    if (sheet.isOneLine(x, y)) free++
  }
  return free >= leastFree * (steps + 1)
}

const lengthOf = ({ ends: [x0, y0, x1, y1] }: LineOnSheet): number => Math.hypot(x1 - x0, y1 - y0) || 1
const stepsOf = (sheet: InkSheet, line: LineOnSheet): number => Math.ceil(lengthOf(line) / sheet.cell)
const widthAt = (width: number, t: number): number => width + (hairOf(width) - width) * t

/** A bowed line bends to the left of its direction, as it is drawn; y points down. */
function pointAt({ ends: [x0, y0, x1, y1], isBowed }: LineOnSheet, t: number): readonly [number, number] {
  const bend = isBowed ? bow * 4 * t * (1 - t) : 0
  return [x0 + (x1 - x0) * t + (y1 - y0) * bend, y0 + (y1 - y0) * t - (x1 - x0) * bend]
}
