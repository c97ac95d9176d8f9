import { Mistake } from '#data/mistake.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { type DrawnThen, keptFigure } from '#data/store/curate/keep-figure.ts'
import type { Said } from '#data/vocabulary/words/say.ts'
import { writeFigure } from '#viewer/figure/write-figure.ts'
import type { FigureChanges, FigureKind, FigureSettings } from '#viewer/protocol/figure.ts'
import type { MapData } from '#viewer/protocol/map.ts'
import { drawnForPage } from './drawn-for-page.ts'
import { changesOfFigure, drawnFigure, figureGround, figureSceneOf } from './figure-scene-of.ts'

interface OfStudy {
  /** State of the corpus that is asked of: a thread opens it anew each time, and could not tell. */
  readonly stamp: string
  readonly title: string
}

/** Figures, drawn beside the server's own thread. */
export interface FigureErrands {
  readonly figure: {
    readonly asked: OfStudy & {
      readonly settings: FigureSettings
      /** Undefined: to be looked at in the page. */
      readonly file: { readonly kind: FigureKind; readonly dpi: number } | undefined
    }
    readonly answer: FigureAnswer
  }
  /** What a kept figure would show otherwise than when it was saved; null: that is not known. */
  readonly figureChanges: {
    readonly asked: OfStudy & { readonly number: number }
    readonly answer: FigureChanges | null
  }
  /** What a figure shows now, to be kept with its settings. */
  readonly figureShown: {
    readonly asked: OfStudy & { readonly settings: FigureSettings }
    readonly answer: FigureShown
  }
}

type Refused = { readonly is: 'refused'; readonly said: readonly Said[] }

type FigureShown = { readonly is: 'shown'; readonly drawn: DrawnThen } | Refused

/** 'drawn': a DrawnFigure as JSON. 'refused': it can't be drawn so, and why. */
type FigureAnswer =
  | { readonly is: 'drawn'; readonly json: string }
  | { readonly is: 'file'; readonly kind: FigureKind; readonly bytes: Uint8Array<ArrayBuffer> }
  | Refused

/** The map of the state that was asked of last: figures of one corpus are drawn one after the other. */
let ground: { readonly of: string; readonly data: MapData } | undefined

function groundNow(corpus: Corpus, { stamp, title }: OfStudy): MapData {
  const of = JSON.stringify([corpus.file, stamp, title])
  if (ground?.of !== of) ground = { of, data: figureGround(corpus, title) }
  return ground.data
}

export async function drawAsked(
  corpus: Corpus,
  { settings, file, ...study }: FigureErrands['figure']['asked'],
): Promise<FigureAnswer> {
  return orRefused(async () => {
    const scene = figureSceneOf(corpus, groundNow(corpus, study), settings)
    if (file === undefined) return { is: 'drawn', json: JSON.stringify(drawnForPage(scene)) }
    return { is: 'file', kind: file.kind, bytes: new Uint8Array(await writeFigure(scene, file.kind, file.dpi)) }
  })
}

export const shownAsked = (
  corpus: Corpus,
  { settings, ...study }: FigureErrands['figureShown']['asked'],
): Promise<FigureShown> =>
  orRefused(() => ({ is: 'shown', drawn: drawnFigure(corpus, groundNow(corpus, study), settings) }))

/** A Mistake is no Mistake any more on the other side of a thread: its words go as an answer. */
async function orRefused<Answer>(make: () => Answer | Promise<Answer>): Promise<Answer | Refused> {
  try {
    return await make()
  } catch (error) {
    if (error instanceof Mistake) return { is: 'refused', said: error.said }
    throw error
  }
}

export function changesAsked(
  corpus: Corpus,
  { number, ...study }: FigureErrands['figureChanges']['asked'],
): FigureChanges | null {
  const figure = keptFigure(corpus, number)
  return figure === undefined ? null : changesOfFigure(corpus, groundNow(corpus, study), figure)
}
