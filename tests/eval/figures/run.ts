// npm run eval:figures -- FILES: figures of analysed corpora, in colours and in greys: how many of the names asked for have a place, how well lines
// are seen, how much of the map's room is empty. Prints the table of EVALUATION.md; with FIGURES=FOLDER the pictures to be looked at stay there.
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { contrastOn } from '#viewer/client/draw/paper.ts'
import { drawFigure, type PrintedFigure } from '#viewer/figure/draw-figure.ts'
import type { FigureScene } from '#viewer/figure/figure-scene.ts'
import { writeFigure } from '#viewer/figure/write-figure.ts'
import { type FigureSettings, firstFigure } from '#viewer/protocol/figure.ts'
import { figureGround, figureSceneOf } from '#viewer/server/figure/figure-scene-of.ts'

const files = process.argv.slice(2)
const folder = process.env['FIGURES']
if (folder !== undefined) mkdirSync(folder, { recursive: true })

const usual = firstFigure('fr', '')
const pages: Readonly<Record<string, FigureSettings>> = {
  colours: usual,
  greys: { ...usual, ink: 'print' },
  'one column': { ...usual, width: 85, height: 125, legend: 'below', nameSize: 6, names: 20 },
  slide: { ...usual, unit: 'px', width: 1280, height: 720, nameSize: 11, names: 40, legend: 'right' },
}

/** Least contrast of a line, and of one above the median weight. */
function contrastsOf({ model, shown, paper }: FigureScene, { look }: PrintedFigure): readonly [number, number] {
  const ties = [...shown.ties.keys()].filter(tie => shown.ties[tie] === 1)
  const weights = ties.map(tie => model.ties.weight[tie]!).sort((a, b) => a - b)
  const median = weights[Math.floor(weights.length / 2)] ?? 0
  const seen = (some: readonly number[]): number =>
    some.reduce((least, tie) => Math.min(least, contrastOn(paper, look.tieInk[tie]!, look.tieOpacity[tie]!)), Infinity)
  return [seen(ties), seen(ties.filter(tie => model.ties.weight[tie]! > median))]
}

/** Of the room between legend, title and notes what lies outside of the box around dots and names. */
function emptyOf({ look, places, names, frame }: PrintedFigure): number {
  const dots = places.flatMap((place, site) => {
    if (place === undefined) return []
    const radius = look.radius[site]!
    return [{ left: place.x - radius, right: place.x + radius, top: place.y - radius, bottom: place.y + radius }]
  })
  const boxes = [...dots, ...names.map(({ left, top, width, height }) => ({ left, top, right: left + width, bottom: top + height }))] // prettier-ignore
  const edge = (of: (box: (typeof boxes)[number]) => number): number => boxes.reduce((most, box) => Math.max(most, of(box)), -Infinity) // prettier-ignore
  const [width, height] = [
    edge(box => box.right) + edge(box => -box.left),
    edge(box => box.bottom) + edge(box => -box.top),
  ]
  return 1 - (width * height) / (frame.width * frame.height)
}

const heads = ['graph', 'sites', 'ties', 'figure', 'names asked', 'placed', 'with a line', 'over dots', 'letters (pt)', 'least contrast', 'above the median', 'empty margin', 'CPU s'] // prettier-ignore
process.stdout.write(`| ${heads.join(' | ')} |\n| ${heads.map(() => '---').join(' | ')} |\n`)
for (const file of files) {
  const corpus = openCorpus(file, 'read')
  const name = basename(file).replace(/\.\w+$/, '')
  const data = figureGround(corpus, name)
  for (const [page, settings] of Object.entries(pages)) {
    const scene = figureSceneOf(corpus, data, settings)
    const before = process.cpuUsage()
    const figure = drawFigure(scene)
    const { user, system } = process.cpuUsage(before)
    const { names, leftOut } = figure
    const [least, heavy] = contrastsOf(scene, figure)
    const cells = [
      ...[name, scene.shown.siteCount, scene.shown.tieCount, page],
      ...[names.length + leftOut.length, names.length],
      names.filter(({ leader }) => leader !== null).length,
      names.filter(({ isOver }) => isOver).length,
      ((names[0]?.size ?? 0) * 0.75).toFixed(1),
      ...[least.toFixed(2), heavy === Infinity ? '–' : heavy.toFixed(2)],
      `${(100 * emptyOf(figure)).toFixed(1)} %`,
      ((user + system) / 1e6).toFixed(2),
    ]
    process.stdout.write(`| ${cells.join(' | ')} |\n`)
    if (folder === undefined) continue
    const png = await writeFigure(scene, 'png', 150, figure)
    writeFileSync(join(folder, `${name}-${page.replaceAll(' ', '-')}.png`), png)
  }
  corpus.close()
}
