import type { CategoryColumn, NumberColumn } from '#viewer/protocol/map.ts'
import type { LegendBlock } from '#viewer/protocol/figure.ts'
import { inkOn } from '#viewer/client/draw/ink-on.ts'
import { isFiltered } from '#viewer/client/filters/filters.ts'
import { categoryName } from '#viewer/client/map/category-name.ts'
import { categoryColumn, numberColumn } from '#viewer/client/model/model.ts'
import { dotPath } from '#viewer/client/picture/dot-path.ts'
import { wrapText } from '#viewer/client/picture/wrap-text.ts'
import { classesOf, classOf } from '#viewer/client/view/classes.ts'
import type { Marks } from '#viewer/client/view/marks.ts'
import { colourMarks, numberIn, shapeMarks, shapeOf, type Shape } from '#viewer/client/view/scales.ts'
import { sizeSamples } from '#viewer/client/view/sizes.ts'
import { isWhole } from '#viewer/client/view/view.ts'
import { layerName } from '#viewer/client/words/layer-name.ts'
import { figureFill } from '../figure-scene.ts'
import type { PrintMark } from '../marks.ts'
import { type FigurePart, type Pen, stack, textBlock } from './figure-part.ts'
import { legendLines } from './legend-lines.ts'
import { head, type LegendQuestion, rimOf } from './legend-parts.ts'

/** The blocks of the legend that the settings ask for and the view has something for, in their order. */
export function legendOf(question: LegendQuestion): FigurePart[] {
  const made: Readonly<Record<LegendBlock, (question: LegendQuestion) => FigurePart | null>> = {
    counts,
    colours,
    shapes,
    sizes,
    ties: legendLines,
  }
  return question.scene.settings.blocks.map(name => made[name](question)).filter(block => block !== null)
}

function counts({ scene, pen, width }: LegendQuestion): FigurePart {
  const { model, view, shown, speech } = scene
  const { words } = speech
  const lines = [textBlock(pen, `${words.sites(shown.siteCount)}, ${words.ties(shown.tieCount)}`, width)]
  if (!isWhole(view.layer)) lines.push(textBlock(pen, layerName(view.layer, speech), width, { isSoft: true }))
  if (isFiltered(view.filters)) {
    const text = words.shownOf(words.sites(shown.siteCount), speech.count(model.siteCount), words.ties(shown.tieCount))
    lines.push(textBlock(pen, text, width, { isSoft: true }))
  }
  return stack(lines, pen.size * 0.2)
}

type DrawMark = (x: number, y: number, radius: number) => readonly PrintMark[]

/** A mark, a name in one or two lines, and a count at the right. */
function row({ pen, width, nameLines }: LegendQuestion, draw: DrawMark, name: string, count: string): FigurePart {
  const { face, size, ink, soft } = pen
  const room = width - size * 1.9 - face.widthOf(count, size, false) - size * 0.6
  const lines = linesOf(pen, name, room, nameLines)
  const text = { kind: 'text', size, isBold: false } as const
  return {
    height: size * (0.22 + 1.2 * lines.length),
    marksAt: (x, y) => [
      ...draw(x + size * 0.62, y + size * 0.72, size * 0.52),
      ...lines.map(
        (line, index) =>
          ({ ...text, text: line, x: x + size * 1.9, y: y + size * (1.05 + 1.2 * index), anchor: 'start', fill: ink }) as const, // prettier-ignore
      ),
      { ...text, text: count, x: x + width, y: y + size * 1.05, anchor: 'end', fill: soft },
    ],
  }
}

function linesOf({ face, size }: Pen, text: string, room: number, most: 1 | 2): string[] {
  const widthOf = (part: string): number => face.widthOf(part, size, false)
  if (most === 1) return [cut(text, room, widthOf)]
  const [first = '', ...rest] = wrapText(text, room, widthOf)
  return rest.length === 0
    ? [cut(first, room, widthOf)]
    : [cut(first, room, widthOf), cut(rest.join(' '), room, widthOf)]
}

function cut(text: string, room: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= room) return text
  const letters = [...text]
  while (letters.length > 1 && widthOf(`${letters.join('')}…`) > room) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

const dot =
  ({ scene, pen }: LegendQuestion, shape: Shape, fill: string, number = ''): DrawMark =>
  (x, y, radius) => {
    const disc: PrintMark = {
      kind: 'path',
      d: dotPath(shape, x, y, radius),
      fill,
      stroke: rimOf(scene),
      strokeWidth: 0.6,
    }
    if (number === '') return [disc]
    const size = pen.size * 0.78
    const written = { kind: 'text', text: number, x, y: y + size * 0.36, size, anchor: 'middle' } as const
    return [disc, { ...written, isBold: true, fill: inkOn(fill) }]
  }

