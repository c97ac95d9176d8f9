import { oncePer } from '#graph/analysis/once-per.ts'
import { lookOf, type Look } from '../client/draw/look.ts'
import type { Paper } from '../client/draw/paper.ts'
import { tieLook } from '../client/draw/tie-look.ts'
import { shownBy } from '../client/filters/shown-by.ts'
import { buildModel, numberColumn, type Model } from '../client/model/model.ts'
import type { Shown } from '../client/model/shown.ts'
import { viewOf } from '../client/view/address.ts'
import { fillOf, groupOf } from '../client/view/scales.ts'
import { sizeScale } from '../client/view/sizes.ts'
import { firstView, isWhole, type Layer, type View } from '../client/view/view.ts'
import { speak, type Speech } from '../client/words/format.ts'
import type { FigureSettings } from '../protocol/figure.ts'
import type { MapData, TiesData } from '../protocol/map.ts'
import { figurePaperOf } from './papers.ts'
import { typefaceOf, type Typeface } from './typeface.ts'

/** What a figure shows, before it has a place on paper. */
export interface FigureScene {
  readonly settings: FigureSettings
  readonly model: Model
  readonly view: View
  readonly shown: Shown
  /** Columns that the settings ask for and the map has not: what they were for is as usual. */
  readonly unknown: readonly string[]
  readonly speech: Speech
  readonly paper: Paper
  readonly face: Typeface
}

const modelOf = oncePer((data: MapData): Model => buildModel(data))

/** The part of the map that a figure is of. */
function viewOfFigure(
  data: MapData,
  { view, ink }: Pick<FigureSettings, 'view' | 'ink'>,
): { readonly view: View; readonly unknown: readonly string[] } {
  const model = modelOf(data)
  const unknown = new Set<string>()
  const seen = viewOf(view, firstView(model), column => {
    const isKnown = model.columns.has(column)
    if (!isKnown && column !== '') unknown.add(column)
    return isKnown
  })
  return { view: { ...seen, ink: ink === 'print' ? 'print' : 'colour' }, unknown: [...unknown] }
}

/** The hyperlinks that make its ties; null: those of the map. */
export function layerOfFigure(data: MapData, settings: FigureSettings): Layer | null {
  const { layer } = viewOfFigure(data, settings).view
  return isWhole(layer) ? null : layer
}

/** @param ties of layerOfFigure; null: those of the map. */
export function figureScene(data: MapData, ties: TiesData | null, settings: FigureSettings): FigureScene {
  const { view, unknown } = viewOfFigure(data, settings)
  const model = ties === null ? modelOf(data) : buildModel(data, ties, view.layer.as, ties.unread)
  return {
    settings,
    model,
    view,
    shown: shownBy(model, view.filters),
    unknown,
    speech: speak(settings.language, data.ofFile === true),
    paper: figurePaperOf(settings.paper),
    face: typefaceOf(settings.font),
  }
}

/** What a group of the colouring column is called in a palette of one's own: a category's value, a class's number. */
export function groupKey({ model, view }: Pick<FigureScene, 'model' | 'view'>, group: number): string {
  const column = model.columns.get(view.colour)
  if (group < 0 || column === undefined) return ''
  return column.kind === 'category' ? (column.categories[group]?.value ?? '') : String(group)
}

/** The fill of a group, by the person's palette where it says one. */
export function figureFill(scene: FigureScene, group: number): string {
  const { settings, model, view } = scene
  const own = settings.ink === 'own' ? settings.palette[groupKey(scene, group)] : undefined
  return own ?? fillOf(model.columns.get(view.colour), group, view.ink)
}

/** Ties that filters leave. */
export const tiesShown = ({ shown }: Pick<FigureScene, 'shown'>): number[] =>
  [...shown.ties.keys()].filter(tie => shown.ties[tie] === 1)

/**
 * How sites and ties are drawn. Unlike on the screen, only what is shown counts: sizes and weights of what a filter left out
 * change nothing. Lines never fade below the contrast that can be seen, however many there are: they grow thinner. Dots are
 * those of a map of 860 pixels.
 * @param ties those that are drawn: all that are shown, or some of them.
 */
export function figureLook(scene: FigureScene, ties: readonly number[]): Look {
  const { model, view, shown, speech, paper, settings } = scene
  const look = lookOf(model, view, speech, 1, null, paper)
  const column = model.columns.get(view.colour)
  const colour = model.data.ids.map((_, site) => figureFill(scene, groupOf(column, site)))
  const radius = sizeScale(numberColumn(model, view.size), shown.siteCount)
  const isGrey = view.ink === 'print' || column?.kind === 'number'
  return {
    ...look,
    colour,
    radius: Float32Array.from(colour, (_, site) => radius(site) * settings.dots),
    ...drawnTies(scene, ties, isGrey ? colour.map(() => '#6a6a6a') : colour),
  }
}

/** Of lines, on sheets larger than a page of a journal: they are seen from farther away. */
export const lineScale = ({ unit, width, height }: FigureSettings): number =>
  Math.max(1, Math.min(width, height) / (unit === 'mm' ? 125 : 472))

/** The same with smaller or larger dots. */
export const atScale = (look: Look, dotScale: number): Look => ({
  ...look,
  radius: look.radius.map(radius => radius * dotScale),
})

/** tieLook of the ties that are drawn, at the places of all. */
function drawnTies({ model, paper, settings }: FigureScene, kept: readonly number[], colours: readonly string[]) {
  const { source, weight } = model.ties
  const ties = { source: kept.map(tie => source[tie]!), weight: kept.map(tie => weight[tie]!) }
  const look = tieLook({ ties, tieCount: kept.length }, colours, () => undefined, paper, Infinity)
  const thin = Math.max(0.12, Math.min(1, Math.sqrt(600 / Math.max(1, kept.length)))) * lineScale(settings)
  const tieInk: string[] = model.ties.source.map(() => '')
  const [tieWidth, tieOpacity] = [new Float32Array(model.tieCount), new Float32Array(model.tieCount)]
  for (const [index, tie] of kept.entries()) {
    tieInk[tie] = look.tieInk[index]!
    tieWidth[tie] = look.tieWidth[index]! * thin
    tieOpacity[tie] = look.tieOpacity[index]!
  }
  return { tieInk, tieWidth, tieOpacity }
}
