import { type ReportBlock, heading, paragraph } from '../document/block.ts'
import { type Prose, share } from '#data/vocabulary/words/prose.ts'
import { numbers, shortWords, table, wordColumn as text } from '../document/table.ts'
import { mixingFigure } from '../figures/mixing-figure.ts'
import type { Exchange, Pair } from '../findings/exchange.ts'
import { type Num, num } from '../findings/num.ts'
import type { Test } from '../findings/tests.ts'
import type { ReportSpeech } from '../words/speech.ts'
import { empty, groupName, measureTitle, readingNote, type Telling } from './telling.ts'
import { nullMean, testTable } from './test-table.ts'

/** Who cites whom across borders: the mixing matrix, and the exchange of the two countries. */
export function tellBorders({ findings: { exchange, network }, speech }: Telling): ReportBlock[] {
  const told = speech.words.borders
  if (exchange === null) return [paragraph(told.none)]
  const { countries, unknown, shown } = exchange
  const count = num(countries.length, { table: 'nodes.csv', take: 'distinct:country' })
  const only = num(shown.length, { table: 'nodes.csv', take: 'countries shown' })
  return [
    paragraph(told.lead(count, unknown), shown.length < countries.length ? told.onlyShown(only) : []),
    ...(network.undirected
      ? []
      : [mixingFigure(exchange, speech), ...pairBlocks(exchange, speech), matrixTable(exchange, speech)]),
    ...closureBlocks(exchange, speech),
  ]
}

function pairBlocks({ pair }: Exchange, speech: ReportSpeech): ReportBlock[] {
  if (pair === null) return []
  const told = speech.words.borders
  const [one, other] = [speech.theCountry(pair.one), speech.theCountry(pair.other)]
  const tests = [...pair.asymmetry, ...pair.eiPair]
  const name = (test: Test): string => `${measureTitle(speech, test.measure)}, ${groupName(speech, test.group)}`
  return [
    heading(3, [capital(told.pair(one, other))]),
    ...(pair.there.value + pair.back.value === 0
      ? [paragraph(told.noExchange(one, other))]
      : [paragraph(pairSentence(pair, speech))]),
    ...(tests.length === 0
      ? []
      : [
          paragraph(told.asymmetryMeaning, readingNote(speech, tests)),
          testTable(speech, [told.pairTests], tests, { head: speech.words.network.measure, name }),
        ]),
  ]
}

function matrixTable({ matrix }: Exchange, speech: ReportSpeech): ReportBlock {
  const { words } = speech
  const told = words.borders
  return table([told.matrix], matrix.flat(), [
    shortWords(words.from, cell => speech.country(cell.from)),
    shortWords(words.to, cell => speech.country(cell.to)),
    numbers(told.edges, cell => cell.edges),
    numbers(told.ofRow, cell => cell.share && share(cell.share)),
    numbers(told.permute, cell => cell.permute && nullMean(cell.permute)),
    text(words.network.reading, cell => words.verdicts[cell.permute?.verdict ?? 'untested']),
    numbers(told.rewire, cell => cell.rewire && nullMean(cell.rewire)),
    text(words.network.reading, cell => words.verdicts[cell.rewire?.verdict ?? 'untested']),
  ])
}

function closureBlocks({ closure, interval }: Exchange, speech: ReportSpeech): ReportBlock[] {
  if (closure.length === 0) return []
  const told = speech.words.borders
  return [
    heading(3, [told.closure]),
    ...(interval ? [paragraph(told.interval(interval.low, interval.high, interval.level, interval.draws))] : []),
    testTable(speech, [told.closure], closure, {
      head: speech.words.network.measure,
      name: test => `${measureTitle(speech, test.measure)}, ${groupName(speech, test.group)}`,
    }),
  ]
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function pairSentence({ one, other, there, back, thereShare, backShare }: Pair, speech: ReportSpeech): Prose {
  const { borders, summary } = speech.words
  const direction = (from: string, to: string, edges: Num): Prose =>
    summary.direction(speech.country(from), speech.country(to), edges)
  const part = (value: Num | null, from: string): Prose =>
    value === null ? empty : borders.shareOfOut(value, speech.ofCountry(from))
  return borders.pairLead(
    direction(one, other, there),
    part(thereShare, one),
    direction(other, one, back),
    part(backShare, other),
  )
}
