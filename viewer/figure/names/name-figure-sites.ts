import { DotGrid, type LabelDot } from '#viewer/client/draw/labels/dot-grid.ts'
import type { Leader } from '#viewer/client/draw/labels/label-seats.ts'
import { shapeRim } from '#viewer/client/draw/labels/shape-rim.ts'
import type { Look } from '#viewer/client/draw/look.ts'
import type { FigurePlaces } from '../figure-places.ts'
import type { FigureScene } from '../figure-scene.ts'
import type { PageBox } from '../marks.ts'
import type { NameWish } from './name-seats.ts'
import { settleNames } from './settle-names.ts'

/** A name with its place, in pixels of the figure. */
export interface FigureName {
  readonly site: number
  readonly text: string
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly baseline: number
  readonly size: number
  readonly isBold: boolean
  readonly leader: Leader | null
  /** Its line runs over dots of sites without a name. */
  readonly isOver: boolean
  readonly isPut: boolean
}

export interface PlacedNames {
  readonly names: readonly FigureName[]
  /** Sites that were to be named and found no place. */
  readonly leftOut: readonly number[]
  /** Sites whose name was put where it can't stand. */
  readonly refused: readonly number[]
}

/** The first so many names are bold: the largest sites. */
const strong = 5
/** From the highest letter to the lowest one, in parts of the size: Arimo's and Tinos's accents and descenders. */
const [above, below] = [0.95, 0.24]
export const pointInPixels = 96 / 72

/**
 * Names the largest sites of a figure, as many as its settings ask for and find a place.
 * @param letters size of the names in parts of the size asked for. @param isThorough of settleNames.
 */
export function nameFigureSites(
  scene: FigureScene,
  look: Look,
  places: FigurePlaces,
  frame: PageBox,
  letters: number,
  isThorough: boolean,
): PlacedNames {
  const { settings, shown, model, face } = scene
  const size = settings.nameSize * pointInPixels * letters
  const sites = look.rank.filter(site => shown.sites[site] === 1 && look.label[site] !== '').slice(0, settings.names)
  const put = new Map(Object.entries(settings.moved))
  const wishes = sites.map((site, rank): NameWish => {
    const dot = dotOf(look, places, site)
    const moved = put.get(model.data.ids[site]!)
    return {
      ...dot,
      width: face.widthOf(look.label[site]!, size, rank < strong),
      height: size * (above + below),
      ...(moved && { put: { x: dot.x + moved[0] * pointInPixels, y: dot.y + moved[1] * pointInPixels } }),
    }
  })
  const dots = [...shown.sites.keys()].filter(site => shown.sites[site] === 1).map(site => dotOf(look, places, site))
  const room = {
    left: frame.left + 1,
    right: frame.left + frame.width - 1,
    top: frame.top + 1,
    bottom: frame.top + frame.height - 1,
  }
  const settled = settleNames(wishes, { grid: DotGrid.of(dots), room }, isThorough)
  const names = settled.flatMap(({ seat, isPut }, rank): FigureName[] => {
    if (seat === null) return []
    const { left, top } = seat.box
    const { width, height, site } = wishes[rank]!
    const text = look.label[site]!
    return [{ site, text, left, top, width, height, baseline: top + size * above, size, isBold: rank < strong, leader: seat.leader, isOver: seat.over > 0, isPut }] // prettier-ignore
  })
  return {
    names,
    leftOut: sites.filter((_, rank) => settled[rank]!.seat === null),
    refused: sites.filter((_, rank) => settled[rank]!.isRefused),
  }
}

const dotOf = (look: Look, places: FigurePlaces, site: number): LabelDot => ({
  site,
  ...places[site]!,
  // To the outer rim of its line.
  radius: look.radius[site]! * shapeRim[look.shape[site]!] + 0.4,
})
