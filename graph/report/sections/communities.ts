import { type Block, heading, list, numbers, paragraph, table, words as text } from '../document/block.ts'
import { around, joined, plain, type Prose, prose, pValue, theirs, zScore } from '../document/prose.ts'
import { stabilityFigure } from '../figures/stability-figure.ts'
import { type Communities, type Community, mixReading, type PartitionRow } from '../findings/communities.ts'
import type { Speech } from '../words/speech.ts'
import { empty, siteName, siteNames, type Telling } from './telling.ts'

/** The communities: names, countries, stability; those across borders; whether it depends on the method. */
export function tellCommunities({ findings: { communities }, speech }: Telling): Block[] {
  if (communities === null) return [paragraph(speech.words.notAnalysed)]
  const told = speech.words.communities
  const { shown, more, alone } = communities
  const left = [alone.value > 0 ? told.alone(alone) : [], more.value > 0 ? told.shownOnly(more) : []]
  return [
    paragraph(told.lead, ...left),
    ...(shown.length === 0
      ? []
      : [
          communityTable(shown, speech),
          paragraph([told.strongest]),
          list(shown.map(({ number, strongest }) => told.members(String(number), siteNames(strongest)))),
          paragraph(told.stabilityMeaning),
          stabilityFigure(shown, speech),
        ]),
    ...mixBlocks(shown, speech),
    ...methodBlocks(communities, speech),
  ]
}

const nameOf = ({ number, name }: Community, { words }: Speech): Prose => [
  theirs(words.communities.numbered(number, name)),
]

function communityTable(shown: readonly Community[], speech: Speech): Block {
  const told = speech.words.communities
  return table(
    [told.table],
    [
      text([told.name]),
      numbers([told.size]),
      text([told.mix]),
      numbers([told.inside]),
      numbers([told.across]),
      numbers([told.stability]),
    ],
    shown.map(community => [
      nameOf(community, speech),
      [plain(community.sites)],
      countriesOf(community, speech),
      community.edges ? [plain(community.edges.inside)] : empty,
      community.edges ? prose`${community.edges.in} + ${community.edges.out}` : empty,
      community.stability ? [plain(community.stability)] : empty,
    ]),
  )
}

const countriesOf = ({ countries }: Community, { words, country: nameOf }: Speech): Prose =>
  joined(
    countries.map(({ country, sites }) => words.communities.countryCount(nameOf(country), sites)),
    ', ',
  )

function mixBlocks(shown: readonly Community[], speech: Speech): Block[] {
  const { communities: told, network } = speech.words
  const tested = shown.flatMap(community => (community.mix ? [{ community, mix: community.mix }] : []))
  const [first] = tested
  if (first === undefined) return []
  return [
    heading(3, [told.mixTitle]),
    paragraph(told.mixLead(first.mix.runs)),
    table(
      [told.mixTable],
      [
        text([told.number]),
        text([told.mix]),
        numbers([told.mixing]),
        numbers([network.mean]),
        numbers([network.z]),
        numbers([network.p]),
        numbers([network.q]),
        text([network.reading]),
      ],
      tested.map(({ community, mix }) => [
        [String(community.number)],
        countriesOf(community, speech),
        [plain(mix.value)],
        around(mix.mean, mix.sd),
        mix.z ? [zScore(mix.z)] : empty,
        [pValue(mix.p)],
        [pValue(mix.q)],
        [told.mixReadings[mixReading(community)]],
      ]),
    ),
    ...carrierBlocks(shown, speech),
  ]
}

function carrierBlocks(shown: readonly Community[], speech: Speech): Block[] {
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

function methodBlocks({ methods, sweep }: Communities, speech: Speech): Block[] {
  const told = speech.words.communities
  if (methods.length === 0 && sweep.length === 0) return []
  const methodName = ({ method, directed }: PartitionRow): Prose => {
    const name = method.charAt(0).toUpperCase() + method.slice(1)
    return [directed ? told.directed(name) : told.undirected(name)]
  }
  return [
    heading(3, [told.sureTitle]),
    paragraph(told.sureLead),
    partitionTable([told.methods], methods, speech, { head: told.method, name: methodName }),
    partitionTable([told.sweep], sweep, speech, { head: told.resolution, name: row => [plain(row.resolution)] }),
  ]
}

function partitionTable(
  caption: Prose,
  rows: readonly PartitionRow[],
  speech: Speech,
  first: { readonly head: string; readonly name: (row: PartitionRow) => Prose },
): Block {
  const told = speech.words.communities
  return table(
    caption,
    [
      text([first.head]),
      numbers([told.runs]),
      numbers([told.count]),
      numbers([told.modularity]),
      numbers([told.nmi]),
      numbers([told.nmiWith]),
    ],
    rows.map(row => [
      first.name(row),
      [plain(row.runs)],
      [plain(row.communities)],
      [plain(row.modularity)],
      row.nmi ? [plain(row.nmi)] : [speech.words.notDefined],
      [plain(row.nmiWithCommunity)],
    ]),
  )
}
