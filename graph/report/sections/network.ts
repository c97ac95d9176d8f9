import { type ReportBlock, heading, paragraph } from '../document/block.ts'
import { joined, theirs } from '#data/vocabulary/words/prose.ts'
import { numbers, table, wordColumn as text } from '../document/table.ts'
import { degreeFigure } from '../figures/degree-figure.ts'
import { meanDegree } from '../findings/network.ts'
import type { Test } from '../findings/tests.ts'
import type { TieModel } from '../findings/ties.ts'
import type { ReportSpeech } from '../words/speech.ts'
import { groupName, measureTitle, readingNote, type Telling } from './telling.ts'
import { nullMean, testTable } from './test-table.ts'

/** Size, degrees, and every measure of the whole network against chance. */
export function tellNetwork(telling: Telling): ReportBlock[] {
  const { findings, speech } = telling
  const { network } = findings
  const told = speech.words.network
  const { noIn, noOut } = network.degrees
  const { attributesLeft } = network
  const figure = network.undirected ? null : degreeFigure(network.degrees, speech)
  const byMeasure = { head: told.measure, name: (test: Test) => measureTitle(speech, test.measure) }
  const byAttribute = {
    head: told.attribute,
    name: (test: Test) => `${measureTitle(speech, test.measure)}, ${groupName(speech, test.group)}`,
  }
  return [
    network.undirected
      ? paragraph(told.tiesMean(meanDegree(network)), told.leftOut(speech.list(network.undirected.leftOut)))
      : paragraph(
          told.degreeMean(meanDegree(network)),
          noIn.value + noOut.value === 0 ? [] : told.degreeNone(noIn, noOut),
        ),
    ...(figure ? [figure] : []),
    ...(findings.analysed
      ? [paragraph(network.undirected ? told.leadOfTies : told.lead, readingNote(speech, network.whole))]
      : []),
    ...(network.whole.length === 0 ? [] : [testTable(speech, [told.measures], network.whole, byMeasure)]),
    ...(network.attributes.length === 0
      ? []
      : [
          heading(3, [told.attributesTitle]),
          paragraph(told.attributesLead, attributesLeft.value > 0 ? told.attributesLeft(attributesLeft) : []),
          testTable(speech, [told.attributes], network.attributes, byAttribute),
          ...network.amounts.map(({ name, value, error }) => paragraph(told.amount([theirs(name)], value, error))),
        ]),
    ...(network.computed.length === 0
      ? []
      : [
          paragraph(
            told.computed(
              joined(
                network.computed.map(name => [theirs(name)]),
                ', ',
              ),
            ),
          ),
        ]),
    ...(findings.ties ? tieBlocks(findings.ties, speech) : []),
    ...(network.triads.length === 0
      ? []
      : [heading(3, [told.triadsTitle]), paragraph(told.triadsLead), triadTable(telling)]),
  ]
}

function triadTable({ findings: { network }, speech }: Telling): ReportBlock {
  const told = speech.words.network
  return table([told.triads], network.triads, [
    text(told.triad, test => theirs(test.measure.replace('triad_', ''))),
    numbers(told.value, test => test.value),
    numbers(told.mean, nullMean),
    text(told.reading, test => speech.words.verdicts[test.verdict]),
  ])
}

function tieBlocks(
  { effects, rSquared, permutations, nodes, pairs, structure, similarIn, leftOut }: TieModel,
  speech: ReportSpeech,
): ReportBlock[] {
  const told = speech.words.network
  const title = (name: string): string => measureTitle(speech, `mrqap_${name}`)
  const bare = (name: string): string => title(name).replace(/^.*:\s*/, '')
  return [
    heading(3, [told.tiesTitle]),
    paragraph(
      told.tiesLead(permutations, rSquared),
      told.tiesKnown(nodes),
      pairs === null || pairs.value === nodes.value * (nodes.value - 1) ? [] : told.tiesPairs(pairs),
      similarIn === null ? [] : told.tiesSimilar(bare('similarity'), similarIn),
      structure.length === 0 ? [] : told.tiesStructure(speech.list(structure.map(bare))),
      ...leftOut.map(({ name, cause, as }) => {
        if (cause === 'same') return told.tiesSame(title(name), as === '' ? '' : title(as))
        return cause === 'many' ? told.tiesMany(title(name)) : told.tiesUnknown(title(name))
      }),
    ),
    testTable(speech, [told.ties], effects, {
      head: told.term,
      name: ({ measure }) => measureTitle(speech, measure),
    }),
  ]
}
