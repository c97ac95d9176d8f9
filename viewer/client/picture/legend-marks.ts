import type { CategoryColumn, NumberColumn } from '#viewer/protocol/map.ts'
import { inkOn } from '../draw/ink-on.ts'
import { categoryName } from '../map/category-name.ts'
import { categoryColumn, numberColumn } from '../model/model.ts'
import { classesOf, classOf } from '../view/classes.ts'
import type { Marks } from '../view/marks.ts'
import { colourMarks, fillOf, numberIn, shapeMarks, shapeOf, type Shape } from '../view/scales.ts'
import { dotPath } from './dot-path.ts'
import type { LegendColumn } from './legend-column.ts'
import type { PictureQuestion } from './picture-question.ts'
import { short, svgText } from './svg-text.ts'

type Mark = (x: number, y: number) => string

const mark = (shape: Shape, fill: string, stroke: string, number = ''): Mark => {
  const text = (x: number, y: number): string =>
    number === ''
      ? ''
      : `<text x="${x}" y="${short(y + 2.6)}" font-size="7.5" font-weight="600" text-anchor="middle" fill="${inkOn(fill)}">${svgText(number)}</text>`
  return (x, y) =>
    `<path d="${dotPath(shape, x, y, 5)}" fill="${fill}" fill-rule="evenodd" stroke="${stroke}" stroke-width="0.8"/>${text(x, y)}`
}

/** Rows of the categories with a mark of their own, of the others together, and of what is not known (markOf(-1)). */
function categoryRows(
  column: LegendColumn,
  categories: CategoryColumn,
  { own, rest }: Marks,
  markOf: (category: number) => Mark,
  { shown, speech }: PictureQuestion,
): void {
  const row = (category: number, name: string, isMeant: (one: number) => boolean): void => {
    // Only shown sites are counted: the legend belongs to the picture.
    const total = categories.values.filter((one, site) => shown.sites[site] === 1 && isMeant(one)).length
    if (total > 0) column.row(markOf(category), name, speech.count(total))
  }
  for (const category of own) row(category, categoryName(categories, category, speech), one => one === category)
  row(rest[0] ?? -1, speech.words.others(rest.length), one => rest.includes(one))
  row(-1, speech.words.unknown, one => one < 0)
}

/** What colours mean: categories, or the classes of a measure. */
export function colours(column: LegendColumn, question: PictureQuestion): void {
  const { model, view, speech } = question
  const measure = numberColumn(model, view.colour)
  if (measure) return classes(column, measure, question)
  const categories = categoryColumn(model, view.colour)
  if (!categories) return
  column.head(speech.words.legendColour, speech.columnTitle(categories))
  const markOf = (category: number): Mark =>
    mark('disc', fillOf(categories, category, view.ink), '#3d4148', numberIn(categories, category, view.ink))
  categoryRows(column, categories, colourMarks(categories), markOf, question)
}

function classes(column: LegendColumn, measure: NumberColumn, { shown, view, speech }: PictureQuestion): void {
  column.head(speech.words.legendColour, speech.columnTitle(measure))
  const groups = measure.values.map(value => classOf(measure, value))
  const row = (group: number, name: string): void => {
    const total = groups.filter((one, site) => one === group && shown.sites[site] === 1).length
    const fill = fillOf(measure, group, view.ink)
    if (total > 0) column.row(mark('disc', fill, '#3d4148', numberIn(measure, group, view.ink)), name, speech.count(total)) // prettier-ignore
  }
  for (const [group, { least, most }] of classesOf(measure).entries()) row(group, speech.between(least, most))
  row(-1, speech.words.unknown)
}

/** What shapes mean. */
export function legendShapes(column: LegendColumn, question: PictureQuestion): void {
  const { model, view, speech } = question
  const categories = categoryColumn(model, view.shape)
  if (!categories) return
  column.head(speech.words.legendShape, speech.columnTitle(categories))
  const markOf = (category: number): Mark => mark(shapeOf(categories, category), '#ffffff', '#3d4148')
  categoryRows(column, categories, shapeMarks(categories), markOf, question)
}
