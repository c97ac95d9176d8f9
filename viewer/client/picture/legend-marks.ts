import type { NumberColumn } from '../../protocol/map.ts'
import { inkOn } from '../draw/ink-on.ts'
import { categoryName } from '../map/category-name.ts'
import { categoryColumn, numberColumn } from '../model/model.ts'
import { classesOf, classOf } from '../view/classes.ts'
import { colourMarks, fillOf, numberIn, shapeMarks, shapeOf, type Shape } from '../view/scales.ts'
import { dotPath } from './dot-path.ts'
import type { LegendColumn } from './legend-column.ts'
import type { PictureQuestion } from './picture-question.ts'
import { short, svgText } from './svg-text.ts'

const mark = (shape: Shape, fill: string, stroke: string, number = ''): ((x: number, y: number) => string) => {
  const text = (x: number, y: number): string =>
    number === ''
      ? ''
      : `<text x="${x}" y="${short(y + 2.6)}" font-size="7.5" font-weight="600" text-anchor="middle" fill="${inkOn(fill)}">${svgText(number)}</text>`
  return (x, y) =>
    `<path d="${dotPath(shape, x, y, 5)}" fill="${fill}" fill-rule="evenodd" stroke="${stroke}" stroke-width="0.8"/>${text(x, y)}`
}

/** Only shown sites are counted: the legend belongs to the picture. */
function countShown(
  values: readonly number[],
  { shown }: PictureQuestion,
): (test: (category: number) => boolean) => number {
  return test => values.filter((category, site) => shown.sites[site] === 1 && test(category)).length
}

/** What colours mean: categories, or the classes of a measure. */
export function colours(column: LegendColumn, question: PictureQuestion): void {
  const { model, view, speech } = question
  const measure = numberColumn(model, view.colour)
  if (measure) return classes(column, measure, question)
  const categories = categoryColumn(model, view.colour)
  if (!categories) return
  column.head(speech.words.legendColour, speech.columnTitle(categories))
  const count = countShown(categories.values, question)
  const row = (category: number, name: string, total: number): void => {
    const fill = fillOf(categories, category, view.ink)
    if (total > 0)
      column.row(mark('disc', fill, '#3d4148', numberIn(categories, category, view.ink)), name, speech.count(total))
  }
  const { own, rest } = colourMarks(categories)
  for (const category of own) row(category, categoryName(categories, category, speech), count(one => one === category)) // prettier-ignore
  row(rest[0] ?? -1, speech.words.others(rest.length), count(one => rest.includes(one))) // prettier-ignore
  row(
    -1,
    speech.words.unknown,
    count(one => one < 0),
  )
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
export function shapes(column: LegendColumn, question: PictureQuestion): void {
  const { model, view, speech } = question
  const categories = categoryColumn(model, view.shape)
  if (!categories) return
  column.head(speech.words.legendShape, speech.columnTitle(categories))
  const count = countShown(categories.values, question)
  const { own, rest } = shapeMarks(categories)
  const row = (category: number, name: string, total: number): void => {
    if (total > 0) column.row(mark(shapeOf(categories, category), '#ffffff', '#3d4148'), name, speech.count(total))
  }
  for (const category of own) row(category, categoryName(categories, category, speech), count(one => one === category)) // prettier-ignore
  row(rest[0] ?? -1, speech.words.others(rest.length), count(one => rest.includes(one))) // prettier-ignore
  row(
    -1,
    speech.words.unknown,
    count(one => one < 0),
  )
}
