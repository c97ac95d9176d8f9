import { seriesScopes, type SeriesScope } from '#graph/analysis/change/series.ts'
import { type SeriesMeasure, seriesMeasures } from '#graph/analysis/change/sampled-facts.ts'
import { list, paragraph, type ReportBlock } from '../document/block.ts'
import { seriesFigure } from '../figures/series-figure.ts'
import { numbers, table, wordColumn as text } from '../document/table.ts'
import type { ToldChange, ToldPoint } from '../findings/change.ts'
import { type Prose, theirs } from '#data/vocabulary/words/prose.ts'
import { groupName, measureTitle, type Telling } from './telling.ts'

/** The main measures in each wave, with intervals, and which of them moved. */
export function tellSeries(change: ToldChange, telling: Telling): ReportBlock[] {
  const told = telling.speech.words.change
  return [
    paragraph(told.seriesLead),
    ...seriesScopes.map(scope => seriesTable(change, scope, telling)),
    ...figureOf(change, telling),
    movedBlock(change, telling),
  ]
}

function figureOf(change: ToldChange, telling: Telling): ReportBlock[] {
  const titles = (['ei_index', 'asymmetry'] as const).map(measure =>
    titleOf(change.series.find(point => point.measure === measure) ?? { measure, group: '' }, telling),
  )
  const figure = seriesFigure(change, titles, telling.speech)
  return figure === null ? [] : [figure]
}

function titleOf({ measure, group }: Pick<ToldPoint, 'measure' | 'group'>, { speech }: Telling): string {
  if (measure === 'out_degree') return speech.words.change.outDegree
  return measureTitle(speech, measure) + (group.includes(':') ? `, ${groupName(speech, group)}` : '')
}

function seriesTable({ series, waves }: ToldChange, scope: SeriesScope, telling: Telling): ReportBlock {
  const { words } = telling.speech
  const own = series.filter(point => point.scope === scope)
  const at = (measure: SeriesMeasure, wave: string): ToldPoint | undefined =>
    own.find(point => point.measure === measure && point.wave === wave)
  const shown = seriesMeasures.filter(measure => own.some(point => point.measure === measure && point.value !== null))
  return table([words.change.scopes[scope]], own.length === 0 ? [] : waves, [
    text(words.change.wave, ({ wave }) => theirs(wave)),
    ...shown.map(measure =>
      numbers(titleOf(at(measure, waves[0]!.wave)!, telling), ({ wave }: ToldChange['waves'][number]) => {
        const point = at(measure, wave)
        return point?.value ? words.change.within(point.value, point.low, point.high) : words.notDefined
      }),
    ),
  ])
}

/** Movements whose interval leaves 0 out, on what every wave looked at. */
function movedBlock({ series, waves }: ToldChange, telling: Telling): ReportBlock {
  const told = telling.speech.words.change
  const before = new Map(waves.map(({ wave }, at) => [wave, waves[at - 1]?.wave ?? '']))
  const items = series.flatMap((point): Prose[] => {
    const { scope, change, changeLow, changeHigh, wave } = point
    if (scope !== 'panel' || change === null || changeLow === null || changeHigh === null) return []
    if (changeLow.value <= 0 && changeHigh.value >= 0) return []
    return [
      told.moved(titleOf(point, telling), [theirs(before.get(wave)!)], [theirs(wave)], change, changeLow, changeHigh),
    ]
  })
  return items.length === 0 ? paragraph(told.nothingMoved) : list(items)
}
