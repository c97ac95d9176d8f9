import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { Corpus } from '#data/store/base/corpus.ts'
import { keptFigures } from '#data/store/curate/keep-figure.ts'
import { corpusStamp } from '#data/store/map/map-facts.ts'
import { figureShape } from '#viewer/figure/figure-shape.ts'
import { type FigureKind, figureKinds, type KeptFigures } from '#viewer/protocol/figure.ts'
import { type ErrandsDesk, errandsDesk, TooBusy } from '../errands/errands-desk.ts'
import { settingsOf } from './figure-scene-of.ts'

interface FigureDoor {
  readonly corpus: Corpus
  readonly title: string
  /** Of figureDesk. */
  readonly desk: ErrandsDesk
}

/** What the server of a study shares with its doors. */
interface FigureSurroundings {
  readonly limit: Parameters<Hono['use']>[1]
  readonly bodyOf: (context: Context) => Promise<unknown>
}

const askedShape = z.object({
  settings: figureShape,
  /** Absent: to be looked at in the page. */
  file: z.object({ kind: z.enum(figureKinds), dpi: z.number().min(30).max(2400) }).optional(),
})

const figureTypes = {
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
  png: 'image/png',
} as const satisfies Readonly<Record<FigureKind, string>>

/** A PNG of a large network takes a minute on a slow machine. */
const bounds = { mostOrders: 20, longestMs: 600_000 }

/** Where all figures of a study are drawn, beside the server's own thread. */
export const figureDesk = (corpus: Corpus): ErrandsDesk => errandsDesk(corpus.file, bounds)

/** Figures: drawn for the page or written as files, beside the server's own thread; and those that are kept. */
export function addFigureAnswers(
  app: Hono,
  { corpus, title, desk }: FigureDoor,
  { limit, bodyOf }: FigureSurroundings,
): void {
  const study = () => studyNow({ corpus, title })
  const orBusy = async (context: Context, answer: () => Promise<Response>): Promise<Response> => {
    try {
      return await answer()
    } catch (error) {
      if (error instanceof TooBusy) return context.json({ error: 'busy' }, 503)
      throw error
    }
  }
  app.get('/api/figures', context => {
    const figures = keptFigures(corpus).map(figure => ({
      number: figure.number,
      settings: settingsOf(figure),
      at: figure.at,
    }))
    return context.json({ figures } satisfies KeptFigures)
  })
  app.get('/api/figure-changes', context =>
    orBusy(context, async () => {
      const number = Number(context.req.query('number'))
      const changes = await desk.ask('figureChanges', { ...study(), number })
      return context.json({ changes })
    }),
  )
  app.post('/api/figure', limit, async context => {
    const asked = askedShape.safeParse(await bodyOf(context))
    if (!asked.success) return context.json({ fields: asked.error.issues.map(({ path }) => path.at(-1) ?? '') }, 422)
    const { settings, file } = asked.data
    return orBusy(context, async () => {
      const answer = await desk.ask('figure', { ...study(), settings, file })
      if (answer.is === 'refused') return context.json({ said: answer.said }, 422)
      if (answer.is === 'file') return context.body(answer.bytes, 200, { 'content-type': figureTypes[answer.kind] })
      return context.body(answer.json, 200, { 'content-type': 'application/json' })
    })
  })
}

/** The state of the study that is asked of. */
export const studyNow = ({ corpus, title }: Omit<FigureDoor, 'desk'>) => ({ stamp: corpusStamp(corpus), title })
