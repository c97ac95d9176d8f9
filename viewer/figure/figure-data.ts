import { groupOf } from '../client/view/scales.ts'
import { numberColumn } from '../client/model/model.ts'
import type { PrintedFigure } from './draw-figure.ts'
import { type FigureScene, groupKey } from './figure-scene.ts'

/** What a figure's file holds besides the picture: settings, and what is drawn, so that it can be checked and drawn again. */
export interface FigureData {
  readonly format: 'toile-figure'
  readonly corpus: string
  readonly analysis: { readonly version: string; readonly options: Readonly<Record<string, unknown>> } | null
  readonly settings: FigureScene['settings']
  readonly columns: { readonly colour: string; readonly shape: string; readonly size: string }
  readonly sites: readonly FigureSite[]
  /** Source and target by their place in `sites`, weight. */
  readonly ties: readonly (readonly [source: number, target: number, weight: number])[]
  /** Ids of the sites that are named, and of those whose name found no place. */
  readonly named: readonly string[]
  readonly leftOut: readonly string[]
}

export interface FigureSite {
  readonly id: string
  readonly label: string
  readonly group: string
  readonly size: number | null
  /** Of the layout, y upwards. */
  readonly x: number
  readonly y: number
}

export function figureData(scene: FigureScene, figure: PrintedFigure): FigureData {
  const { model, view, shown, settings } = scene
  const { data, ties } = model
  const sites = [...shown.sites.keys()].filter(site => shown.sites[site] === 1)
  const placeOf = new Map(sites.map((site, place) => [site, place]))
  const [colour, size] = [model.columns.get(view.colour), numberColumn(model, view.size)]
  return {
    format: 'toile-figure',
    corpus: data.corpus.title,
    analysis: data.analysis && { version: data.analysis.version, options: data.analysis.options },
    settings,
    columns: { colour: view.colour, shape: view.shape, size: view.size },
    sites: sites.map(site => ({
      id: data.ids[site]!,
      label: data.labels[site]!,
      group: groupKey(scene, groupOf(colour, site)),
      size: size?.values[site] ?? null,
      x: data.x[site]!,
      y: data.y[site]!,
    })),
    ties: [...shown.ties.keys()]
      .filter(tie => shown.ties[tie] === 1)
      .map(tie => [placeOf.get(ties.source[tie]!)!, placeOf.get(ties.target[tie]!)!, ties.weight[tie]!]),
    named: figure.names.map(({ site }) => data.ids[site]!),
    leftOut: figure.leftOut.map(site => data.ids[site]!),
  }
}