/** Rows of the categories with a mark of their own, of the others together, and of what is not known (markOf(-1)). */
function categoryRows(
  question: LegendQuestion,
  column: CategoryColumn,
  { own, rest }: Marks,
  markOf: (category: number) => DrawMark,
): FigurePart[] {
  const { shown, speech } = question.scene
  // Only shown sites are counted: the legend belongs to the picture.
  const count = (isMeant: (category: number) => boolean): number =>
    column.values.filter((one, site) => shown.sites[site] === 1 && isMeant(one)).length
  const entry = (category: number, name: string, total: number): FigurePart[] =>
    total === 0 ? [] : [row(question, markOf(category), name, speech.count(total))]
  const others = count(one => rest.includes(one))
  return [
    ...own.flatMap(category =>
      entry(
        category,
        categoryName(column, category, speech),
        count(one => one === category),
      ),
    ),
    ...entry(rest[0] ?? -1, speech.words.others(rest.length), others),
    ...entry(
      -1,
      speech.words.unknown,
      count(one => one < 0),
    ),
  ]
}

function colours(question: LegendQuestion): FigurePart | null {
  const { model, view, speech } = question.scene
  const column = model.columns.get(view.colour)
  if (column === undefined) return null
  const rows = column.kind === 'number' ? classRows(question, column) : coloursOf(question, column)
  return stack([head(question, speech.words.legendColour, speech.columnTitle(column)), ...rows])
}

function coloursOf(question: LegendQuestion, column: CategoryColumn): FigurePart[] {
  const { scene } = question
  const markOf = (category: number): DrawMark =>
    dot(question, 'disc', figureFill(scene, category), numberIn(column, category, scene.view.ink))
  return categoryRows(question, column, colourMarks(column), markOf)
}

function classRows(question: LegendQuestion, column: NumberColumn): FigurePart[] {
  const { scene } = question
  const { shown, speech, view } = scene
  const groups = column.values.map(value => classOf(column, value))
  const entry = (group: number, name: string): FigurePart[] => {
    const total = groups.filter((one, site) => one === group && shown.sites[site] === 1).length
    const mark = dot(question, 'disc', figureFill(scene, group), numberIn(column, group, view.ink))
    return total === 0 ? [] : [row(question, mark, name, speech.count(total))]
  }
  return [
    ...classesOf(column).flatMap(({ least, most }, group) => entry(group, speech.between(least, most))),
    ...entry(-1, speech.words.unknown),
  ]
}

function shapes(question: LegendQuestion): FigurePart | null {
  const { model, view, speech, paper } = question.scene
  const column = categoryColumn(model, view.shape)
  if (!column) return null
  const markOf = (category: number): DrawMark => dot(question, shapeOf(column, category), paper.colour)
  const rows = categoryRows(question, column, shapeMarks(column), markOf)
  return stack([head(question, speech.words.legendShape, speech.columnTitle(column)), ...rows])
}

function sizes(question: LegendQuestion): FigurePart | null {
  const { scene, pen, dotScale } = question
  const { model, view, shown, speech } = scene
  const measure = numberColumn(model, view.size)
  const samples = measure ? sizeSamples(measure, shown.siteCount) : []
  if (!measure || samples.length === 0) return null
  const greatest = dotScale * samples.at(-1)!.radius
  const height = Math.max(greatest * 2, pen.size) + 4
  const row: FigurePart = {
    height,
    marksAt: (x, y) => {
      let left = x
      return samples.flatMap(({ value, radius }): PrintMark[] => {
        const r = dotScale * radius
        const text = speech.number(value)
        const start = left
        left += r * 2 + pen.size * 1.2 + pen.face.widthOf(text, pen.size, false)
        const middle = y + height / 2
        return [
          { kind: 'path', d: dotPath('disc', start + r, middle, r), stroke: rimOf(scene), strokeWidth: 0.7 },
          { kind: 'text', text, x: start + r * 2 + pen.size * 0.4, y: middle + pen.size * 0.35, size: pen.size, anchor: 'start', isBold: false, fill: pen.ink }, // prettier-ignore
        ]
      })
    },
  }
  return stack([head(question, speech.words.legendSize, speech.columnTitle(measure)), row])
}
