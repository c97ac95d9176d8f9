import { shapeRim } from '../client/draw/labels/shape-rim.ts'
import type { Look } from '../client/draw/look.ts'
import { angleOf, type FigurePlaces, fitPoints, type PaperPoint } from './figure-places.ts'
import { type FigureScene, tiesShown } from './figure-scene.ts'
import {
  fillSheet,
  fittingTurn,
  mostStretches,
  type SheetFit,
  type SheetStretch,
  turned,
  unstretched,
} from './fit-to-sheet.ts'
import type { PageBox } from './marks.ts'
import { pointInPixels } from './names/name-figure-sites.ts'
import { packForSheet } from './pack-for-sheet.ts'

/** Where sites stand on a sheet, and how they came there from the layout. */
export interface OnSheet {
  readonly places: FigurePlaces
  /** Counter-clockwise, in degrees. */
  readonly turn: number
  readonly stretch: SheetStretch
  /** Separate parts were put together anew. */
  readonly isPacked: boolean
}

/** The sites of a scene in their room: turned as asked; then, unless proportions are to be kept, packed anew and stretched where that fills it. */
export function placeOnSheet(scene: FigureScene, look: Look, room: PageBox, fill: number): OnSheet {
  const { model, shown, settings } = scene
  const sites = [...shown.sites.keys()].filter(site => shown.sites[site] === 1)
  const points = sites.map(site => ({ x: model.data.x[site]!, y: model.data.y[site]! }))
  const head = sites.indexOf(look.rank.find(site => shown.sites[site] === 1) ?? -1)
  const angle = settings.turn === 'fit' ? fittingTurn(points, room) : angleOf(settings.turn, points, points[head])
  const turn = (angle / Math.PI) * 180
  const onSheet = (fitted: readonly PaperPoint[], stretch: SheetStretch, isPacked: boolean): OnSheet => {
    const places: FigurePlaces[number][] = model.data.ids.map(() => undefined)
    for (const [index, site] of sites.entries()) places[site] = fitted[index]!
    return { places, turn, stretch, isPacked }
  }
  if (!settings.isFilled) {
    const largest = sites.reduce((most, site) => Math.max(most, look.radius[site]!), 0)
    const free = largest * 1.3 + (settings.names > 0 ? settings.nameSize * pointInPixels : 0)
    return onSheet(fitPoints(points, angle, room, free), unstretched, false)
  }
  const radii = sites.map(site => look.radius[site]! * shapeRim[look.shape[site]!] + 1)
  const upright = turned(points, angle)
  const fitted = (some: readonly PaperPoint[]): SheetFit =>
    fillSheet(some, radii, room, mostStretches(settings.turn), fill)
  const asLaidOut = fitted(upright)
  const isFull = asLaidOut.stretch.every(one => one === 1) && asLaidOut.fill >= fill
  const anew = isFull
    ? null
    : packedAnew(
        scene,
        sites,
        upright,
        radii.map(radius => radius / asLaidOut.scale),
        room,
      )
  const packed = anew && fitted(anew)
  // Parts become no smaller.
  return packed === null || packed.scale < asLaidOut.scale
    ? onSheet(asLaidOut.points, asLaidOut.stretch, false)
    : onSheet(packed.points, packed.stretch, true)
}

/** Null: there is one part alone, or a person put a site somewhere. @param radii in the unit of the points. */
function packedAnew(
  { model, shown }: FigureScene,
  sites: readonly number[],
  points: readonly PaperPoint[],
  radii: readonly number[],
  room: PageBox,
): PaperPoint[] | null {
  if ((model.data.pinned ?? []).some(site => shown.sites[site] === 1)) return null
  const placeOf = new Map(sites.map((site, place) => [site, place]))
  const kept = tiesShown({ shown })
  const ends = (of: readonly number[]): number[] => kept.map(tie => placeOf.get(of[tie]!)!)
  const ties = { source: ends(model.ties.source), target: ends(model.ties.target) }
  return packForSheet(points, radii, ties, room.width / room.height)
}
