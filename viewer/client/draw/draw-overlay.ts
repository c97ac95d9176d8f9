import type { Model } from '../model/model.ts'
import type { Shown } from '../model/shown.ts'
import { inkOn } from './ink-on.ts'
import type { Lit } from './lit-by.ts'
import type { Look } from './look.ts'
import type { Places } from './nearest-tie.ts'
import { placeLabels, type LabelWish, type PlacedLabel } from './place-labels.ts'

export interface OverlayScene {
  readonly stage: { readonly width: number; readonly height: number }
  readonly model: Model
  readonly look: Look
  readonly shown: Shown
  readonly places: Places
  /** Radius on the stage, pixels. */
  readonly radius: (site: number) => number
  /** What stands out; null: all are equal. */
  readonly lit: Lit | null
  /** It is only pointed at, not selected. */
  readonly isPointed: boolean
  readonly paper: string
  readonly ink: string
  /** How much larger than usual the reader wants letters; absent: 1. */
  readonly letters?: number
}

export const fontFamily =
  "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', Arial, sans-serif"
const labelCandidates = 600

/** Draws what lies above the dots: numbers in large ones, rings around what is chosen, labels with a halo. */
export function drawOverlay(canvas: CanvasRenderingContext2D, scene: OverlayScene): void {
  canvas.clearRect(0, 0, scene.stage.width, scene.stage.height)
  const seen = sitesOnStage(scene)
  drawNumbers(canvas, scene, seen)
  drawRings(canvas, scene)
  const { letters = 1 } = scene
  const room = { letters, areaPerLabel: 14_000 * letters }
  for (const label of chooseLabels(scene, seen, (text, font) => measure(canvas, text, font), room))
    drawLabel(canvas, scene, label)
}

/** Sites in sight in the order in which they get labels; only those that stand out, if some do. */
export function sitesOnStage({ look, places, stage, lit, shown }: OverlayScene): number[] {
  const isSeen = (site: number): boolean => {
    const [x, y] = [places[site * 2]!, places[site * 2 + 1]!]
    return x > -40 && y > -20 && x < stage.width + 40 && y < stage.height + 20
  }
  const seen: number[] = []
  for (const site of look.rank) {
    if (shown.sites[site] === 1 && (lit === null || lit.sites.has(site)) && isSeen(site)) seen.push(site)
    if (seen.length >= labelCandidates) break
  }
  return lit === null ? seen : seen.sort((a, b) => Number(lit.heads.has(b)) - Number(lit.heads.has(a)))
}

function drawNumbers(canvas: CanvasRenderingContext2D, scene: OverlayScene, seen: readonly number[]): void {
  canvas.textAlign = 'center'
  canvas.textBaseline = 'middle'
  for (const site of seen) {
    const radius = scene.radius(site)
    const text = scene.look.number[site]!
    if (text === '' || radius < 7.5) continue
    canvas.font = `600 ${numberSize(radius).toFixed(1)}px ${fontFamily}`
    // A ring is written in on the paper of its hole.
    canvas.fillStyle = scene.look.shape[site] === 'ring' ? scene.ink : inkOn(scene.look.colour[site]!)
    canvas.fillText(text, scene.places[site * 2]!, scene.places[site * 2 + 1]! + 0.5)
  }
}

export const numberSize = (radius: number): number => Math.min(15, radius)

/** Clears the corners of every shape. */
const ringRadius = (scene: OverlayScene, site: number): number => scene.radius(site) * 1.2 + 4

function drawRings(canvas: CanvasRenderingContext2D, scene: OverlayScene): void {
  canvas.lineWidth = scene.isPointed ? 1.2 : 2
  canvas.strokeStyle = scene.ink
  for (const site of scene.lit?.heads ?? []) {
    canvas.beginPath()
    canvas.arc(scene.places[site * 2]!, scene.places[site * 2 + 1]!, ringRadius(scene, site), 0, Math.PI * 2)
    canvas.stroke()
  }
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

export interface ChosenLabel extends PlacedLabel {
  readonly text: string
  readonly size: number
  readonly strong: boolean
}

const fontOf = ({ size, strong }: { size: number; strong: boolean }): string =>
  `${strong ? 600 : 400} ${size}px ${fontFamily}`

/** Which sites get a label, where and how large: higher rank, larger letters. */
export function chooseLabels(
  scene: OverlayScene,
  seen: readonly number[],
  widthOf: (text: string, font: string) => number,
  { areaPerLabel = 14_000, letters = 1 }: { readonly areaPerLabel?: number; readonly letters?: number } = {},
): ChosenLabel[] {
  const { stage, places, look, lit } = scene
  const named = seen.filter(site => look.label[site] !== '')
  const looks = new Map(
    named.map((site, rank) => {
      const strong = lit === null ? rank < 5 : lit.heads.has(site)
      return [site, { text: look.label[site]!, size: (lit !== null || rank < 12 ? 12.5 : 11.5) * letters, strong }]
    }),
  )
  const wishes = named.map((site): LabelWish => {
    const { text, ...font } = looks.get(site)!
    const isHead = lit?.heads.has(site) ?? false
    return {
      site, x: places[site * 2]!, y: places[site * 2 + 1]!, radius: isHead ? ringRadius(scene, site) : scene.radius(site),
      // Measured when its turn comes: most never get one.
      get width() { return widthOf(text, fontOf(font)) },
      height: 14 * letters, forced: isHead && lit!.heads.size <= 12,
    } // prettier-ignore
  })
  const most = lit ? 60 : Math.round((stage.width * stage.height) / areaPerLabel)
  return placeLabels(wishes, stage, most, wishes.slice(0, 120)).map(label => ({ ...label, ...looks.get(label.site)! }))
}

function drawLabel(canvas: CanvasRenderingContext2D, scene: OverlayScene, label: ChosenLabel): void {
  canvas.font = fontOf(label)
  canvas.textAlign = 'left'
  canvas.textBaseline = 'middle'
  canvas.lineJoin = 'round'
  canvas.lineWidth = 4
  canvas.strokeStyle = scene.paper
  canvas.strokeText(label.text, label.x, label.y)
  canvas.fillStyle = scene.ink
  canvas.fillText(label.text, label.x, label.y)
}
