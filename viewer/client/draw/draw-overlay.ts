import type { Model } from '../model/model.ts'
import { sameFocus, type Focus } from './focus.ts'
import { inkOn } from './ink-on.ts'
import type { Look } from './look.ts'
import type { Places } from './nearest-tie.ts'
import { placeLabels, type LabelWish } from './place-labels.ts'

export interface OverlayScene {
  readonly stage: { readonly width: number; readonly height: number }
  readonly model: Model
  readonly look: Look
  readonly places: Places
  /** Radius on the stage, pixels. */
  readonly radius: (site: number) => number
  readonly focus: Focus
  readonly selected: Focus
  /** Flags of the sites that stand out; null: all are equal. */
  readonly lit: Uint8Array | null
  readonly colours: { readonly paper: string; readonly ink: string }
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
  drawLabels(canvas, scene, seen)
}

/** Sites in sight, those that stand out first, each in the order of rank. */
function sitesOnStage({ look, places, stage, lit }: OverlayScene): number[] {
  const isSeen = (site: number): boolean => {
    const [x, y] = [places[site * 2]!, places[site * 2 + 1]!]
    return x > -40 && y > -20 && x < stage.width + 40 && y < stage.height + 20
  }
  const seen: number[] = []
  for (const site of look.rank) {
    if ((lit === null || lit[site] === 1) && isSeen(site)) seen.push(site)
    if (seen.length >= labelCandidates) break
  }
  return seen
}

function drawNumbers(canvas: CanvasRenderingContext2D, scene: OverlayScene, seen: readonly number[]): void {
  canvas.textAlign = 'center'
  canvas.textBaseline = 'middle'
  for (const site of seen) {
    const radius = scene.radius(site)
    const text = scene.look.number[site]!
    if (text === '' || radius < 8.5) continue
    canvas.font = `600 ${Math.min(15, radius * 0.95).toFixed(1)}px ${fontFamily}`
    canvas.fillStyle = inkOn(scene.look.colour[site]!)
    canvas.fillText(text, scene.places[site * 2]!, scene.places[site * 2 + 1]! + 0.5)
  }
}

/** Clears the corners of every shape. */
const ringRadius = (scene: OverlayScene, site: number): number => scene.radius(site) * 1.2 + 4

function drawRings(canvas: CanvasRenderingContext2D, scene: OverlayScene): void {
  const ring = (site: number, width: number): void => {
    canvas.beginPath()
    canvas.arc(scene.places[site * 2]!, scene.places[site * 2 + 1]!, ringRadius(scene, site), 0, Math.PI * 2)
    canvas.lineWidth = width
    canvas.strokeStyle = scene.colours.ink
    canvas.stroke()
  }
  const { selected, focus } = scene
  if (focus !== null && 'site' in focus && !sameFocus(focus, selected)) ring(focus.site, 1)
  if (selected !== null && 'site' in selected) ring(selected.site, 2)
  if (focus !== null && 'tie' in focus)
    for (const end of [scene.model.data.ties.source[focus.tie]!, scene.model.data.ties.target[focus.tie]!])
      ring(end, 1.5)
}

const widths = new Map<string, number>()

function measure(canvas: CanvasRenderingContext2D, text: string): number {
  const key = canvas.font + text
  let width = widths.get(key)
  if (width === undefined) widths.set(key, (width = canvas.measureText(text).width))
  return width
}

const fontOf = (rank: number, strong: boolean): string =>
  `${strong ? 600 : 400} ${rank < 12 ? 12.5 : 11.5}px ${fontFamily}`

function drawLabels(canvas: CanvasRenderingContext2D, scene: OverlayScene, seen: readonly number[]): void {
  const { stage, focus, places, model } = scene
  const isHead = (site: number): boolean =>
    focus !== null &&
    ('site' in focus
      ? focus.site === site
      : [model.data.ties.source[focus.tie], model.data.ties.target[focus.tie]].includes(site))
  const ordered = focus === null ? seen : [...seen].sort((a, b) => Number(isHead(b)) - Number(isHead(a)))
  const fonts = new Map(
    ordered.map((site, rank) => [site, fontOf(scene.lit ? 0 : rank, isHead(site) || (!scene.lit && rank < 5))]),
  )
  const wishes = ordered.map((site): LabelWish => {
    canvas.font = fonts.get(site)!
    const text = model.data.labels[site]!
    return {
      site, x: places[site * 2]!, y: places[site * 2 + 1]!, radius: isHead(site) ? ringRadius(scene, site) : scene.radius(site),
      width: measure(canvas, text), height: 14, forced: isHead(site),
    } // prettier-ignore
  })
  const most = scene.lit ? 60 : Math.round((stage.width * stage.height) / 14_000)
  const dots = wishes.slice(0, 80)
  canvas.textAlign = 'left'
  canvas.textBaseline = 'middle'
  canvas.lineJoin = 'round'
  for (const label of placeLabels(wishes, stage, most, dots)) {
    canvas.font = fonts.get(label.site)!
    const text = model.data.labels[label.site]!
    canvas.lineWidth = 4
    canvas.strokeStyle = scene.colours.paper
    canvas.strokeText(text, label.x, label.y)
    canvas.fillStyle = scene.colours.ink
    canvas.fillText(text, label.x, label.y)
  }
}
