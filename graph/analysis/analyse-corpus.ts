import type { SiteGraph } from '#data/records.ts'
import type { CodedTies } from '#data/store/graph/coded-ties.ts'
import { codedTiesOf } from '#data/store/graph/coded-ties-of.ts'
import type { EdgeCode } from '#data/vocabulary/edge-codes.ts'
import type { Language } from '#data/vocabulary/languages.ts'
import type { Status } from '#data/vocabulary/statuses.ts'
import type { Zone } from '#data/vocabulary/zones.ts'
import { classifyLinks, classifyWhenStale } from '#data/store/visits/classify-links.ts'
import { keepPlaces } from '#data/store/map/colours.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { anchorsOfEntities } from '#data/store/evidence/anchors.ts'
import { mainLanguages } from '#data/store/graph/main-languages.ts'
import {
  earlierCommunities,
  type GroupPlaces,
  lastAnalysis,
  placesOfSame,
  storeAnalysis,
} from '#data/store/graph/results.ts'
import { returnStrays } from '#data/store/entities/return-strays.ts'
import { beginRun, endRun } from '#data/store/base/runs.ts'
import { readSiteGraph } from '#data/store/graph/site-graph.ts'
import { chooseGraphWave, type GraphWave } from '#data/store/graph/choose-graph-wave.ts'
import type { WrittenRange } from '#data/written-range.ts'
import type { Weight } from '#data/vocabulary/weights.ts'
import { growthRounds } from '#data/store/review/growth-rounds.ts'
import { Mistake } from '#data/mistake.ts'
import { version } from '#data/command/version.ts'
import { censoredLinks } from '#data/store/graph/censored-links.ts'
import { tagsOf } from './attribute.ts'
import { analyseGraph, type Analysis, type AnalysisProgress } from './analyse-graph.ts'
import { countCensored } from './resample/count-censored.ts'
import { handOnPlaces } from './hand-on-places.ts'
import { hashOfGraph } from './hash-of-graph.ts'
import { type Memory, noMemory } from './memory/memory.ts'
import { smallerCrawlsOf } from './smaller-crawls.ts'
import type { Resemblance } from './mrqap/resemblance.ts'
import type { StructureName } from './mrqap/structure-terms.ts'

export interface AnalyseOptions {
  readonly seed: number
  readonly statuses: readonly Status[]
  readonly zones: readonly Zone[]
  readonly weight: Weight
  readonly runs: number
  readonly resolution: number
  /** Only ties that most of their coders gave one of these codes. Default: all, coded or not. */
  readonly codes?: readonly EdgeCode[]
  /** Tags by which it is computed, besides country and kind. Default: those that tell; see attributesOf. */
  readonly attributes?: readonly string[]
  /** What of the network itself the regression of ties holds fixed. Default: nothing. */
  readonly structure?: readonly StructureName[]
  /** Language of the pages by whose words sites are compared in the regression. Default: they are not. */
  readonly similar?: Language
  /** Search for blocks, too. Default: no. */
  readonly blocks?: boolean
  /** Without the sites that came into the corpus in these rounds of review. Default: all stay. */
  readonly withoutRound?: readonly number[]
  /** Label of the wave whose graph is analysed, 'all' for every wave together. Default: the last one. */
  readonly wave?: string
  /** Only links in the matter of pages that state a date within these days. */
  readonly written?: WrittenRange
}

/** Graph and results of an analysis that was stored. */
export interface Analysed extends Analysis {
  readonly graph: SiteGraph
  readonly of: GraphWave
  /** What became of the ties, where the graph is of coded ones. */
  readonly coded: CodedTies | null
  /** Addresses that belonged to entities merged away, and were given to those they live on in before: see returnStrays. */
  readonly returned: number
}

/** Compares sites by the words of their pages: a matter of another room, which the command brings along. */
export type CompareSites = (
  corpus: Corpus,
  question: { readonly statuses: readonly Status[]; readonly wave?: string | undefined },
  language: Language,
) => Resemblance

/** Builds the graph of `corpus`, analyses it and stores the result as a run of its own. */
export async function analyseCorpus(
  corpus: Corpus,
  asked: AnalyseOptions,
  now: () => number,
  progress: AnalysisProgress,
  memory: Memory = noMemory,
  compareSites?: CompareSites,
): Promise<Analysed> {
  const of = chooseGraphWave(corpus, asked.wave)
  const resemblance =
    asked.similar === undefined || compareSites === undefined
      ? null
      : compareSites(corpus, { statuses: asked.statuses, wave: of.wave }, asked.similar)
  expectRounds(corpus, asked.withoutRound)
  const { wave: _wave, ...others } = asked
  const options = { ...others, ...(of.noted !== undefined && { wave: of.noted }) }
  corpus.write(() => keepPlaces(corpus))
  const runId = beginRun(corpus, { command: 'analyse', options: { ...options }, version }, now())
  const returned = returnStrays(corpus, now())
  if (returned > 0) classifyLinks(corpus)
  else classifyWhenStale(corpus)
  const question = { ...others, ...(of.wave !== undefined && { wave: of.wave }) }
  const graph = readSiteGraph(corpus, question)
  expectTags(graph, asked.attributes)
  const coded = codedTiesOf(corpus, question)
  const identity = {
    options: { ...options },
    graphHash: hashOfGraph(graph),
  }
  const known = {
    previous: earlierCommunities(corpus, identity),
    anchors: anchorsOfEntities(corpus, question),
    languages: mainLanguages(corpus),
    smallerCrawls: smallerCrawlsOf(corpus, question),
    resemblance,
  }
  const analysis = await analyseGraph(graph, { ...options, ...known, memory }, progress)
  const findings = new Map([...analysis.findings, ['censored', countCensored(censoredLinks(corpus, question))]])
  const result = { ...analysis, findings, places: choosePlaces(corpus, identity, analysis) }
  storeAnalysis(corpus, runId, { ...result, ...identity, nodes: graph.nodes.length, edges: graph.edges.length })
  endRun(corpus, runId, 'done', now())
  return { ...result, graph, of, coded, returned }
}

function expectRounds(corpus: Corpus, asked: readonly number[] = []): void {
  if (asked.length === 0) return
  const known = growthRounds(corpus).map(({ round }) => round)
  const stranger = asked.find(round => !known.includes(round))
  if (stranger === undefined) return
  throw new Mistake(
    known.length === 0
      ? `--without-round: round ${stranger} found; expected to be left out, as this corpus has no rounds: nobody who was discovered was reviewed`
      : `--without-round: round ${stranger} found, expected one of ${known.join(', ')}`,
  )
}

function expectTags(graph: SiteGraph, asked: readonly string[] = []): void {
  const known = ['country', 'kind', ...tagsOf(graph)]
  const stranger = asked.find(name => !known.includes(name))
  if (stranger !== undefined)
    throw new Mistake(
      `--attributes: '${stranger}' found, a column of the sites expected (there are ${known.join(', ')})`,
    )
}

/** The same analysis made again looks the same again, whatever was analysed in between. */
function choosePlaces(
  corpus: Corpus,
  identity: Parameters<typeof placesOfSame>[1],
  { nodeValues }: Analysis,
): Map<string, GroupPlaces> {
  return handOnPlaces(nodeValues, lastAnalysis(corpus), placesOfSame(corpus, identity))
}
