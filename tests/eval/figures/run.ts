// npm run eval:figures -- FILES: figures of analysed corpora, in colours and in greys: how many of the names asked for have a place, how well lines
// are seen, how much of the map's room is empty. Prints the table of EVALUATION.md; with FIGURES=FOLDER the pictures to be looked at stay there.
import { mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { contrastOn } from '#viewer/client/draw/paper.ts'
import { drawFigure, type PrintedFigure } from '#viewer/figure/draw-figure.ts'
import { emptyShare } from '#viewer/figure/empty-share.ts'
import type { FigureScene } from '#viewer/figure/figure-scene.ts'
import { writeFigure } from '#viewer/figure/write-figure.ts'
import { figureSheets, type FigureSettings, firstFigure } from '#viewer/protocol/figure.ts'
import { figureGround, figureSceneOf } from '#viewer/server/figure/figure-scene-of.ts'

const files = process.argv.slice(2)
const folder = process.env['FIGURES']
if (folder !== undefined) mkdirSync(folder, { recursive: true })

const usual = firstFigure('fr', '')
const only = process.env['ONLY']?.split(',')
const pages: Readonly<Record<string, FigureSettings>> = {
  page: usual,
  'page, greys': { ...usual, ink: 'print' },
  column: { ...usual, ...figureSheets.column },
  'column, greys': { ...usual, ...figureSheets.column, ink: 'print' },
  slide: { ...usual, ...figureSheets.slide },
  'slide, greys': { ...usual, ...figureSheets.slide, ink: 'print' },
  post: { ...usual, ...figureSheets.post },
  'heavy lines': { ...usual, lines: 'readable' },
  arrows: { ...usual, lines: 'groups' },
  // As measured before sheets were filled.
  'short column': { ...usual, ...figureSheets.column, height: 125 },
  'small slide': { ...usual, unit: 'px', width: 1280, height: 720, nameSize: 11, names: 40, legend: 'right' },
}

/** Least contrast of a line, and of one above the median weight. */
function contrastsOf({ model, paper }: FigureScene, { look, lines }: PrintedFigure): readonly [number, number] {
  const { ties } = lines
  const weights = ties.map(tie => model.ties.weight[tie]!).sort((a, b) => a - b)
  const median = weights[Math.floor(weights.length / 2)] ?? 0
  const seen = (some: readonly number[]): number =>
    some.reduce((least, tie) => Math.min(least, contrastOn(paper, look.tieInk[tie]!, look.tieOpacity[tie]!)), Infinity)
  return [seen(ties), seen(ties.filter(tie => model.ties.weight[tie]! > median))]
}

/** Pairs of dots that lie over each other. */
function overlaps({ look, places }: PrintedFigure): number {
  const dots = places.flatMap((place, site) => (place === undefined ? [] : [{ ...place, radius: look.radius[site]! }]))
  const widest = dots.reduce((most, { radius }) => Math.max(most, radius), 0)
  dots.sort((a, b) => a.x - b.x)
  let count = 0
  for (const [at, one] of dots.entries())
    for (let next = at + 1; next < dots.length && dots[next]!.x - one.x < one.radius + widest; next++)
      if (Math.hypot(dots[next]!.x - one.x, dots[next]!.y - one.y) < one.radius + dots[next]!.radius) count++
  return count
}

const heads = ['graph', 'sites', 'ties', 'figure', 'names asked', 'placed', 'with a line', 'over dots', 'letters (pt)', 'least contrast', 'above the median', 'empty margin', 'stretched', 'dots that overlap', 'direction readable', 'CPU s'] // prettier-ignore
process.stdout.write(`| ${heads.join(' | ')} |\n| ${heads.map(() => '---').join(' | ')} |\n`)
for (const file of files) {
  const corpus = openCorpus(file, 'read')
  const name = basename(file).replace(/\.\w+$/, '')
  const data = figureGround(corpus, name)
  for (const [page, settings] of Object.entries(pages)) {
    if (only !== undefined && !only.includes(page)) continue
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
      `${(100 * emptyShare(figure)).toFixed(1)} %`,
      `${figure.stretch.map(one => one.toFixed(2)).join(' × ')}${figure.isPacked ? ', packed' : ''}`,
      overlaps(figure),
      figure.lines.readable === null ? '–' : `${(100 * figure.lines.readable).toFixed(0)} %`,
      ((user + system) / 1e6).toFixed(2),
    ]
    process.stdout.write(`| ${cells.join(' | ')} |\n`)
    if (folder === undefined) continue
    const png = await writeFigure(scene, 'png', 150, figure)
    writeFileSync(join(folder, `${name}-${page.replaceAll(' ', '-')}.png`), png)
  }
  corpus.close()
}
