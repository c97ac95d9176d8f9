import { figureWords, type FigureWords } from './figure-words.ts'
import type { FigureScene } from './figure-scene.ts'
import type { LineChoice } from './lines/choose-lines.ts'
import type { PageBox } from './marks.ts'
import { pointInPixels } from './names/name-figure-sites.ts'
import { figureNotes, type Remarks } from './parts/figure-notes.ts'
import { type FigurePart, inColumns, type Pen, stack, textBlock } from './parts/figure-part.ts'
import { fitLegend, type FittedLegend } from './parts/fit-legend.ts'
import { legendOf } from './parts/legend.ts'

/** A sheet with its margin, and the pen that writes on it. Pixels. */
export interface BlankSheet {
  readonly width: number
  readonly height: number
  readonly page: PageBox
  readonly pen: Pen
  readonly words: FigureWords
}

/** Where everything but the map lies. */
export interface PagePlan {
  /** The map's room: names stand inside of it, too. */
  readonly frame: PageBox
  readonly legend: Placed | null
  readonly title: Placed
  /** Caption, what must be said, source: of other remarks than planned for they may take another height. */
  readonly notesOf: (remarks: Remarks) => Placed
  /** Something did not fit and was left out. */
  readonly isCut: boolean
}

interface Placed {
  readonly part: FigurePart
  readonly x: number
  readonly y: number
}

const pixelsPerMm = 96 / 25.4

export function blankSheet(scene: FigureScene): BlankSheet {
  const { settings, paper, face } = scene
  const unit = settings.unit === 'mm' ? pixelsPerMm : 1
  const [width, height] = [settings.width * unit, settings.height * unit]
  const size = settings.nameSize * pointInPixels
  const margin = Math.max(8, size)
  return {
    width,
    height,
    page: { left: margin, top: margin, width: width - margin * 2, height: height - margin * 2 },
    pen: { face, size, ink: paper.ink, soft: paper.leader },
    words: figureWords(scene),
  }
}

interface PlanQuestion {
  readonly remarks: Remarks
  readonly lines: LineChoice
  /** Pixels of a dot in a frame for one of the map. */
  readonly dotScaleOf: (frame: PageBox) => number
}

/** Divides a sheet: the title above, notes below, the legend where it was asked for; beside the map notes stand under the legend where the sheet is wider than maps are. */
export function planPage(scene: FigureScene, sheet: BlankSheet, question: PlanQuestion): PagePlan {
  const { legend } = scene.settings
  if (legend === 'left' || legend === 'right') return planBeside(scene, sheet, question, legend === 'left')
  return planBelow(scene, sheet, question)
}

const titleOf = ({ page, pen, words }: BlankSheet): Placed => ({
  part: textBlock(pen, words.title, page.width, { scale: 1.6, isBold: true }),
  x: page.left,
  y: page.top,
})

const notesUnder =
  (scene: FigureScene, { page, pen, words }: BlankSheet) =>
  (remarks: Remarks): Placed => {
    const part = figureNotes(scene, pen, words, page.width, remarks)
    return { part, x: page.left, y: page.top + page.height - part.height }
  }

