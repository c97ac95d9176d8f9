import { kindsOfChange } from '#data/vocabulary/kinds-of-change.ts'
import { changeLook } from '../draw/change-look.ts'
import { isFiltered } from '../filters/filters.ts'
import { mapLimits } from '../map/map-notices.ts'
import { numberColumn } from '../model/model.ts'
import { sizeSamples } from '../view/sizes.ts'
import { isWhole } from '../view/view.ts'
import { layerName } from '../words/layer-name.ts'
import { LegendColumn, lineHeight } from './legend-column.ts'
import { colours, legendShapes } from './legend-marks.ts'
import type { PictureQuestion } from './picture-question.ts'
import { short, svgText } from './svg-text.ts'

interface LegendQuestion extends PictureQuestion {
  /** How much larger dots are than on the screen. */
  readonly dotScale: number
  /** Names that found no place. */
  readonly leftOut: number
}

/** Title, what the marks mean, and the source, from the top of the column downwards. */
export function pictureLegend(question: LegendQuestion): string {
  const { model, shown, view, speech } = question
  const { words } = speech
  const column = new LegendColumn(question)
  column.text(words.relationTitles[model.as], { size: 17, after: 4, serif: true })
  column.text(`${words.sites(shown.siteCount)}, ${words.ties(shown.tieCount)}`, { size: 10.5, after: 3 })
  column.text(words.mapCaptions[model.as], { after: 3 })
  if (!isWhole(view.layer)) column.text(layerName(view.layer, speech), { soft: true })
  for (const limit of mapLimits(question)) column.text(limit, { after: 3, soft: true })
  if (isFiltered(view.filters))
    column.text(words.shownOf(words.sites(shown.siteCount), speech.count(model.siteCount), words.ties(shown.tieCount)), { soft: true }) // prettier-ignore
  colours(column, question)
  legendShapes(column, question)
  sizes(column, question)
  tieSamples(column, question)
  if (question.leftOut > 0) column.text(words.namesLeftOut(words.sites(question.leftOut)), { before: 6, soft: true })
  const moved = (model.data.pinned ?? []).filter(site => shown.sites[site] === 1).length
  if (moved > 0) column.text(words.handMoved(words.sites(moved)), { before: 6, soft: true })
  column.text(sourceOf(question), { soft: true, before: 8, size: 8.5 })
  // A long one is drawn smaller rather than cut off.
  const scale = Math.min(1, question.height / (column.y + 4))
  return scale === 1 ? column.parts.join('') : `<g transform="scale(${short(scale)})">${column.parts.join('')}</g>`
}

/** Where the data come from, in a sentence. */
function sourceOf({ model, speech }: Pick<LegendQuestion, 'model' | 'speech'>): string {
  const { words } = speech
  const { corpus, analysis } = model.data
  const crawl = corpus.crawl
    ? words.crawledOn(
        speech.dates(corpus.crawl.startedAt, corpus.crawl.endedAt),
        words.pagesReadOf(corpus.pages.fetched),
      )
    : words.imported(corpus.title)
  const date = analysis?.at ? speech.date(analysis.at) : ''
  return `${corpus.title}. ${crawl} ${analysis ? words.madeWith(analysis.version, date) : ''}`.trim()
}

function sizes(column: LegendColumn, { model, view, speech, dotScale }: LegendQuestion): void {
  const measure = numberColumn(model, view.size)
  const samples = measure ? sizeSamples(measure, model.siteCount) : []
  if (!measure || samples.length === 0) return
  column.head(speech.words.legendSize, speech.columnTitle(measure))
  const greatest = dotScale * samples.at(-1)!.radius
  column.y += greatest * 2 + 4
  let x = 0
  for (const { value, radius } of samples) {
    const r = dotScale * radius
    const text = speech.number(value)
    column.parts.push(
      `<circle cx="${short(x + r + 1)}" cy="${short(column.y - greatest)}" r="${short(r)}" fill="none" stroke="#3d4148"/>`,
      `<text x="${short(x + r * 2 + 5)}" y="${short(column.y - greatest + 3.3)}">${svgText(text)}</text>`,
    )
    x += r * 2 + 12 + text.length * 5.5
  }
}

function tieSamples(column: LegendColumn, question: LegendQuestion): void {
  const { model, speech } = question
  const { words } = speech
  const heaviest = model.ties.weight.reduce((most, weight) => Math.max(most, weight), 1)
  column.head(words.legendTies, '')
  const sample = (path: string, text: string): void => {
    column.y += lineHeight
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
  const { leastWeight = 1 } = model.ties
  if (leastWeight > 1) column.text(words.lighterNotDrawn(speech.number(leastWeight)), { before: 2, soft: true })
  if (isLinks) column.text(words.tieBoth, { before: 2, soft: true })
  changeSamples(column, question)
}

/** The kinds of change between two waves, counted as `changes` lists them. */
function changeSamples(column: LegendColumn, { changes, view, speech }: LegendQuestion): void {
  if (changes === null) return
  const { words } = speech
  const { change, from, to } = changes.data
  column.text(words.changesBetween(words.waveNamed(from), words.waveNamed(to)), { before: 4 })
  for (const kind of kindsOfChange) {
    const { ink, period, share } = changeLook(kind, view.ink)
    const dashes = period === 0 ? '' : ` stroke-dasharray="${short(period * share)} ${short(period * (1 - share))}"`
    column.y += lineHeight
    column.parts.push(
      `<path d="M1,${short(column.y - 3)}H31" stroke="${ink}" stroke-width="2.4"${dashes}/>`,
      `<text x="38" y="${short(column.y)}">${svgText(`${words.kindsOfChange[kind]}${words.colon} ${speech.count(change.filter(one => one === kind).length)}`)}</text>`,
    )
  }
}
