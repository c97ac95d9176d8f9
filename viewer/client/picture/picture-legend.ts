import type { NumberColumn } from '../../protocol/map.ts'
import { inkOn } from '../draw/ink-on.ts'
import type { Look } from '../draw/look.ts'
import { categoryName } from '../map/category-name.ts'
import { categoryColumn, numberColumn, type Model } from '../model/model.ts'
import { isFiltered } from '../model/filters.ts'
import type { Shown } from '../model/shown.ts'
import {
  colourMarks,
  fillOf,
  numberIn,
  radiusScale,
  shapeMarks,
  shapeOf,
  sizeSamples,
  type Shape,
} from '../view/scales.ts'
import { classesOf, classOf } from '../view/classes.ts'
import { isWhole, type View } from '../view/view.ts'
import type { Speech } from '../words/format.ts'
import { layerName } from '../words/layer-name.ts'
import { dotPath } from './dot-path.ts'
import { short, svgText } from './svg-text.ts'
import { wrapText } from './wrap-text.ts'

export interface LegendQuestion {
  readonly model: Model
  readonly shown: Shown
  readonly view: View
  readonly speech: Speech
  readonly look: Look
  readonly width: number
  readonly height: number
  readonly dotScale: number
  readonly widthOf: (text: string, font: string) => number
}

const line = 13

/** Title, what the marks mean, and the source, from the top of the column downwards. */
export function pictureLegend(question: LegendQuestion): string {
  const { model, shown, view, speech } = question
  const { words } = speech
  const column = new Column(question)
  column.text(words.mapTitle, { size: 17, after: 4, serif: true })
  column.text(`${words.sites(shown.siteCount)}, ${words.ties(shown.tieCount)}`, { size: 10.5, after: 3 })
  column.text(words.mapCaptions[model.as], { after: 3 })
  if (!isWhole(view.layer)) column.text(layerName(view.layer, speech), { soft: true })
  if (isFiltered(view.filters))
    column.text(words.shownOf(words.sites(shown.siteCount), speech.count(model.siteCount), words.ties(shown.tieCount)), { soft: true }) // prettier-ignore
  colours(column, question)
  shapes(column, question)
  sizes(column, question)
  tieSamples(column, question)
  column.text(sourceOf(question), { soft: true, before: 8, size: 8.5 })
  return column.parts.join('')
}

/** Where the data come from, in a sentence. */
export function sourceOf({ model, speech }: Pick<LegendQuestion, 'model' | 'speech'>): string {
  const { words } = speech
  const { corpus, analysis } = model.data
  const crawl = corpus.crawl
    ? words.crawledOn(speech.dates(corpus.crawl.startedAt, corpus.crawl.endedAt), words.pages(corpus.pages.fetched))
    : words.imported(corpus.title)
  const date = analysis?.at ? speech.date(analysis.at) : ''
  return `${corpus.title}. ${crawl} ${analysis ? words.madeWith(analysis.version, date) : ''}`.trim()
}

interface TextLook {
  readonly size?: number
  readonly before?: number
  readonly after?: number
  readonly soft?: boolean
  readonly serif?: boolean
}

/** Lays parts out one under the other. */
class Column {
  readonly parts: string[] = []
  y = 0
  readonly #question: LegendQuestion

  constructor(question: LegendQuestion) {
    this.#question = question
  }

