import type { Context, Hono } from 'hono'
import { z } from 'zod'
import { Mistake } from '#data/mistake.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { keptFigure, keptFigures } from '#data/store/curate/keep-figure.ts'
import { groupOf } from '#viewer/client/view/scales.ts'
import { categoryName } from '#viewer/client/map/category-name.ts'
import { classesOf } from '#viewer/client/view/classes.ts'
import { alikeColours } from '#viewer/figure/alike-colours.ts'
import { drawFigure } from '#viewer/figure/draw-figure.ts'
import { figureFill, groupKey, type FigureScene } from '#viewer/figure/figure-scene.ts'
import { figureShape } from '#viewer/figure/figure-shape.ts'
import { ownWords } from '#viewer/figure/figure-words.ts'
import { unwritten } from '#viewer/figure/shortcomings.ts'
import { figureTypes, svgOfFigure, writeFigure } from '#viewer/figure/write-figure.ts'
import { type DrawnFigure, figureKinds, type KeptFigures } from '#viewer/protocol/figure.ts'
import type { MapData } from '#viewer/protocol/map.ts'
import { changesOfFigure, figureGround, figureSceneOf, settingsOf } from './figure-scene-of.ts'

interface FigureDoor {
  readonly corpus: Corpus
  readonly title: string
}

const askedShape = z.object({
  settings: figureShape,
  /** Absent: to be looked at in the page. */
  file: z.object({ kind: z.enum(figureKinds), dpi: z.number().min(30).max(2400) }).optional(),
})

/** Figures: drawn for the page, written as files, and those that are kept. */
export function addFigureAnswers(
  app: Hono,
  { corpus, title }: FigureDoor,
  { limit, bodyOf, remember }: FigureSurroundings,
): void {
  const ground = remember(() => figureGround(corpus, title))
  app.get('/api/figures', context => {
    const figures = keptFigures(corpus).map(figure => ({
      number: figure.number,
      settings: settingsOf(figure),
      at: figure.at,
    }))
    return context.json({ figures } satisfies KeptFigures)
  })
  app.get('/api/figure-changes', context => {
    const figure = keptFigure(corpus, Number(context.req.query('number')))
    return context.json({ changes: figure === undefined ? null : changesOfFigure(corpus, ground(), figure) })
  })
  app.post('/api/figure', limit, async context => {
    const asked = askedShape.safeParse(await bodyOf(context))
    if (!asked.success) return context.json({ fields: asked.error.issues.map(({ path }) => path.at(-1) ?? '') }, 422)
    const { settings, file } = asked.data
    const scene = figureSceneOf(corpus, ground(), settings)
    return file === undefined ? context.json(drawnFor(scene)) : sendFigure(context, scene, file)
  })
}

/** What the server of a study shares with its doors. */
export interface FigureSurroundings {
  readonly limit: Parameters<Hono['use']>[1]
  readonly bodyOf: (context: Context) => Promise<unknown>
  /** Made anew only when the corpus has changed. */
  readonly remember: (make: () => MapData) => () => MapData
}

async function sendFigure(
  context: Context,
  scene: FigureScene,
  { kind, dpi }: { readonly kind: keyof typeof figureTypes; readonly dpi: number },
): Promise<Response> {
  try {
    const bytes = await writeFigure(scene, kind, dpi)
    return context.body(new Uint8Array(bytes), 200, { 'content-type': figureTypes[kind] })
  } catch (error) {
    if (error instanceof Mistake) return context.json({ said: error.said }, 422)
    throw error
  }
}

function drawnFor(scene: FigureScene): DrawnFigure {
  const figure = drawFigure(scene)
  const { data } = scene.model
  const labels = (sites: readonly number[]): string[] => sites.map(site => data.labels[site]!)
  const groups = groupsOf(scene)
  return {
    svg: svgOfFigure(scene, figure, { isText: false, data: null }),
    width: figure.sheet.width,
    height: figure.sheet.height,
    names: figure.names.map(({ site, text, left, top, width, height, isPut }) => ({
      id: data.ids[site]!,
      text,
      left,
      top,
      width,
      height,
      x: figure.places[site]!.x,
      y: figure.places[site]!.y,
      isMoved: isPut,
    })),
    leftOut: labels(figure.leftOut),
    notThere: labels(figure.refused),
    unwritten: unwritten(scene, figure),
    unknown: scene.unknown,
    alike: scene.settings.ink === 'print' ? [] : alikeColours(groups),
    groups,
    words: ownWords(scene),
    cut: figure.isCut,
  }
}

/** What colours stand for, of the sites that are shown: the palette's own entries, the largest first. */
function groupsOf(scene: FigureScene): DrawnFigure['groups'] {
  const { model, view, shown, speech } = scene
  const column = model.columns.get(view.colour)
  if (column === undefined) return []
  const present = new Set(
    [...shown.sites.keys()].filter(site => shown.sites[site] === 1).map(site => groupOf(column, site)),
  )
  const name = (group: number): string => {
    if (column.kind === 'category') return categoryName(column, group, speech)
    const { least, most } = classesOf(column)[group]!
    return speech.between(least, most)
  }
  return [...present]
    .filter(group => group >= 0)
    .sort((a, b) => a - b)
    .slice(0, 60)
    .map(group => ({ value: groupKey(scene, group), name: name(group), fill: figureFill(scene, group) }))
}
