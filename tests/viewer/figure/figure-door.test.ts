import { renameSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Corpus } from '#data/store/base/corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { keptFigure } from '#data/store/curate/keep-figure.ts'
import { mergeEntity } from '#data/store/curate/merge-entity.ts'
import { undoEvent } from '#data/store/curate/undo.ts'
import { type Said, sayMistake } from '#data/vocabulary/words/say.ts'
import { type DrawnFigure, firstFigure } from '#viewer/protocol/figure.ts'
import { applyChange } from '#viewer/server/changes.ts'
import { drawnForPage } from '#viewer/server/figure/drawn-for-page.ts'
import { drawnFigure, figureGround, figureSceneOf } from '#viewer/server/figure/figure-scene-of.ts'
import { createJobs } from '#viewer/server/jobs.ts'
import { serveMap, type ServedMap } from '#viewer/server/serve-map.ts'
import { copyInventedCorpus } from '../copy-invented-corpus.ts'
import { corpusPlace } from '../invented-corpus-file.ts'
import { crawledAt } from '../invented-network.ts'

const place = corpusPlace()
let corpus: Corpus
let writing: Corpus
let served: ServedMap
let token: string
const told: string[] = []
const page = new TextEncoder().encode('<!doctype html><head><title>Toile</title></head>')

beforeAll(async () => {
  writing = await copyInventedCorpus(place.file)
  corpus = openCorpus(place.file, 'read')
  served = await serveMap(
    {
      corpus,
      file: place.file,
      title: 'invented',
      now: () => crawledAt,
      client: new Map([['/index.html', { type: 'text/html; charset=utf-8', bytes: page }]]),
      openForChanges: () => writing,
      err: text => void told.push(text),
      jobs: createJobs([process.execPath], {}),
    },
    { port: 0 },
  )
  token = /name="toile-token" content="([^"]+)"/.exec(await (await fetch(served.address)).text())![1]!
})
afterAll(async () => {
  await served.close()
  corpus.close()
  writing.close()
  place.remove()
})

const settings = { ...firstFigure('fr', ''), title: 'Qui cite qui' }
const post = (path: string, body: unknown): Promise<Response> =>
  fetch(`${served.address}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-toile-token': token },
    body: JSON.stringify(body),
  })
const draw = (body: unknown): Promise<Response> => post('api/figure', body)
const keep = (number: number, settings: unknown): Promise<Response> =>
  post('api/change', { by: 'Ada', reason: '', change: { kind: 'figure', number, settings } })

describe('/api/figure', () => {
  it('answers what else is asked while a figure is drawn', async () => {
    const answered: string[] = []
    const figure = draw({ settings, file: { kind: 'png', dpi: 200 } }).then(async response => {
      const bytes = Buffer.from(await response.arrayBuffer())
      answered.push('figure')
      return { type: response.headers.get('content-type'), start: bytes.toString('latin1', 1, 4) }
    })
    // One after the other: a server that draws would answer the first ones at most.
    for (let asked = 0; asked < 20; asked++) {
      await (await fetch(`${served.address}api/figures`)).json()
      answered.push('other')
    }
    expect(await figure).toEqual({ type: 'image/png', start: 'PNG' })
    expect(answered).toEqual([...Array.from({ length: 20 }, () => 'other'), 'figure'])
  })

  it('keeps a figure as it is shown, in the thread that draws: others are answered meanwhile', async () => {
    const answered: string[] = []
    const drawn = draw({ settings, file: { kind: 'png', dpi: 150 } }).then(() => answered.push('drawn'))
    await fetch(`${served.address}api/figures`)
    // The thread has the picture in its hands. A server that made the scene itself would have kept the figure long before it comes.
    const kept = keep(7, settings).then(async response => {
      answered.push('kept')
      return (await response.json()) as unknown
    })
    for (let asked = 0; asked < 10; asked++) {
      await (await fetch(`${served.address}api/figures`)).json()
      answered.push('other')
    }
    expect(await kept).toMatchObject({ outcome: 'done', event: expect.any(Number) as number })
    await drawn
    expect(answered).toEqual([...Array.from({ length: 10 }, () => 'other'), 'drawn', 'kept'])
    const shown = drawnFigure(corpus, figureGround(corpus, 'invented'), settings)
    expect(keptFigure(corpus, 7)).toMatchObject({ settings, drawn: shown })
    expect(await (await keep(7, null)).json()).toMatchObject({ outcome: 'done' })
    expect(keptFigure(corpus, 7)).toBeUndefined()
  })

  it('keeps no figure that shows whom the corpus forgot while it was drawn', () => {
    const request = { by: 'Ada', reason: '', change: { kind: 'figure', number: 8, settings } }
    const shown = drawnFigure(corpus, figureGround(corpus, 'invented'), settings)
    const [one, other] = figureGround(corpus, '').ids as [string, string]
    const merged = mergeEntity(writing, { actor: 'Ada', reason: '', now: crawledAt }, one, other)
    expect(applyChange(writing, request, crawledAt, shown)).toEqual({ outcome: 'stale' })
    undoEvent(writing, { actor: 'Ada', reason: '', now: crawledAt }, merged!)
    expect(keptFigure(writing, 8)).toBeUndefined()
  })

  it('draws for the page what the corpus gives here, and knows of no changes of a figure that is not kept', async () => {
    const drawn = (await (await draw({ settings })).json()) as DrawnFigure
    const scene = figureSceneOf(corpus, figureGround(corpus, 'invented'), settings)
    expect(drawn).toEqual(JSON.parse(JSON.stringify(drawnForPage(scene))))
    expect(await (await fetch(`${served.address}api/figure-changes?number=7`)).json()).toEqual({ changes: null })
  })

  it('says in one sentence why a figure can not be drawn, and tells who serves what went wrong', async () => {
    const large = await draw({ settings: { ...settings, width: 1200, height: 1200 }, file: { kind: 'png', dpi: 2400 } })
    expect(large.status).toBe(422)
    const { said } = (await large.json()) as { said: readonly Said[] }
    expect(said.map(one => sayMistake(one, 'en'))).toEqual([expect.stringMatching(/^[^.\n]*113\D?386 × 113\D?386 pixels[^\n]*$/)]) // prettier-ignore
    const odd = await draw({ settings: { ...settings, width: 5 } })
    expect([odd.status, await odd.json()]).toEqual([422, { fields: ['width'] }])
    expect(told).toEqual([])
    renameSync(place.file, `${place.file}-away`)
    const gone = await draw({ settings })
    renameSync(`${place.file}-away`, place.file)
    expect([gone.status, await gone.json()]).toEqual([500, { error: 'fault' }])
    expect(told).toEqual([expect.stringMatching(/^[^\n]*: there is no corpus here; [^\n]*\n$/)])
    // What went wrong once is not remembered.
    expect((await draw({ settings })).status).toBe(200)
  })
})
