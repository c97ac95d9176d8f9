import { groupOf } from '../client/view/scales.ts'
import { numberColumn } from '../client/model/model.ts'
import type { PrintedFigure } from './draw-figure.ts'
import { type FigureScene, groupKey } from './figure-scene.ts'
import type { SheetStretch } from './fit-to-sheet.ts'

/** What a figure's file holds besides the picture: settings, and what is drawn, so that it can be checked and drawn again. */
export interface FigureData {
  readonly format: 'toile-figure'
  readonly corpus: string
  readonly analysis: { readonly version: string; readonly options: Readonly<Record<string, unknown>> } | null
  readonly settings: FigureScene['settings']
  /** How sites came from the layout to the sheet: turned counter-clockwise by degrees, stretched, separate parts put together anew. */
  readonly placed: { readonly turn: number; readonly stretch: SheetStretch; readonly isPacked: boolean }
  readonly columns: { readonly colour: string; readonly shape: string; readonly size: string }
  readonly sites: readonly FigureSite[]
  /** Those that are drawn: source and target by their place in `sites`, weight. */
  readonly ties: readonly (readonly [source: number, target: number, weight: number])[]
  readonly lines: FigureLinesData
  /** Ids of the sites that are named, and of those whose name found no place. */
  readonly named: readonly string[]
  readonly leftOut: readonly string[]
}

interface FigureLinesData {
  /** Ties that filters leave; those drawn are of weight `from` or more; null: all are drawn. */
  readonly of: number
  readonly from: number | null
  /** Share of those drawn whose direction can be read; null: they show none. */
  readonly readable: number | null
  /** From group to group of the column that colours, with the sum of the weights. */
  readonly arrows: readonly (readonly [from: string, to: string, weight: number])[]
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
    placed: { turn: rounded(figure.turn), stretch: [rounded(figure.stretch[0]), rounded(figure.stretch[1])], isPacked: figure.isPacked }, // prettier-ignore
    columns: { colour: view.colour, shape: view.shape, size: view.size },
    sites: sites.map(site => ({
      id: data.ids[site]!,
      label: data.labels[site]!,
      group: groupKey(scene, groupOf(colour, site)),
      size: size?.values[site] ?? null,
      x: data.x[site]!,
      y: data.y[site]!,
    })),
    ties: figure.lines.ties.map(tie => [
      placeOf.get(ties.source[tie]!)!,
      placeOf.get(ties.target[tie]!)!,
      ties.weight[tie]!,
    ]),
    lines: {
      of: shown.tieCount,
      from: figure.lines.from,
      readable: figure.lines.readable === null ? null : rounded(figure.lines.readable),
      arrows: (figure.lines.arrows?.drawn ?? []).map(({ from, to, weight }) => [groupKey(scene, from), groupKey(scene, to), weight]), // prettier-ignore
    },
    named: figure.names.map(({ site }) => data.ids[site]!),
    leftOut: figure.leftOut.map(site => data.ids[site]!),
  }
}

const rounded = (value: number): number => Number(value.toFixed(3))
