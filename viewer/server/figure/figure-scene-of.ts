import { lastModified } from '#data/store/base/corpus-dates.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import type { DrawnThen, StoredFigure } from '#data/store/curate/keep-figure.ts'
import { entityRows } from '#data/store/map/entity-rows.ts'
import { figureScene, layerOfFigure, type FigureScene } from '#viewer/figure/figure-scene.ts'
import { figureShape } from '#viewer/figure/figure-shape.ts'
import { drawnNow, whatChanged } from '#viewer/figure/what-changed.ts'
import { type FigureChanges, type FigureSettings, firstFigure, olderFigure } from '#viewer/protocol/figure.ts'
import type { MapData } from '#viewer/protocol/map.ts'
import { readMapData } from '../read-map-data.ts'
import { tiesOfLayer } from '../ties/ties-of-layer.ts'

/** What figures of a corpus are drawn from: the map as it was analysed, without the clock. */
export function figureGround(corpus: Corpus, title: string): MapData {
  const modified = Date.parse(lastModified(corpus))
  const data = readMapData({ corpus, title, now: () => modified })
  return { ...data, analysis: data.analysis && { ...data.analysis, id: 1, at: null } }
}

/** A figure of a corpus as its settings ask for it. */
export function figureSceneOf(corpus: Corpus, data: MapData, settings: FigureSettings): FigureScene {
  const layer = layerOfFigure(data, settings)
  return figureScene(data, layer && tiesOfLayer(corpus, data, layer), settings)
}

/** What a figure shows now, to be kept with it. */
export const drawnFigure = (corpus: Corpus, data: MapData, settings: FigureSettings): DrawnThen =>
  drawnNow(figureSceneOf(corpus, data, settings), entityRows(corpus).rowOf)

/** What a kept figure would show otherwise than when it was saved; null: that is no longer known. */
export function changesOfFigure(corpus: Corpus, data: MapData, figure: StoredFigure): FigureChanges | null {
  if (figure.drawn === null) return null
  const { rowOf, labelOf } = entityRows(corpus)
  const scene = figureSceneOf(corpus, data, settingsOf(figure))
  return whatChanged(figure.drawn, scene, rowOf, labelOf)
}

/** The settings of a kept figure; those that an older or a stranger's corpus has not, or has otherwise, are the usual ones. */
export function settingsOf({ settings }: StoredFigure): FigureSettings {
  const whole = figureShape.safeParse({ ...firstFigure('en', ''), ...olderFigure, ...(settings as object) })
  return whole.success ? whole.data : firstFigure('en', '')
}
