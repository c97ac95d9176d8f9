import type { Model } from '#viewer/client/model/model.ts'
import type { LabelBox } from './dot-grid.ts'
import type { LabelRoom } from './place-labels.ts'
import type { LabelScene } from './choose-labels.ts'

/** A word above the sites without a tie, where they stand apart: pixels of the stage, the left end and the middle of the line. */
export interface LoneNote {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly box: LabelBox
}

export const loneNoteSize = 11
const fewest = 2
/** From the highest rim to the middle of the line. */
const above = 13

const known = new WeakMap<Model, readonly number[]>()

/** Sites without a tie; none where another stands among them. Once a model. */
function loneApart(model: Model): readonly number[] {
  let lone = known.get(model)
  if (lone === undefined) known.set(model, (lone = findApart(model)))
  return lone
}

function findApart({ data: { x, y }, tiesOut, tiesIn, siteCount }: Model): readonly number[] {
  const isLone = (site: number): boolean => tiesOut[site]!.length === 0 && tiesIn[site]!.length === 0
  const lone: number[] = []
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity]
  for (let site = 0; site < siteCount; site++) {
    if (!isLone(site)) continue
    lone.push(site)
    left = Math.min(left, x[site]!)
    right = Math.max(right, x[site]!)
    bottom = Math.min(bottom, y[site]!)
    top = Math.max(top, y[site]!)
  }
  if (lone.length < fewest || lone.length === siteCount) return []
  for (let site = 0; site < siteCount; site++) {
    const isAmong = x[site]! >= left && x[site]! <= right && y[site]! >= bottom && y[site]! <= top
    if (isAmong && !isLone(site)) return []
  }
  return lone
}

export function loneNote(scene: LabelScene, widthOf: (text: string) => number): LoneNote | null {
  const { model, look, shown, places, lit, stage } = scene
  if (lit !== null) return null
  const sites = loneApart(model).filter(site => shown.sites[site] === 1)
  if (sites.length < fewest) return null
  let [x, y] = [Infinity, Infinity]
  for (const site of sites) {
    x = Math.min(x, places[site * 2]! - scene.radius(site))
    y = Math.min(y, places[site * 2 + 1]! - scene.radius(site))
  }
  y -= above
  const text = look.loneText(sites.length)
  const width = widthOf(text)
  if (x < (stage.left ?? 0) || y < 10 || x + width > stage.width || y > stage.height) return null
  const box = { left: x, right: x + width, top: y - 7, bottom: y + 7 }
  const isCovered = stage.written?.some(
    other => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
  )
  return isCovered || isOnDots(box, scene) ? null : { text, x, y, box }
}

/** On a small stage the note is wider than the corner that lone sites have. */
function isOnDots({ left, right, top, bottom }: LabelBox, { shown, places, radius }: LabelScene): boolean {
  return shown.sites.some((isShown, site) => {
    const [x, y, rim] = [places[site * 2]!, places[site * 2 + 1]!, radius(site)]
    return isShown === 1 && x + rim > left && x - rim < right && y + rim > top && y - rim < bottom
  })
}

/** The stage with the note written on it. */
export const besideNote = (stage: LabelRoom, note: LoneNote | null): LabelRoom =>
  note === null ? stage : { ...stage, written: [...(stage.written ?? []), note.box] }
