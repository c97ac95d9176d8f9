import { joined, theirs } from '#data/vocabulary/words/prose.ts'
import { heading, paragraph, type ReportBlock } from '../document/block.ts'
import { numbers, table, wordColumn as text } from '../document/table.ts'
import { blockFigure, countryFlowFigure } from '../figures/block-figure.ts'
import type { Blocks, ToldFlow } from '../findings/blocks/blocks.ts'
import type { ReportSpeech } from '../words/speech.ts'
import { siteNames, type Telling } from './telling.ts'

/** The blocks: what they are of, how sure they are, and who imports from whom between them and between countries. */
export function tellBlocks({ findings: { blocks, network }, speech }: Telling): ReportBlock[] {
  if (blocks === null) return []
  const told = speech.words.blocks
  const isUndirected = network.undirected !== null
  const { count, sites, length, oneBlock, runs, longest, reached, agreement, nmi, ari } = blocks
  const lead = [
    paragraph(told.lead, blocks.byEvidence ? told.byEvidence : told.byTie),
    paragraph(told.sure(runs, reached, longest, agreement)),
  ]
  if (count.value === 1) return [...lead, paragraph(told.one(sites, length))]
  return [
    ...lead,
    paragraph(told.found(count, sites, length, oneBlock), told.beside(nmi, ari)),
    groupTable(blocks, speech),
    blockFigure(blocks.picture, { speech, undirected: isUndirected }),
    heading(3, [told.flowsTitle]),
    paragraph(told.flowsLead),
    flowTable(told.flowsTable, blocks.flows, { speech, isUndirected, nameOf: name => told.block(name) }),
    ...(blocks.countries.length === 0
      ? []
      : [
          ...countryFigure(blocks, speech, isUndirected),
          flowTable(told.countriesTable, blocks.countries, {
            speech,
            isUndirected,
            nameOf: speech.country,
          }),
        ]),
  ]
}

const countryFigure = ({ picture: { countries } }: Blocks, speech: ReportSpeech, undirected: boolean): ReportBlock[] =>
  countries === null ? [] : [countryFlowFigure(countries, { speech, undirected })]

function groupTable({ groups }: Blocks, speech: ReportSpeech): ReportBlock {
  const told = speech.words.blocks
  return table([told.table], groups, [
    numbers(told.number, ({ number }) => number),
    numbers(speech.words.communities.size, ({ size }) => size),
    text(speech.words.communities.mix, ({ countries }) =>
      joined(
        countries.map(({ country, sites }) =>
          speech.words.communities.countryCount(country === '' ? told.noCountry : speech.country(country), sites),
        ),
        ', ',
      ),
    ),
    text(told.first, ({ sites }) => siteNames(sites)),
  ])
}

interface FlowWords {
  readonly speech: ReportSpeech
  readonly isUndirected: boolean
  readonly nameOf: (name: string) => string
}

function flowTable(
  caption: string,
  flows: readonly ToldFlow[],
  { speech, isUndirected, nameOf }: FlowWords,
): ReportBlock {
  const told = speech.words.blocks
  return table([caption], flows, [
    text(isUndirected ? told.between : told.fromTo, ({ from, to }) => [
      theirs(nameOf(from)),
      isUndirected ? ' – ' : ' → ',
      theirs(nameOf(to)),
    ]),
    numbers(told.ties, ({ ties }) => ties),
    numbers(told.weight, ({ weight }) => weight),
    numbers(told.expected, ({ expected }) => expected),
    numbers(told.ratio, ({ ratio }) => ratio),
    ...(isUndirected ? [] : [numbers(told.back, ({ back }: ToldFlow) => back)]),
  ])
}
