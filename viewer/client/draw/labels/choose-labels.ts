import type { Model } from '#viewer/client/model/model.ts'
import type { Shown } from '#viewer/client/model/shown.ts'
import { DotGrid, type LabelDot } from './dot-grid.ts'
import type { Lit } from '../lit-by.ts'
import type { Look } from '../look.ts'
import type { Places } from '../nearest-tie.ts'
import { placeLabels, type LabelRoom, type LabelWish, type PlacedLabel } from './place-labels.ts'
import { shapeRim } from './shape-rim.ts'

/** What is drawn where, for what is written on it. */
export interface LabelScene {
  readonly stage: LabelRoom
  readonly model: Model
  readonly look: Look
  readonly shown: Shown
  readonly places: Places
  /** Radius on the stage, pixels. */
  readonly radius: (site: number) => number
  /** What stands out; null: all are equal. */
  readonly lit: Lit | null
  /** Every dot on the stage, where somebody keeps them; absent: they are laid out for these labels. */
  readonly grid?: DotGrid
}

export interface ChosenLabel extends PlacedLabel {
  readonly text: string
  readonly size: number
  readonly strong: boolean
}

/** The labels of a picture, and how many names in sight found no place. */
export interface ChosenLabels {
  readonly labels: readonly ChosenLabel[]
  readonly leftOut: number
}

interface Letters {
  readonly areaPerLabel: number
  /** How much larger than usual. */
  readonly letters: number
}

export const fontFamily =
  "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', Arial, sans-serif"
const labelCandidates = 600
/** Height of a line of text in parts of its size: enough for the tallest of those fonts. */
const lineHeight = 1.35

export const fontOf = ({ size, strong }: { readonly size: number; readonly strong: boolean }): string =>
  `${strong ? 600 : 400} ${size}px ${fontFamily}`

/** One that is pointed at, or the two ends of a tie or a question, are named in any case; of more, those that find a place, as a community's names would cover each other. */
const mostForced = 2

/** Clears the corners of every shape. */
export const ringRadius = (radius: number): number => radius * 1.2 + 4

/** Which sites get a label, where and how large: higher rank, larger letters. */
export function chooseLabels(
  scene: LabelScene,
  widthOf: (text: string, font: string) => number,
  { areaPerLabel, letters }: Letters,
): ChosenLabels {
  const { stage, look, lit } = scene
  const named = sitesToName(scene)
  const isHead = (site: number): boolean => lit?.heads.has(site) ?? false
  const looks = named.slice(0, labelCandidates).map((site, rank) => ({
    text: look.label[site]!,
    size: (lit !== null || rank < 12 ? 12.5 : 11.5) * letters,
    strong: lit === null ? rank < 5 : isHead(site),
  }))
  const wishes = looks.map(({ text, ...font }, at): LabelWish => {
    const site = named[at]!
    const dot = dotOf(scene, site)
    return {
      ...dot, radius: isHead(site) ? ringRadius(scene.radius(site)) : dot.radius,
      // Measured when its turn comes: most never get one.
      get width() { return widthOf(text, fontOf(font)) },
      height: font.size * lineHeight, forced: isHead(site) && lit!.heads.size <= mostForced,
    } // prettier-ignore
  })
  const area = (stage.width - (stage.left ?? 0)) * stage.height
  const most = lit ? 60 : Math.round(area / areaPerLabel)
  const lookOf = new Map(looks.map((one, at) => [named[at]!, one]))
  const placed = placeLabels(wishes, stage, most, scene.grid ?? dotsOnStage(scene))
  return {
    labels: placed.map(label => ({ ...label, ...lookOf.get(label.site)! })),
    leftOut: named.length - placed.length,
  }
}

/** Sites in sight that have a label, in the order in which they get it; only those that stand out, if some do. */
function sitesToName({ look, places, stage, lit, shown }: LabelScene): number[] {
  const { left = 0, width, height } = stage
  const named = look.rank.filter(site => {
    if (shown.sites[site] !== 1 || (lit !== null && !lit.sites.has(site)) || look.label[site] === '') return false
    const [x, y] = [places[site * 2]!, places[site * 2 + 1]!]
    return x >= left && y >= 0 && x <= width && y <= height
  })
  return lit === null ? named : named.sort((a, b) => Number(lit.heads.has(b)) - Number(lit.heads.has(a)))
}

const dotOf = ({ look, places, radius }: LabelScene, site: number): LabelDot => ({
  site,
  x: places[site * 2]!,
  y: places[site * 2 + 1]!,
  radius: radius(site) * shapeRim[look.shape[site]!],
})

/** Every dot that is drawn, those that are dimmed and those at the edge included: no name may cover it. */
export function dotsOnStage({ look, places, stage, shown, radius }: Omit<LabelScene, 'lit' | 'model'>): DotGrid {
  const edge = 40
  const seen = new Int32Array(places.length / 2)
  let count = 0
  for (let site = 0; site < seen.length; site++) {
    const [x, y] = [places[site * 2]!, places[site * 2 + 1]!]
    if (shown.sites[site] === 1 && x > -edge && y > -edge && x < stage.width + edge && y < stage.height + edge)
      seen[count++] = site
  }
  return new DotGrid(count, (index, into) => {
    const site = seen[index]!
    into.site = site
    into.x = places[site * 2]!
    into.y = places[site * 2 + 1]!
    into.radius = radius(site) * shapeRim[look.shape[site]!]
  })
}