  text(text: string, { size = 9.5, before = 0, after = 1, soft = false, serif = false }: TextLook = {}): void {
    this.y += before
    const family = serif ? 'Georgia, serif' : ''
    const font = `${size}px ${family === '' ? 'Arial, sans-serif' : family}`
    for (const row of wrapText(text, this.#question.width, part => this.#question.widthOf(part, font))) {
      this.y += size * 1.25
      this.parts.push(
        `<text y="${short(this.y)}" font-size="${size}"${soft ? ' fill="#50555f"' : ''}${family === '' ? '' : ` font-family="${family}"`}>${svgText(row)}</text>`,
      )
    }
    this.y += after
  }

  head(title: string, name: string): void {
    this.y += 6
    this.parts.push(`<path d="M0,${short(this.y)}H${this.#question.width}" stroke="#c9c6c0" stroke-width="0.7"/>`)
    this.y += line
    this.parts.push(
      `<text y="${short(this.y)}"><tspan fill="#50555f">${svgText(title)}</tspan> <tspan font-weight="600">${svgText(name)}</tspan></text>`,
    )
    this.y += 2
  }

  /** A row with a mark of 12 pixels, a name cut to fit, and a count at the right. */
  row(mark: (x: number, y: number) => string, name: string, count: string): void {
    this.y += line
    const { width, widthOf } = this.#question
    const room = width - 18 - widthOf(count, '9.5px Arial, sans-serif') - 8
    this.parts.push(
      mark(6, this.y - 3.3),
      `<text x="18" y="${short(this.y)}">${svgText(cut(name, room, text => widthOf(text, '9.5px Arial, sans-serif')))}</text>`,
      `<text x="${width}" y="${short(this.y)}" text-anchor="end" fill="#50555f">${svgText(count)}</text>`,
    )
  }
}

function cut(text: string, room: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= room) return text
  const letters = [...text]
  while (letters.length > 1 && widthOf(`${letters.join('')}…`) > room) letters.pop()
  return `${letters.join('').trimEnd()}…`
}

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
  { shown }: LegendQuestion,
): (test: (category: number) => boolean) => number {
  return test => values.filter((category, site) => shown.sites[site] === 1 && test(category)).length
}

function colours(column: Column, question: LegendQuestion): void {
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

function classes(column: Column, measure: NumberColumn, { shown, view, speech }: LegendQuestion): void {
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

function shapes(column: Column, question: LegendQuestion): void {
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

function sizes(column: Column, { model, view, speech, dotScale }: LegendQuestion): void {
  const measure = numberColumn(model, view.size)
  const samples = measure === undefined ? [] : sizeSamples(measure)
  if (measure === undefined || samples.length === 0) return
  column.head(speech.words.legendSize, speech.columnTitle(measure))
  const scale = radiusScale(measure, model.siteCount)
  const radius = (value: number): number => dotScale * scale(value)
  const highest = samples.at(-1)!
  column.y += radius(highest) * 2 + 4
  let x = 0
  for (const sample of samples) {
    const r = radius(sample)
    const text = speech.number(sample)
    column.parts.push(
      `<circle cx="${short(x + r + 1)}" cy="${short(column.y - radius(highest))}" r="${short(r)}" fill="none" stroke="#3d4148"/>`,
      `<text x="${short(x + r * 2 + 5)}" y="${short(column.y - radius(highest) + 3.3)}">${svgText(text)}</text>`,
    )
    x += r * 2 + 12 + text.length * 5.5
  }
}

function tieSamples(column: Column, { model, speech }: LegendQuestion): void {
  const { words } = speech
  const heaviest = model.ties.weight.reduce((most, weight) => Math.max(most, weight), 1)
  column.head(words.legendTies, '')
  const sample = (path: string, text: string): void => {
    column.y += line
    column.parts.push(
      `<path transform="translate(0 ${short(column.y - 8)})" d="${path}" fill="#3d4148"/>`,
      `<text x="38" y="${short(column.y)}">${svgText(text)}</text>`,
    )
  }
  const isLinks = model.as === 'links'
  const lightest = isLinks ? 1 : model.ties.weight.reduce((least, weight) => Math.min(least, weight), heaviest)
  sample(isLinks ? 'M1,4.4 31,4.8 31,5.2 1,5.6Z' : 'M1,4.6H31V5.4H1Z', words.weight(speech.number(lightest)))
  if (heaviest > lightest)
    sample(isLinks ? 'M1,1.4 31,4.7 31,5.3 1,8.6Z' : 'M1,2.8H31V7.2H1Z', words.weight(speech.number(heaviest)))
  if (lightest > 1) column.text(words.lighterNotDrawn(speech.number(lightest)), { before: 2, soft: true })
  if (isLinks) column.text(words.tieBoth, { before: 2, soft: true })
}