function planBelow(scene: FigureScene, sheet: BlankSheet, { remarks, lines, dotScaleOf }: PlanQuestion): PagePlan {
  const { page, pen, height } = sheet
  const { size } = pen
  const title = titleOf(sheet)
  const notesOf = notesUnder(scene, sheet)
  const middle = between(page, title.part.height + size * 0.6, notesOf(remarks).part.height + size * 0.6)
  if (scene.settings.legend === 'none')
    return { frame: middle, legend: null, title, notesOf, isCut: middle.height < height * 0.2 }
  const legendIn = (room: number, dotScale: number): FittedLegend =>
    fitLegend(room, ({ scale, nameLines }) => {
      const small = { ...pen, size: size * scale }
      const width = columnWidth(page, small.size)
      const blocks = legendOf({ scene, pen: small, width, nameLines, dotScale: dotScale * scene.settings.dots, lines })
      return { blocks, lay: parts => flow(parts, page, small.size) }
    })
  // Rather names in one line than a flat map.
  const legendFor = (dotScale: number): FittedLegend => {
    const tight = legendIn(middle.height - middle.width / flatRoom - size, dotScale)
    const isFine = scene.settings.isFilled && tight.tightness <= 1
    return isFine ? tight : legendIn(middle.height - height * 0.25 - size, dotScale)
  }
  // Dots are as large as the map lets them be, and the legend shows some: its height is guessed first.
  const underMap = legendFor(dotScaleOf(middle)).part.height + size
  const frame = { ...middle, height: Math.max(size * 4, middle.height - underMap) }
  const { part, isCut } = legendFor(dotScaleOf(frame))
  const legend = { part, x: page.left, y: frame.top + frame.height + size }
  return { frame, legend, title, notesOf, isCut: isCut || frame.height < height * 0.2 }
}

/** Width of a map by its height above a legend: a flatter one is a waste of the sheet. */
const flatRoom = 1.25

/** Width of a sheet by its height from which notes under the legend leave the map a better room than notes under all. */
const wideRoom = 1.2

function planBeside(
  scene: FigureScene,
  sheet: BlankSheet,
  { remarks, lines, dotScaleOf }: PlanQuestion,
  isLeft: boolean,
): PagePlan {
  const { page, pen, words, height } = sheet
  const { size } = pen
  const column = Math.min(page.width * 0.4, Math.max(page.width * 0.2, size * 17))
  const x = isLeft ? page.left : page.left + page.width - column
  const title = titleOf(sheet)
  const legendIn = (frame: PageBox, room: number): FittedLegend =>
    fitLegend(room, ({ scale, nameLines }) => {
      const small = { ...pen, size: size * scale }
      const dotScale = dotScaleOf(frame) * scene.settings.dots
      const blocks = legendOf({ scene, pen: small, width: column, nameLines, dotScale, lines })
      return { blocks, lay: parts => stack(parts, small.size * 0.7) }
    })
  const roomOver = (notes: number): PageBox =>
    without(between(page, title.part.height + size * 0.6, notes), column + page.left, isLeft)
  const notesOf = notesUnder(scene, sheet)
  const frame = roomOver(notesOf(remarks).part.height + size * 0.6)
  const legend = legendIn(frame, frame.height)
  const planned = (frame: PageBox, { part, isCut }: FittedLegend, notes: PagePlan['notesOf']): PagePlan => ({
    ...{ frame, title, notesOf: notes, isCut: isCut || frame.height < height * 0.2 },
    legend: { part, x, y: frame.top },
  })
  if (scene.settings.isFilled && frame.width > wideRoom * frame.height) {
    const notesBeside = (some: Remarks): Placed => {
      const part = figureNotes(scene, pen, words, column, some)
      return { part, x, y: page.top + page.height - part.height }
    }
    const high = roomOver(0)
    const over = legendIn(high, high.height - notesBeside(remarks).part.height - size)
    if (!over.isCut && over.tightness <= legend.tightness) return planned(high, over, notesBeside)
  }
  return planned(frame, legend, notesOf)
}

const between = (page: PageBox, above: number, below: number): PageBox => ({
  ...page,
  top: page.top + above,
  height: Math.max(20, page.height - above - below),
})

const without = (box: PageBox, width: number, isLeft: boolean): PageBox => ({
  ...box,
  left: isLeft ? box.left + width : box.left,
  width: Math.max(20, box.width - width),
})

const columnCount = (page: PageBox, size: number): number => Math.max(1, Math.floor(page.width / (size * 14.5)))
const columnWidth = (page: PageBox, size: number): number => {
  const count = columnCount(page, size)
  return (page.width - (count - 1) * size * 1.6) / count
}

const flow = (blocks: readonly FigurePart[], page: PageBox, size: number): FigurePart =>
  inColumns(blocks, columnWidth(page, size), columnCount(page, size), size * 0.8)
