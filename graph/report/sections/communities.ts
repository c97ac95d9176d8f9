import { type ReportBlock, heading, list, paragraph } from '../document/block.ts'
import { around, joined, type Prose, prose, pValue, theirs, zScore } from '#data/vocabulary/words/prose.ts'
import { type ReadColumn, numbers, table, wordColumn as text } from '../document/table.ts'
import { stabilityFigure } from '../figures/stability-figure.ts'
import { type Communities, type Community, mixReading, type PartitionRow } from '../findings/communities.ts'
import type { ReportSpeech } from '../words/speech.ts'
import { siteName, siteNames, type Telling } from './telling.ts'

/** The communities: names, countries, stability; those across borders; whether it depends on the method. */
export function tellCommunities({ findings: { communities, network }, speech }: Telling): ReportBlock[] {
  if (communities === null) return [paragraph(speech.words.notAnalysed)]
  const told = speech.words.communities
  const { shown, more, alone } = communities
  const left = [alone.value > 0 ? told.alone(alone) : [], more.value > 0 ? told.shownOnly(more) : []]
  return [
    paragraph(told.lead, ...left),
    ...(shown.length === 0
      ? []
      : [
          communityTable(shown, speech, network.undirected !== null),
          ...nameBlocks(communities, speech),
          paragraph([told.strongest]),
          list(shown.map(({ number, strongest }) => told.members(String(number), siteNames(strongest)))),
          paragraph(told.stabilityMeaning),
          stabilityFigure(shown, speech),
        ]),
    ...mixBlocks(shown, speech),
    ...methodBlocks(communities, speech, network.undirected !== null),
  ]
}

/** What became of the names that people gave; nothing where nobody gave one. */
function nameBlocks({ names }: Communities, { words }: ReportSpeech): ReportBlock[] {
  const told = words.communities
  if (names.length === 0) return []
  const readings = { held: [], gone: told.mostlyGone, new: told.mostlyNew, lost: told.noCommunity }
  return [
    paragraph(told.givenLead),
    list(
      names.map(({ name, community, left, given, reading }) =>
        told.givenName(theirs(name), community === null ? null : String(community), left, given, readings[reading]),
      ),
    ),
  ]
}

function communityTable(shown: readonly Community[], speech: ReportSpeech, isUndirected: boolean): ReportBlock {
  const told = speech.words.communities
  return table([told.table], shown, [
    text(told.name, ({ number, name }) => theirs(told.numbered(number, name))),
    numbers(told.size, ({ sites }) => sites),
    text(told.mix, community => countriesOf(community, speech)),
    numbers(told.inside, ({ edges }) => edges && edges.inside),
    isUndirected
      ? numbers(told.acrossTies, ({ edges }) => edges && edges.out)
      : numbers(told.across, ({ edges }) => edges && prose`${edges.in} + ${edges.out}`),
    numbers(told.stability, ({ stability }) => stability),
  ])
}

const countriesOf = ({ countries }: Community, { words, country: nameOf }: ReportSpeech): Prose =>
  joined(
    countries.map(({ country, sites }) => words.communities.countryCount(nameOf(country), sites)),
    ', ',
  )

function mixBlocks(shown: readonly Community[], speech: ReportSpeech): ReportBlock[] {
  const { communities: told, network } = speech.words
  const tested = shown.flatMap(community => (community.mix ? [{ community, mix: community.mix }] : []))
  const [first] = tested
  if (first === undefined) return []
  return [
    heading(3, [told.mixTitle]),
    paragraph(told.mixLead(first.mix.runs)),
    ...(first.community.field ? [paragraph(told.fieldLead(first.community.field.runs))] : []),
    table([told.mixTable], tested, [
      text(told.number, ({ community }) => String(community.number)),
      text(told.mix, ({ community }) => countriesOf(community, speech)),
      numbers(told.mixing, ({ mix }) => mix.value),
      numbers(network.mean, ({ mix }) => around(mix.mean, mix.sd)),
      numbers(network.z, ({ mix }) => mix.z && zScore(mix.z)),
      numbers(network.p, ({ mix }) => pValue(mix.p)),
      numbers(network.q, ({ mix }) => pValue(mix.q)),
      text(network.reading, ({ community }) => told.mixReadings[mixReading(community)]),
      numbers(told.fieldMean, ({ community }) => community.field && community.field.mean),
      numbers(told.fieldP, ({ community }) => community.field && pValue(community.field.p)),
      text(told.fieldReading, ({ community }) => (community.field ? told.fieldReadings[community.field.verdict] : '')),
    ]),
    ...carrierBlocks(shown, speech),
  ]
}

function carrierBlocks(shown: readonly Community[], speech: ReportSpeech): ReportBlock[] {
  const told = speech.words.communities
  const carried = shown.filter(({ carriers }) => carriers.length > 0)
  const namesOf = ({ carriers }: Community): Prose =>
    joined(
      carriers.map(({ site, edges }) => told.carrier(siteName(site), edges)),
      ', ',
    )
  return carried.length === 0
    ? []
    : [
        paragraph(told.carriersLead),
        list(carried.map(community => told.members(String(community.number), namesOf(community)))),
      ]
}

function methodBlocks({ methods, sweep }: Communities, speech: ReportSpeech, isUndirected: boolean): ReportBlock[] {
  const told = speech.words.communities
  if (methods.length === 0 && sweep.length === 0) return []
  const methodName = ({ method, directed }: PartitionRow): string => {
    const name = method.charAt(0).toUpperCase() + method.slice(1)
    // Where there is no direction, none is ignored.
    if (isUndirected) return name
    return directed ? told.directed(name) : told.undirected(name)
  }
  return [
    heading(3, [told.sureTitle]),
    paragraph(told.sureLead),
    partitionTable([told.methods], methods, speech, text(told.method, methodName)),
    partitionTable(
      [told.sweep],
      sweep,
      speech,
      text(told.resolution, row => row.resolution),
    ),
  ]
}

function partitionTable(
  caption: Prose,
  rows: readonly PartitionRow[],
  speech: ReportSpeech,
  first: ReadColumn<PartitionRow>,
): ReportBlock {
  const told = speech.words.communities
  return table(caption, rows, [
    first,
    numbers(told.runs, row => row.runs),
    numbers(told.count, row => row.communities),
    numbers(told.modularity, row => row.modularity),
    numbers(told.nmi, row => row.nmi ?? speech.words.notDefined),
    numbers(told.nmiWith, row => row.nmiWithCommunity),
  ])
}
