import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { storeRunLabels } from '#data/store/graph/run-labels.ts'
import type { EntityId } from '#data/url/brand.ts'
import { statuses } from '#data/vocabulary/statuses.ts'
import { zones } from '#data/vocabulary/zones.ts'
import { createRandom } from '#graph/analysis/random.ts'
import { communityInPage, whyInPage } from '#viewer/explained/explained-answer.ts'
import { drawFigure } from '#viewer/figure/draw-figure.ts'
import { writeFigure } from '#viewer/figure/write-figure.ts'
import { figureKinds, firstFigure } from '#viewer/protocol/figure.ts'
import { publishedData } from '#viewer/publish/map-page.ts'
import { figureGround, figureSceneOf } from '#viewer/server/figure/figure-scene-of.ts'
import { createJobs } from '#viewer/server/jobs.ts'
import { serveMap } from '#viewer/server/serve-map.ts'
import { writeBenchCorpus } from '../map/bench-corpus.ts'

/** How long explanations take on an invented network of `sites` (10,000), and how long others wait meanwhile; then figures: `npm run bench:explain`. */
const sites = Number(process.argv[2] ?? 10_000)
const [ties, runs] = [sites * 5, 200]
const folder = mkdtempSync(join(tmpdir(), 'toile-bench-explain-'))
const file = join(folder, 'bench.sqlite')

/** Prints how long `work` takes, of the processor and on the clock: on a busy machine they differ. */
async function timed<Result>(what: string, work: () => Result | Promise<Result>): Promise<Result> {
  const [cpu, wall] = [process.cpuUsage(), performance.now()]
  const result = await work()
  const { user, system } = process.cpuUsage(cpu)
  process.stdout.write(`${what.padEnd(52)} ${((user + system) / 1e6).toFixed(2)} CPU s, ${((performance.now() - wall) / 1000).toFixed(2)} s\n`) // prettier-ignore
  return result
}

try {
  const corpus = writeBenchCorpus(file, { sites, ties, links: ties * 4 })
  const random = createRandom('bench explain')
  const labels = Array.from({ length: sites }, (_, site) => {
    const own = Uint32Array.from({ length: runs }, () => (random.next() < 0.9 ? site % 30 : random.int(30)))
    return [`site-${site + 1}.example` as EntityId, own] as const
  })
  corpus.write(() => storeRunLabels(corpus, 1, new Map(labels)))
  const page = {
    type: 'text/html',
    bytes: new TextEncoder().encode('<!doctype html><head><title>bench</title></head>'),
  }
  const client = new Map([['/index.html', page]])
  const parts = { corpus, file, title: 'bench', now: Date.now, client, openForChanges: () => corpus, jobs: createJobs([process.execPath], {}), err: () => undefined } // prettier-ignore
  const served = await serveMap(parts, { port: 0 })
  const ask = async (path: string): Promise<unknown> => (await fetch(served.address + path)).json()
  const token = /name="toile-token" content="([^"]+)"/.exec(await (await fetch(served.address)).text())![1]!
  const settings = firstFigure('fr', '')
  const post = async (path: string, asked: unknown): Promise<unknown> => {
    const headers = { 'content-type': 'application/json', 'x-toile-token': token }
    const answer = await fetch(served.address + path, { method: 'POST', headers, body: JSON.stringify(asked) })
    if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}`)
    return answer.arrayBuffer()
  }
  const draw = (file?: { kind: string; dpi: number }): Promise<unknown> => post('api/figure', { settings, file })
  let longest = 0
  const stop = new AbortController()
  const others = (async () => {
    while (!stop.signal.aborted) {
      const began = performance.now()
      await ask('api/stories')
      longest = Math.max(longest, performance.now() - began)
      await new Promise(resolve => setTimeout(resolve, 10))
    }
  })()
  const why = (one: string, other: string): string => `api/why?${new URLSearchParams({ one, other })}`
  await timed('/api/why, the first: two sites', () => ask(why('site-1.example', 'site-2.example')))
  await timed('/api/why, the next: two sites', () => ask(why('site-3.example', 'site-400.example')))
  await timed('/api/why, two communities', () => ask(why('community:site-1.example', 'community:site-2.example')))
  await timed('/api/community', () => ask('api/community?of=site-1.example'))
  const sayLongest = (): void => {
    process.stdout.write(`… the longest that another question waited meanwhile: ${longest.toFixed(0)} ms\n`)
    longest = 0
  }
  sayLongest()
  await timed('/api/figure, the first', () => draw())
  await timed('/api/figure, the next', () => draw())
  sayLongest()
  const change = { kind: 'figure', number: 1, settings }
  await timed('/api/change, the figure is kept', () => post('api/change', { by: 'bench', reason: '', change }))
  sayLongest()
  await timed('/api/figure, PNG at 300 dpi', () => draw({ kind: 'png', dpi: 300 }))
  stop.abort()
  await others
  sayLongest()
  await served.close()
  const choice = { title: 'bench', statuses: [...statuses], zones, minWeight: 0 }
  const published = await timed('published page, its data with evidence', () => publishedData(corpus, choice, { evidence: true })) // prettier-ignore
  const bytes = (part: unknown): string => `${(JSON.stringify(part).length / 1e6).toFixed(2)} MB`
  process.stdout.write(`… ${bytes(published)}, of which for explanations ${bytes(published.explained)}\n`)
  await timed('… why in the page, the first', () => whyInPage(published, 'site-1.example', 'site-2.example'))
  await timed('… why in the page, the next: two communities', () => whyInPage(published, 'community:site-1.example', 'community:site-2.example')) // prettier-ignore
  await timed('… a community in the page', () => communityInPage(published, 'site-1.example'))
  const data = figureGround(corpus, 'bench')
  const scene = figureSceneOf(corpus, data, firstFigure('fr', ''))
  const figure = await timed('figure: drawn', () => drawFigure(scene))
  for (const kind of figureKinds) {
    const written = await timed(`figure: written as ${kind}`, () => writeFigure(scene, kind, 300, figure))
    process.stdout.write(`… ${(written.length / 1e6).toFixed(2)} MB\n`)
  }
  corpus.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
