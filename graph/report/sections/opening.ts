import { type ReportBlock, list, note, paragraph } from '../document/block.ts'
import { writeWrittenRange } from '#data/written-range.ts'
import { around, code, joined, type Prose, theirs } from '#data/vocabulary/words/prose.ts'
import { type Community, type MixReading, mixReading } from '../findings/communities.ts'
import type { ToldCodedTies } from '../findings/coded-ties.ts'
import { type Num, num } from '../findings/num.ts'
import { findingTable } from '../findings/finding-table.ts'
import { findTest } from '../findings/tests.ts'
import type { ReportSpeech } from '../words/speech.ts'
import { judge, siteName, type Telling, waveOfGraph } from './telling.ts'

/** What the report is, and what a reader must know before believing it. */
export function tellOpening(telling: Telling): ReportBlock[] {
  const {
    findings,
    speech: { words },
  } = telling
  const wave = waveOfGraph(telling)
  const { analysed, foreign, stale, crawled, observed, unobserved, network } = findings
  return [
    paragraph(words.intro),
    ...(wave.length === 0 ? [] : [note(wave)]),
    ...(findings.codedTies === null ? [] : [note(codedNote(findings.codedTies, words))]),
    ...(findings.choice.written === undefined
      ? []
      : [note(words.change.graphOf(writeWrittenRange(findings.choice.written)))]),
    ...(network.nodes.value === 0 ? [note(words.empty)] : []),
    ...(analysed ? [] : [note(words.notAnalysed, foreign ? words.foreign : [])]),
    ...(stale ? [note(words.stale)] : []),
    ...(crawled
      ? []
      : [
          note(words.notCrawled),
          ...(observed.imports.length > 0 ? [imports(observed.imports, words.importedFrom)] : []),
        ]),
    ...(observed.shard === null ? [] : [note(words.shard(observed.shard.share, observed.shard.of))]),
    ...(unobserved.pending.value > 0 ? [note(words.pending(unobserved.pending))] : []),
  ]
}

function codedNote({ codes, kept, otherwise, even, uncoded }: ToldCodedTies, words: ReportSpeech['words']): Prose {
  const names = codes.map(code => words.codes.names[code] ?? code).join(words.codes.or)
  return words.codes.graphOf(names, kept, otherwise, even, uncoded)
}

const imports = (files: readonly string[], say: (files: Prose) => Prose): ReportBlock =>
  paragraph(
    say(
      joined(
        files.map(file => [code(file)]),
        ', ',
      ),
    ),
  )

/** The findings in a few sentences, each with its null where it has one. */
export function tellSummary(telling: Telling): ReportBlock[] {
  const sentences = [
    size,
    read,
    closure,
    asymmetry,
    half,
    brokers,
    transnational,
    beyondField,
    communities,
    reciprocity,
    robust,
    cited,
  ].map(tell => tell(telling))
  return [list(sentences.filter(sentence => sentence.length > 0))]
}

type Tell = (telling: Telling) => Prose

const size: Tell = ({ findings: { network }, speech: { words } }) =>
  network.nodes.value === 0
    ? []
    : words.summary.size(network.nodes, network.edges, network.alone, network.undirected !== null)

const read: Tell = ({ findings, speech: { words } }) => {
  const fetched = findings.observed.pages.find(({ state }) => state === 'fetched')?.pages
  return fetched === undefined
    ? []
    : words.summary.read(
        fetched,
        findings.unobserved.read,
        findings.unobserved.crawled,
        findings.unobserved.unreadShare,
      )
}

const reciprocity: Tell = ({ findings: { network, unobserved }, speech }) => {
  const test = findTest(network.whole, 'reciprocity', '', 'rewire')
  const judged = judge(speech, test)
  const { summary } = speech.words
  return test?.value && judged
    ? summary.reciprocity(
        summary.reciprocityHeads[judged.verdict],
        test.value,
        judged.against,
        unobserved.edgesToSilent,
      )
    : []
}

