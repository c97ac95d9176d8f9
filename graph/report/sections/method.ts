import { type Block, heading, list, paragraph, table, words as text } from '../document/block.ts'
import { code, joined, plain, type Prose, prose } from '../document/prose.ts'
import type { Call, Settings } from '../findings/settings.ts'
import { zones as allZones } from '../../../data/records.ts'
import { type ReferenceKey, references } from '../references.ts'
import { empty, type Telling } from './telling.ts'

/** The methods paragraph with every parameter, then the parameters as the corpus records them. */
export function tellMethod(telling: Telling): Block[] {
  const { findings, speech } = telling
  const told = speech.words.method
  const sentences = [...crawlSentences(telling), ...graphSentences(telling), ...analysisSentences(telling)]
  return [
    paragraph(told.limits),
    heading(3, [told.toPaste]),
    paragraph(told.lead),
    { kind: 'quotes', items: [{ words: paragraph(...sentences).text, place: empty }] },
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
  const states = observed.pages.map(({ state, pages }) => told.state(speech.words.observed.stateNames[state], pages))
  return [
    ...crawls.flatMap(call => [
      told.made(call.version, call.runtime),
      told.crawl(
        crawls.length > 1 ? told.wave_(call.wave) : '',
        call.input === '' ? told.someList : told.list([code(call.input)], [code(call.inputHash.slice(0, 16))]),
        speech.words.sites(unobserved.crawled),
        datesOf(call, observed.waves, speech.dates),
        [code(call.userAgent)],
      ),
      told.manners(call.numbers['delay']),
      told.limitsOfCrawl(call.numbers['depth'], call.numbers['maxPages']),
      told.limitsOfPage(call.numbers['timeout'], call.numbers['maxBytes']),
    ]),
    crawls.length === 0 ? [] : told.yield(observed.addresses, joined(states, ', ')),
    crawls.length === 0 ? [] : told.hyperlink,
    imports.length === 0 ? [] : told.imported(joined(imports, ', ')),
  ]
}

function datesOf(
  { wave }: Call,
  waves: Telling['findings']['observed']['waves'],
  dates: (from: number, to: number) => string,
): string {
  const found = waves.find(({ label }) => label === wave)
  return found === undefined ? '' : dates(found.firstVisit, found.lastVisit)
}

function graphSentences({ findings, speech }: Telling): Prose[] {
  const { network, choice } = findings
  const { method: told, sites, edges, zones, weights } = speech.words
  const where =
    choice.zones.length === allZones.length
      ? told.allZones
      : told.someZones(speech.list(choice.zones.map(zone => zones.names[zone])))
  return [
    told.graph(sites(network.nodes), edges(network.edges), choice.statuses.join(', '), where),
    [weights[choice.weight]],
  ]
}

function analysisSentences({ findings: { settings }, speech: { words } }: Telling): Prose[] {
  const told = words.method
  const { analysis } = settings
  if (analysis === null) return []
  const { runs, resolution, seed } = analysis.numbers
  return [
    told.analysedWith(analysis.version, analysis.runtime),
    told.unweighted,
    runs && resolution ? told.communities(runs, resolution) : [],
    runs ? told.nulls(runs, analysis.triesPerEdge, analysis.restarts) : [],
    told.measures,
    seed ? told.seed(seed, [code(analysis.graphHash)]) : [],
  ]
}

function parameterTables({ calls, analysis }: Settings, { speech: { words } }: Telling): Block[] {
  const told = words.method
  const columns = [text([told.option]), text([told.value])]
  const rows = (options: Call['options']): Prose[][] => options.map(([name, value]) => [[code(name)], [code(value)]])
  const named = (name: string, value: string): Prose[][] => (value === '' ? [] : [[[name], [code(value)]]])
  return [
    ...calls.map(call =>
      table(prose`${code(call.command)}${call.wave === '' ? '' : `, ${told.wave_(call.wave)}`}`, columns, [
        ...named(told.version, call.version),
        ...named(told.runtime, call.runtime),
        ...named(told.agent, call.userAgent),
        ...named(told.input, call.input),
        ...named(told.hash, call.inputHash),
        [[told.times], [plain(call.times)]],
        ...rows(call.options),
      ]),
    ),
    ...(analysis === null
      ? []
      : [
          table([code('analyse')], columns, [
            ...named(told.version, analysis.version),
            ...named(told.runtime, analysis.runtime),
            ...named(told.graphHash, analysis.graphHash),
            ...rows(analysis.options),
          ]),
        ]),
  ]
}

const always: readonly ReferenceKey[] = ['ackland', 'demaeyer', 'lusher', 'thelwall']
const ofCrawls: readonly ReferenceKey[] = ['koster']
const ofAnalyses: readonly ReferenceKey[] = [
  'batagelj', 'benjamini', 'blondel', 'danon', 'gould', 'holland', 'krackhardt', 'leicht', 'maslov', 'newman', 'phipson',
] // prettier-ignore

/** The works that this report refers to, by author. */
export function tellReferences({ findings }: Telling): Block[] {
  const keys = [...always, ...(findings.crawled ? ofCrawls : []), ...(findings.analysed ? ofAnalyses : [])]
  return [
    list(
      keys
        .map(key => references[key])
        .sort()
        .map(reference => [reference]),
    ),
  ]
}
