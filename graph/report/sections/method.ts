import { type ReportBlock, heading, list, paragraph } from '../document/block.ts'
import { table, wordColumn as text } from '../document/table.ts'
import { code, type Inline, joined, plain, type Prose, prose } from '#data/vocabulary/words/prose.ts'
import { graphCards } from '#graph/analysis/registry.ts'
import type { AnalysisSettings, Call, Settings } from '../findings/settings.ts'
import { zones as allZones } from '#data/vocabulary/zones.ts'
import { type ReferenceKey, references } from '../references.ts'
import type { ReportSpeech } from '../words/speech.ts'
import { empty, type Telling, waveOfGraph, weightMeaning } from './telling.ts'

/** The methods paragraph with every parameter, then the parameters as the corpus records them. */
export function tellMethod(telling: Telling): ReportBlock[] {
  const { findings, speech } = telling
  const told = speech.words.method
  const parts = [crawlSentences(telling), graphSentences(telling), analysisSentences(telling)]
    .map(sentences => paragraph(...sentences).text)
    .filter(words => words.length > 0)
  return [
    paragraph(told.limits),
    heading(3, [told.toPaste]),
    paragraph(told.lead),
    { kind: 'quotes', items: parts.map(words => ({ words, place: empty })) },
    ...definitions(telling),
    heading(3, [told.parameters]),
    paragraph(told.parametersLead),
    ...parameterTables(findings.settings, telling),
  ]
}

/** The last call of `crawl` of each wave: raised limits are those that held in the end. */
function lastCallOfWaves({ calls }: Settings): Call[] {
  const byWave = new Map<string, Call>()
  for (const call of calls) if (call.command === 'crawl') byWave.set(call.wave, call)
  return [...byWave.values()]
}

function crawlSentences({ findings, speech }: Telling): Prose[] {
  const told = speech.words.method
  const { observed, settings, unobserved } = findings
  const crawls = lastCallOfWaves(settings)
  const imports = observed.imports.map(file => [code(file)])
  const states = observed.pages.map(({ state, pages }) => told.states[state](pages))
  return [
    ...crawls.flatMap((call, nth) => {
      const list =
        call.input === '' ? told.someList : told.list([code(call.input)], [code(call.inputHash.slice(0, 16))])
      const dates = datesOf(call, observed.waves, speech.dates)
      const agent = [code(call.userAgent)]
      return [
        nth === 0 ? told.made(call.version, call.runtime) : [],
        crawls.length === 1
          ? told.crawl(list, speech.words.sites(unobserved.crawled), dates, agent)
          : told.crawlOfWave(call.wave, list, dates, agent),
        told.manners(call.numbers['delay']),
        observed.shares === null ? [] : told.shares(observed.shares),
        told.limitsOfCrawl(call.numbers['depth'], call.numbers['maxPages']),
        told.limitsOfPage(call.numbers['timeout'], call.numbers['maxBytes']),
      ]
    }),
    crawls.length === 0 ? [] : told.yield(observed.addresses, joined(states, ', ')),
    crawls.length === 0 ? [] : told.hyperlink,
    observed.rounds.length === 0
      ? []
      : told.grew(
          joined(
            observed.rounds.map(one => told.round(String(one.round), one.kept, one.dropped)),
            '; ',
          ),
        ),
    imports.length === 0 ? [] : told.imported(joined(imports, ', ')),
    observed.counted === null ? [] : told.counted(daysOf(observed.counted)),
  ]
}

/** Without the times of day. */
const daysOf = <Counted extends { from: string; to: string }>(counted: Counted): Counted => ({
  ...counted,
  ...{ from: counted.from.slice(0, 10), to: counted.to.slice(0, 10) },
})

function datesOf(
  { wave }: Call,
  waves: Telling['findings']['observed']['waves'],
  dates: (from: number, to: number) => string,
): string {
  const found = waves.find(({ label }) => label === wave)
  return found === undefined ? '' : dates(found.firstVisit, found.lastVisit)
}

function graphSentences(telling: Telling): Prose[] {
  const { findings, speech } = telling
  const { network, choice } = findings
  const { method: told, sites, edges, ties, zones } = speech.words
  const count = network.undirected ? ties : edges
  const counts = [sites(network.nodes), count(network.edges), choice.statuses.join(', ')] as const
  const negative = findings.negativeWeights.value === 0 ? [] : told.negative(findings.negativeWeights)
  const left = choice.withoutRound ?? []
  const without = left.length === 0 ? [] : told.withoutRounds(speech.list(left.map(String)))
  if (network.undirected) return [told.graphOfTies(...counts), without, [weightMeaning(telling)], negative]
  const where =
    choice.zones.length === allZones.length
      ? told.allZones
      : told.someZones(speech.list(choice.zones.map(zone => zones.names[zone])))
  return [told.graph(...counts, where), without, waveOfGraph(telling), [weightMeaning(telling)], negative]
}