const closure: Tell = ({ findings: { exchange }, speech }) => {
  const test = findTest(exchange?.closure ?? [], 'ei_index', 'country', 'permute')
  const judged = judge(speech, test)
  const { summary } = speech.words
  if (!test?.value || !judged) return []
  const interval = exchange?.interval
  const within = interval ? summary.interval(interval.low, interval.high, interval.level) : []
  return summary.closure(summary.closureHeads[judged.verdict], test.value, judged.against, within)
}

const asymmetry: Tell = ({ findings: { exchange }, speech }) => {
  const pair = exchange?.pair
  if (!pair) return []
  const { summary } = speech.words
  const there = summary.direction(speech.country(pair.one), speech.country(pair.other), pair.there)
  const back = summary.direction(speech.country(pair.other), speech.country(pair.one), pair.back)
  const test = pair.asymmetry.find(each => each.null === 'permute')
  const judged = judge(speech, test)
  if (!test?.value || !judged) return summary.exchange(there, back)
  // The row of measures.csv may be written the other way round.
  const isTurned = test.group.endsWith(`>${pair.one}`)
  const verdict = isTurned ? turned[judged.verdict] : judged.verdict
  const heads = summary.asymmetryHeads(speech.ofCountry(pair.one), speech.ofCountry(pair.other))
  return summary.asymmetry(heads[verdict], there, back, test.value, judged.against)
}

const turned = { more: 'less', less: 'more', chance: 'chance' } as const

/** More names than these are a list, which the section has. */
const mostNamed = 5

const half: Tell = ({ findings: { carriers }, speech }) =>
  (carriers?.crossings ?? []).slice(0, 1).flatMap(({ half: fewest, citing, from, to, sites, first }) => {
    if (fewest === null || citing.value < 2) return []
    const { summary, arrow } = speech.words
    const names = first.slice(0, fewest.value).map(({ site, across }) => summary.citedBy(siteName(site), across))
    const fromTo = arrow(speech.country(from), speech.country(to))
    return [
      ...summary.half(fewest, speech.ofCountry(from), fromTo),
      ...(fewest.value > mostNamed ? [] : [' ', ...joined(names, ', '), '.']),
      ' ',
      ...summary.halfOf(citing, sites),
    ]
  })

const brokers: Tell = ({ findings: { carriers }, speech: { words } }) => {
  const sure = (carriers?.brokers ?? []).flatMap(({ site, counts }) =>
    (['gatekeeper', 'representative'] as const)
      .filter(role => counts[role].verdict === 'more')
      .map(role => ({ site, role, count: counts[role] })),
  )
  const names = sure.map(({ site, role, count: { observed, expected } }) =>
    words.summary.broker(siteName(site), words.carriers[role].toLowerCase(), observed, expected),
  )
  return carriers === null || names.length === 0
    ? []
    : words.summary.brokers(joined(names, words.semicolon), carriers.permutations)
}

const communities: Tell = ({ findings, speech }) => {
  // The search raises the modularity of the analysis' own weight: that number and its null are the finding.
  const isWeighted = findings.choice.weight !== 'binary'
  const test = findTest(findings.network.whole, isWeighted ? 'modularity_weighted' : 'modularity', '', 'rewire')
  const judged = judge(speech, test)
  if (findings.communities === null || !test?.value || !judged) return []
  const beside = isWeighted ? findTest(findings.network.whole, 'modularity', '', 'rewire') : undefined
  const besideJudged = judge(speech, beside)
  const disagrees = beside?.value && besideJudged && besideJudged.verdict !== judged.verdict
  const nmi = findTest(findings.network.whole, 'community_nmi', '')?.value
  const { summary } = speech.words
  return summary.communities(
    summary.communitiesHeads[disagrees ? 'disagree' : judged.verdict],
    findings.communities.count,
    test.value,
    judged.against,
    [
      ...(disagrees ? summary.unweightedToo(beside.value!, besideJudged.against) : []),
      ...(nmi ? summary.agreement(nmi) : []),
    ],
  )
}

