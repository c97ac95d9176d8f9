import { basename } from 'node:path'
import type { Num } from './num.ts'
import { type Blocks, blockFindings } from './blocks/blocks.ts'
import { describeChange, type ToldChange } from './change.ts'
import { type Carriers, findCarriers } from './carriers.ts'
import { type Cited, findCited } from './cited.ts'
import { type Communities, describeCommunities } from './communities.ts'
import { describeExchange, type Exchange } from './exchange.ts'
import { describeNetwork, type Network } from './network.ts'
import { type ToldCensored, describeCensored } from './censored.ts'
import { observe, type Observed } from './observed.ts'
import { type Codes, describeCodes } from './codes.ts'
import { describeDates, type ToldDates } from './dated.ts'
import { describeCodedTies, type ToldCodedTies } from './coded-ties.ts'
import { describeWaveChanges, type WaveChanges } from './wave-changes.ts'
import { describeRobustness, type Robustness } from './robustness.ts'
import { countNegative } from './negative-weights.ts'
import { describeTies, type TieModel } from './ties.ts'
import { tieOrigin, type TieOrigin } from '#data/store/graph/tie-origin.ts'
import { findSaidWords, type SaidWords } from './said-words.ts'
import { findTools, type Tools } from './tools/find-tools.ts'
import { readSettings, type Settings } from './settings.ts'
import { findStrongEdges, type StrongEdges } from './strong-edges.ts'
import type { Study } from './study.ts'
import { findUnobserved, type Unobserved } from './unobserved.ts'
import { describeZones, type ZoneRow } from './by-zone.ts'

/** Everything that a report says, without its words: what findings.json holds. Deterministic. */
export interface Findings {
  readonly title: string
  /** Name of the corpus' file. */
  readonly file: string
  /** What there is to tell of: an imported network was never crawled, a fresh crawl not yet analysed. */
  readonly crawled: boolean
  readonly analysed: boolean
  /** Values came with an imported file; they are not told. */
  readonly foreign: boolean
  /** The corpus changed since the analysis. */
  readonly stale: boolean
  readonly choice: Study['choice']
  /** Of which wave the graph is, 'all' for all together; null in a corpus of one wave. */
  readonly graphWave: string | null
  readonly tieOrigin: TieOrigin
  /** Ties whose weight is below zero in the file that told them. */
  readonly negativeWeights: Num
  readonly observed: Observed
  readonly unobserved: Unobserved
  readonly censored: ToldCensored | null
  readonly network: Network
  readonly exchange: Exchange | null
  readonly carriers: Carriers | null
  readonly ties: TieModel | null
  readonly cited: Cited
  readonly saidWords: SaidWords | null
  /** Null where of no site it is known what it uses. */
  readonly tools: Tools | null
  readonly communities: Communities | null
  /** Null where the analysis did not search for blocks. */
  readonly blocks: Blocks | null
  readonly zones: readonly ZoneRow[]
  readonly waveChanges: WaveChanges | null
  /** What all waves together show; null with fewer than two. */
  readonly change: ToldChange | null
  /** How many pages say when they were written; null where none does. */
  readonly dates: ToldDates | null
  readonly codes: Codes | null
  /** What became of the ties, where the graph is of coded ones. */
  readonly codedTies: ToldCodedTies | null
  readonly robustness: Robustness | null
  readonly edges: StrongEdges
  readonly settings: Settings
}

export function gatherFindings(study: Study): Findings {
  const observed = observe(study)
  const exchange = describeExchange(study)
  const isUndirected = study.site.ties === 'undirected'
  return {
    title: study.title,
    file: basename(study.corpus.file),
    crawled: observed.addresses.value > 0,
    analysed: study.analysis !== null,
    foreign: study.isForeign,
    stale: study.stale,
    choice: study.choice,
    graphWave: study.graphWave,
    tieOrigin: tieOrigin(study.site),
    negativeWeights: countNegative(study),
    observed,
    unobserved: findUnobserved(study),
    censored: describeCensored(study),
    network: describeNetwork(study),
    exchange,
    carriers: isUndirected ? null : exchange && findCarriers(study),
    ties: describeTies(study),
    cited: isUndirected ? { all: [], countries: [] } : findCited(study),
    saidWords: findSaidWords(study),
    tools: findTools(study),
    communities: describeCommunities(study),
    blocks: blockFindings(study),
    zones: describeZones(study),
    waveChanges: describeWaveChanges(study),
    change: describeChange(study),
    dates: describeDates(study),
    codes: describeCodes(study),
    codedTies: describeCodedTies(study),
    robustness: describeRobustness(study),
    edges: findStrongEdges(study),
    settings: readSettings(study),
  }
}

/** A number that a report may state beside others: the least p that so many runs can give. */
export const leastP = (runs: Num): Num => ({
  value: 1 / (runs.value + 1),
  from: { ...runs.from, take: `1 / (${runs.from.take} + 1)` },
})
