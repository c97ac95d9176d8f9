import { type Block, heading, paragraph, words as text, numbers, table } from '../document/block.ts'
import { code, plain, theirs } from '../document/prose.ts'
import { degreeFigure } from '../figures/degree-figure.ts'
import { meanDegree } from '../findings/network.ts'
import type { Test } from '../findings/tests.ts'
import { empty, measureTitle, readingNote, type Telling } from './telling.ts'
import { nullMean, testTable } from './test-table.ts'

/** Size, degrees, and every measure of the whole network against chance. */
export function tellNetwork(telling: Telling): Block[] {
  const { findings, speech } = telling
  const { network } = findings
  const told = speech.words.network
  const figure = degreeFigure(network.degrees, speech)
  const byMeasure = { head: told.measure, name: (test: Test) => [measureTitle(speech, test.measure)] }
  const byAttribute = {
    head: told.attribute,
    name: (test: Test) => [code(test.group), ': ', measureTitle(speech, test.measure)],
  }
  return [
    paragraph(told.degrees(network.degrees.noIn, network.degrees.noOut, meanDegree(network))),
    ...(figure ? [figure] : []),
    ...(findings.analysed ? [paragraph(told.lead, readingNote(speech, network.whole))] : []),
    ...(network.whole.length === 0 ? [] : [testTable(speech, [told.measures], network.whole, byMeasure)]),
    ...(network.attributes.length === 0
      ? []
      : [
          heading(3, [told.attributes]),
          paragraph(told.attributesLead),
          testTable(speech, [told.attributes], network.attributes, byAttribute),
        ]),
    ...(network.triads.length === 0
      ? []
      : [heading(3, [told.triads]), paragraph(told.triadsLead), triadTable(telling)]),
  ]
}

function triadTable({ findings: { network }, speech }: Telling): Block {
  const told = speech.words.network
  return table(
    [told.triads],
    [text([told.triad]), numbers([told.value]), numbers([told.mean]), text([told.reading])],
    network.triads.map(test => [
      [theirs(test.measure.replace('triad_', ''))],
      test.value ? [plain(test.value)] : empty,
      nullMean(test),
      [speech.words.verdicts[test.verdict]],
    ]),
  )
}
