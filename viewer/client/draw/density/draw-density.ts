import type { Paper } from '../paper.ts'
import type { DensityLines } from './density-lines.ts'
import { densityFill, densityInk, densityStroke, type LayoutFrame } from './density-look.ts'

/** Draws lines of density on a canvas under the map. */
export function drawDensity(
  canvas: CanvasRenderingContext2D,
  lines: DensityLines,
  { scale, left, top }: LayoutFrame,
  paper: Paper,
): void {
  const { width, height } = canvas.canvas
  canvas.clearRect(0, 0, width, height)
  if (lines.length === 0) return
  canvas.save()
  canvas.translate(left, top)
  canvas.scale(scale, -scale)
  canvas.lineWidth = 1 / scale
  canvas.fillStyle = canvas.strokeStyle = densityInk(paper)
  for (const line of lines) {
    const path = new Path2D(line)
    canvas.globalAlpha = densityFill
    // oxlint-disable-next-line no-array-fill-with-reference-type -- a canvas is no array
    canvas.fill(path, 'evenodd')
    canvas.globalAlpha = densityStroke
    canvas.stroke(path)
  }
  canvas.restore()
}