function analysisSentences({ findings, speech: { words } }: Telling): Prose[] {
  const told = words.method
  const { settings, ties, exchange, communities, robustness, network } = findings
  const drawn = robustness?.trials.find(({ what }) => what === 'seeds')
  const { analysis } = settings
  if (analysis === null) return []
  const { runs, resolution, seed } = analysis.numbers
  const mix = communities?.shown.find(community => community.mix !== null)?.mix
  const interval = exchange?.interval
  return [
    told.analysedWith(analysis.version, analysis.runtime),
    told.unweighted,
    runs && resolution ? told.communities(runs, resolution, keptFrom(communities?.keptFrom ?? null, told)) : [],
    runs && resolution && network.undirected ? told.bothWays : [],
    (communities?.methods.length ?? 0) === 0 ? [] : network.undirected ? told.otherResolutions : told.otherMethods,
    runs
      ? told.nulls(
          network.undirected ? told.rewiredTies : told.rewired,
          runs,
          swapsTold(analysis, told),
          analysis.restarts,
        )
      : [],
    mix ? told.mix(mix.runs) : [],
    interval ? told.interval(interval.draws, interval.level) : [],
    ties ? told.mrqap(ties.permutations) : [],
    drawn ? told.resampling(drawn.at, drawn.draws) : [],
    told.measures,
    seed ? told.seed(seed, [code(analysis.graphHash)]) : [],
  ]
}

function swapsTold({ rewiring }: AnalysisSettings, told: ReportSpeech['words']['method']): Prose {
  if (rewiring === null) return []
  const { swaps, tries, wanted, isMixed } = rewiring
  return [told.swapsDone(swaps, tries), isMixed ? [] : told.fewSwaps(wanted)].flat()
}

const keptFrom = (method: 'louvain' | 'leiden' | null, told: ReportSpeech['words']['method']): Prose =>
  method === null ? [] : told.keptFrom(method === 'louvain' ? 'Louvain' : 'Leiden')

/** What each measure of this report says, in the words of its own card. */
function definitions({ findings: { network, exchange, carriers, ties }, speech }: Telling): ReportBlock[] {
  const { method: told, network: columns } = speech.words
  const tests = [
    ...network.whole,
    ...network.attributes,
    ...(exchange?.closure ?? []),
    ...(exchange?.pair?.asymmetry ?? []),
    ...(exchange?.pair?.eiPair ?? []),
    ...(carriers?.roles ?? []),
    ...(ties?.effects ?? []),
  ]
  const used = new Set(tests.map(({ measure }) => measure))
  const cards = graphCards.filter(({ name }) => used.has(name))
  return cards.length === 0
    ? []
    : [
        heading(3, [told.definitions]),
        table([told.definitions], cards, [
          text(columns.measure, card => speech.measure(card).title),
          text(told.definition, card => speech.measure(card).description),
          text(told.source, ({ source }) => source),
        ]),
      ]
}

type Parameter = readonly [name: Inline, value: Inline]

function parameterTables({ calls, analysis }: Settings, { speech: { words } }: Telling): ReportBlock[] {
  const told = words.method
  const columns = [text(told.option, ([name]: Parameter) => name), text(told.value, ([, value]: Parameter) => value)]
  const rows = (options: Call['options']): Parameter[] => options.map(([name, value]) => [code(name), code(value)])
  const named = (name: string, value: string): Parameter[] => (value === '' ? [] : [[name, code(value)]])
  const callTable = (call: Call): ReportBlock =>
    table(
      prose`${code(call.command)}${call.wave === '' ? '' : `, ${told.wave(call.wave)}`}`,
      [
        ...named(told.version, call.version),
        ...named(told.runtime, call.runtime),
        ...named(told.agent, call.userAgent),
        ...named(told.input, call.input),
        ...named(told.hash, call.inputHash),
        [told.times, plain(call.times)],
        ...rows(call.options),
      ],
      columns,
    )
  if (analysis === null) return calls.map(callTable)
  const analysed = [
    ...named(told.version, analysis.version),
    ...named(told.runtime, analysis.runtime),
    ...named(told.graphHash, analysis.graphHash),
    ...rows(analysis.options),
  ]
  return [...calls.map(callTable), table([code('analyse')], analysed, columns)]
}

const always: readonly ReferenceKey[] = ['thelwall']
const ofHyperlinks: readonly ReferenceKey[] = ['ackland', 'demaeyer', 'lusher']
const ofCrawls: readonly ReferenceKey[] = ['koster']
const ofTime: readonly ReferenceKey[] = ['fay', 'greene', 'kaplan', 'turnbull']
const ofAnalyses: readonly ReferenceKey[] = [
  'batagelj', 'benjamini', 'besag', 'blondel', 'danon', 'gould', 'holland', 'krackhardt', 'lancichinetti', 'leicht', 'maslov',
  'milo', 'newman', 'phipson', 'traag',
] // prettier-ignore

/** The works that this report refers to, by author. */
export function tellReferences({ findings }: Telling): ReportBlock[] {
  const { crawled, analysed, change, communities, blocks, exchange, ties, tieOrigin } = findings
  const keys: readonly ReferenceKey[] = [
    ...always,
    ...(tieOrigin === 'file' ? [] : ofHyperlinks),
    ...(crawled ? ofCrawls : []),
    ...(analysed ? ofAnalyses : []),
    ...(communities?.shown.some(({ mix }) => mix !== null) ? (['simpson'] as const) : []),
    ...(exchange?.interval || change ? (['snijders'] as const) : []),
    ...(change ? ofTime : []),
    ...(ties ? (['dekker'] as const) : []),
    ...(blocks ? (['hubert', 'peixoto'] as const) : []),
  ]
  return [
    list(
      keys
        .map(key => references[key])
        .sort()
        .map(reference => [reference]),
    ),
  ]
}