const transnational: Tell = ({ findings: { communities: found }, speech }) => {
  const { words } = speech
  const tested = (found?.shown ?? []).filter(({ mix }) => mix !== null)
  const told = (reading: MixReading, say: (n: Num, names: Prose) => Prose): Prose => {
    const such = tested.filter(community => mixReading(community) === reading)
    const from = { table: findingTable('communities'), where: { reading }, take: 'rows' }
    const names = such.map(community => mixedName(community, speech))
    return such.length === 0 ? [] : say(num(such.length, from), firstNames(names, speech))
  }
  const both = [told('more', words.summary.transnational), told('ignores', words.summary.borderless)]
  const some = both.filter(sentence => sentence.length > 0)
  if (some.length > 0) return joined(some, ' ')
  const isTold = tested.length > 0 && !tested.some(community => mixReading(community) === 'mixed')
  return isTold ? words.summary.allNational : []
}

const beyondField: Tell = ({ findings: { communities: found, carriers }, speech }) => {
  const { words } = speech
  const tested = (found?.shown ?? []).filter(({ field, mix }) => field !== null && mix !== null)
  const more = tested.filter(({ field }) => field?.verdict === 'more')
  const from = { table: findingTable('field'), where: { 'communities.verdict': 'more' }, take: 'communities' }
  const names = more.map(({ number, name, mix, field }) =>
    words.summary.fieldMixed([theirs(words.communities.numbered(number, name))], mix!.value, field!.mean, field!.p),
  )
  const sites = (carriers?.beyondField ?? [])
    .slice(0, mostNamed)
    .map(({ site, role, count, mean }) =>
      words.summary.broker(siteName(site), words.carriers[role].toLowerCase(), count, mean),
    )
  const isMixed = tested.some(({ mix }) => mix!.value.value > 0)
  return [
    ...(more.length > 0
      ? words.summary.beyondField(num(more.length, from), firstNames(names, speech), more[0]!.field!.runs)
      : isMixed
        ? words.summary.notBeyondField(tested[0]!.field!.runs)
        : []),
    ...(sites.length === 0 ? [] : [' ', ...words.summary.brokersBeyondField(joined(sites, words.semicolon))]),
  ]
}

function mixedName({ number, name, mix }: Community, { words }: ReportSpeech): Prose {
  const named = theirs(words.communities.numbered(number, name))
  if (mix === null) return [named]
  const against = words.against(around(mix.mean, mix.sd), words.nulls.permute, mix.z, mix.p, mix.runs)
  return words.summary.mixed([named], mix.value, against)
}

/** The first names, and how many more there are: the first page has room for a few. */
function firstNames(names: readonly Prose[], { words }: ReportSpeech): Prose {
  const left = names.length - mostNamed
  const more = num(left, { table: findingTable('communities'), take: `rows beyond the first ${mostNamed}` })
  return [...joined(names.slice(0, mostNamed), words.semicolon), ...(left > 0 ? words.unobserved.andMore(more) : [])]
}

/** Holding in so many of the draws is said to hold. */
const mostly = 0.95

const robust: Tell = ({ findings: { robustness, crawled }, speech: { words } }) => {
  const trial = robustness?.trials.find(({ what }) => what === 'seeds')
  if (trial === undefined) return []
  const where = { what: 'seeds', at: trial.at.value }
  const table = findingTable('resampling')
  const asked = trial.survivals.flatMap(({ survives }) => survives ?? [])
  const holding = asked.filter(({ value }) => value >= mostly).length
  return words.summary.robust(
    num(holding, { table, where: { ...where, 'survivals.survives': `≥${mostly}` }, take: 'survivals' }),
    num(asked.length, { table, where, take: 'survivals' }),
    trial.at,
    trial.draws,
    crawled,
  )
}

const cited: Tell = ({ findings: { cited: found }, speech: { words } }) => {
  const names = found.all.slice(0, 3).map(({ site, citing }) => words.summary.citedBy(siteName(site), citing))
  return names.length === 0 ? [] : words.summary.cited(joined(names, ', '))
}
