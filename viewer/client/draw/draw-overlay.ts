import {
  chooseLabels,
  fontFamily,
  fontOf,
  ringRadius,
  type ChosenLabel,
  type LabelScene,
} from './labels/choose-labels.ts'
import { besideNote, loneNote, loneNoteSize, type LoneNote } from './labels/lone-note.ts'
import { inkOn } from './ink-on.ts'
import type { Paper } from './paper.ts'

export interface OverlayScene extends LabelScene {
  /** What stands out is only pointed at, not selected. */
  readonly isPointed: boolean
  readonly paper: Paper
  /** How much larger than usual the reader wants letters. */
  readonly letters: number
}

/** Draws what lies above the dots: numbers in large ones, rings, labels with a halo. Returns how many names found no place. */
export function drawOverlay(canvas: CanvasRenderingContext2D, scene: OverlayScene): number {
  canvas.clearRect(0, 0, scene.stage.width, scene.stage.height)
  drawNumbers(canvas, scene)
  drawRings(canvas, scene)
  const { letters } = scene
  const room = { letters, areaPerLabel: 14_000 * letters }
  const note = loneNote(scene, text => measure(canvas, text, noteFont(letters)))
  if (note !== null) drawNote(canvas, scene, note)
  const stage = besideNote(scene.stage, note)
  const { labels, leftOut } = chooseLabels({ ...scene, stage }, (text, font) => measure(canvas, text, font), room)
  for (const label of labels) drawLeader(canvas, scene, label)
  for (const label of labels) drawLabel(canvas, scene, label)
  return leftOut
}

function drawNumbers(canvas: CanvasRenderingContext2D, scene: OverlayScene): void {
  const { look, places, shown, lit, stage } = scene
  canvas.textAlign = 'center'
  canvas.textBaseline = 'middle'
  for (let site = 0; site < look.number.length; site++) {
    const radius = scene.radius(site)
    const text = look.number[site]!
    if (radius < 7.5 || text === '' || shown.sites[site] === 0 || (lit !== null && !lit.sites.has(site))) continue
    const [x, y] = [places[site * 2]!, places[site * 2 + 1]!]
    if (x < -radius || y < -radius || x > stage.width + radius || y > stage.height + radius) continue
    canvas.font = `600 ${numberSize(radius).toFixed(1)}px ${fontFamily}`
    // A ring is written in on the paper of its hole.
    canvas.fillStyle = look.shape[site] === 'ring' ? scene.paper.ink : inkOn(look.colour[site]!)
    canvas.fillText(text, x, y + 0.5)
  }
}

export const numberSize = (radius: number): number => Math.min(15, radius)

function drawRings(canvas: CanvasRenderingContext2D, { lit, places, radius, paper, isPointed }: OverlayScene): void {
  canvas.lineWidth = isPointed ? 1.2 : 2
  canvas.strokeStyle = paper.ink
  for (const site of lit?.heads ?? []) {
    canvas.beginPath()
    canvas.arc(places[site * 2]!, places[site * 2 + 1]!, ringRadius(radius(site)), 0, Math.PI * 2)
    canvas.stroke()
  }
}

const noteFont = (letters: number): string => `italic 400 ${loneNoteSize * letters}px ${fontFamily}`

function drawNote(canvas: CanvasRenderingContext2D, { paper, letters }: OverlayScene, { text, x, y }: LoneNote): void {
  canvas.font = noteFont(letters)
  canvas.textAlign = 'left'
  canvas.textBaseline = 'middle'
  canvas.fillStyle = paper.leader
  canvas.fillText(text, x, y)
}

const widths = new Map<string, number>()

function measure(canvas: CanvasRenderingContext2D, text: string, font: string): number {
  const key = font + text
  let width = widths.get(key)
  if (width === undefined) {
    canvas.font = font
    widths.set(key, (width = canvas.measureText(text).width))
  }
  return width
}

/** The line from a dot to its name. */
export const leaderWidth = 0.9

function drawLeader(canvas: CanvasRenderingContext2D, { paper }: OverlayScene, { leader }: ChosenLabel): void {
  if (leader === null) return
  for (const [colour, width] of [
    [paper.colour, leaderWidth + 2],
    [paper.leader, leaderWidth],
  ] as const) {
    canvas.strokeStyle = colour
    canvas.lineWidth = width
    canvas.beginPath()
    canvas.moveTo(leader.x1, leader.y1)
    canvas.lineTo(leader.x2, leader.y2)
    canvas.stroke()
  }
}

function drawLabel(canvas: CanvasRenderingContext2D, scene: OverlayScene, label: ChosenLabel): void {
  canvas.font = fontOf(label)
  canvas.textAlign = 'left'
  canvas.textBaseline = 'middle'
  canvas.lineJoin = 'round'
  canvas.lineWidth = 4
  canvas.strokeStyle = scene.paper.colour
  canvas.strokeText(label.text, label.x, label.y)
  canvas.fillStyle = scene.paper.ink
  canvas.fillText(label.text, label.x, label.y)
}
