import { type Block, heading, numbers, paragraph, table, words as text } from '../document/block.ts'
import { plain, type Prose, prose, share } from '../document/prose.ts'
import { mixingFigure } from '../figures/mixing-figure.ts'
import type { Exchange, MixingCell } from '../findings/exchange.ts'
import { num } from '../findings/num.ts'
import type { Test } from '../findings/tests.ts'
import type { Speech } from '../words/speech.ts'
import { empty, measureTitle, readingNote, type Telling, valueName } from './telling.ts'
import { nullMean, testTable } from './test-table.ts'

/** Who cites whom across borders: the mixing matrix, and the exchange of the two countries. */
export function tellBorders({ findings: { exchange }, speech }: Telling): Block[] {
  const told = speech.words.borders
  if (exchange === null) return [paragraph(told.none)]
  const { countries, unknown, shown } = exchange
  const count = num(countries.length, { table: 'nodes.csv', take: 'distinct:country' })
  const only = num(shown.length, { table: 'nodes.csv', take: 'countries shown' })
  return [
    paragraph(told.lead(count, unknown), shown.length < countries.length ? told.onlyShown(only) : []),
    mixingFigure(exchange, speech),
    ...pairBlocks(exchange, speech),
    matrixTable(exchange, speech),
    ...(exchange.closure.length === 0 ? [] : [closureTable(exchange.closure, speech)]),
  ]
}

function pairBlocks({ pair }: Exchange, speech: Speech): Block[] {
  if (pair === null) return []
  const told = speech.words.borders
  const [one, other] = [speech.country(pair.one), speech.country(pair.other)]
  const tests = [...pair.asymmetry, ...pair.eiPair]
  const name = (test: Test): Prose => [`${measureTitle(speech, test.measure)}, ${groupName(speech, test.group)}`]
  return [
    heading(3, [told.pair(one, other)]),
    ...(pair.there.value + pair.back.value === 0
      ? [paragraph(told.noExchange(one, other))]
      : [paragraph(told.pairLead(one, other, pair.there, pair.thereShare, pair.back, pair.backShare))]),
    ...(tests.length === 0
      ? []
      : [
          paragraph(told.asymmetryMeaning, readingNote(speech, tests)),
          testTable(speech, [told.pairTests], tests, { head: speech.words.network.measure, name }),
        ]),
  ]
}

/** 'France → United States' of 'country:FR>US'. */
export function groupName(speech: Speech, group: string): string {
  const [attribute = '', values = ''] = group.split(/:(.*)/s)
  const [from = '', to] = values.split('>')
  if (values === '') return attribute
  const name = valueName(speech, attribute, from)
  return to === undefined ? name : speech.words.arrow(name, valueName(speech, attribute, to))
}

function matrixTable({ matrix }: Exchange, speech: Speech): Block {
  const { words } = speech
  const told = words.borders
  const chance = (test: MixingCell['permute']): Prose => (test ? nullMean(test) : empty)
  return table(
    [told.matrix],
    [
      text([words.from]),
      text([words.to]),
      numbers([told.edges]),
      numbers([told.ofRow]),
      numbers([told.permute]),
      text([words.network.reading]),
      numbers([told.rewire]),
      text([words.network.reading]),
    ],
    matrix
      .flat()
      .map(cell => [
        [speech.country(cell.from)],
        [speech.country(cell.to)],
        [plain(cell.edges)],
        cell.share ? [share(cell.share)] : empty,
        chance(cell.permute),
        [words.verdicts[cell.permute?.verdict ?? 'untested']],
        chance(cell.rewire),
        [words.verdicts[cell.rewire?.verdict ?? 'untested']],
      ]),
  )
}

const closureTable = (tests: readonly Test[], speech: Speech): Block =>
  testTable(speech, [speech.words.borders.closure], tests, {
    head: speech.words.network.measure,
    name: test => prose`${measureTitle(speech, test.measure)}, ${groupName(speech, test.group)}`,
  })
