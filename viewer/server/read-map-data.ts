import {
  statuses as allStatuses,
  zones as allZones,
  type SiteEdge,
  type SiteNode,
  type Status,
  type Zone,
} from '../../data/records.ts'
import type { Corpus } from '../../data/store/corpus.ts'
import { corpusFigures, crawlPeriod, lastAnalysisOrigin } from '../../data/store/map-facts.ts'
import { lastAnalysis, type AnalysisResult } from '../../data/store/results.ts'
import { readSiteGraph, weights, type GraphQuestion } from '../../data/store/site-graph.ts'
import { version } from '../../data/version.ts'
import type { Broker } from '../../graph/analysis/findings/brokers.ts'
import type { CommunityProfile } from '../../graph/analysis/findings/community-profiles.ts'
import { placeNodes, type Point } from '../../graph/export/place-nodes.ts'
import type { CorpusFacts, MapData, TieColumns } from '../protocol.ts'
import { mapColumns } from './map-columns.ts'

export interface MapSource {
  readonly corpus: Corpus
  /** The corpus as a command names it, and as a title. */
  readonly file: string
  readonly title: string
  readonly now: () => number
}

const crawlSilenceMs = 120_000

/** What of a corpus a published page shows, where it is not what was analysed. */
export interface MapChoice {
  readonly statuses: readonly Status[]
  readonly zones: readonly Zone[]
  readonly minWeight: number
}

/**
 * Everything the map is drawn from: the sites of the last analysis that still live, with the ties counted now. With a
 * choice: the entities that it names, those without a place in the layout on a ring around it.
 */
export function readMapData(source: MapSource, choice?: MapChoice): MapData {
  const { corpus } = source
  const analysis = lastAnalysis(corpus)
  const origin = lastAnalysisOrigin(corpus)
  const facts = corpusFacts(source)
  if (choice === undefined && analysis === null) return { corpus: facts, analysis: null, ...noSites }
  const asked = graphQuestion(analysis?.options ?? {})
  const { nodes: all, edges: counted } = readSiteGraph(corpus, choice ? { ...asked, ...choice } : asked)
  const edges = counted.filter(({ weight }) => weight >= (choice?.minWeight ?? 0))
  const profiles = findingList<CommunityProfile>(analysis, 'communities')
  const nodes = choice ? all : all.filter(({ id }) => analysis?.nodeValues.get('x')?.has(id))
  const places = placesOf(nodes, analysis)
  return {
    corpus: facts,
    analysis: analysis &&
      origin && {
        ...origin,
        options: analysis.options,
        values: analysis.graphValues,
        communities: profiles,
        brokers: findingList<Broker>(analysis, 'brokers'),
      },
    ids: nodes.map(({ id }) => id),
    labels: nodes.map(({ id, label }) => (label === '' ? id : label)),
    x: places.map(({ x }) => x),
    y: places.map(({ y }) => y),
    columns: mapColumns(nodes, analysis, profiles, choice ? edges : null),
    ties: tieColumns(nodes.map(({ id }) => id), edges), // prettier-ignore
  }
}

const placesOf = (nodes: readonly SiteNode[], analysis: AnalysisResult | null): readonly Point[] => {
  const [x, y] = [analysis?.nodeValues.get('x'), analysis?.nodeValues.get('y')]
  return placeNodes(nodes.map(({ id }) => ({ x: x?.get(id) ?? null, y: y?.get(id) ?? null })))
}

/** A finding as this version stores it; empty when the analysis was made by one that did not. */
function findingList<Item>(analysis: AnalysisResult | null, name: string): readonly Item[] {
  const value = analysis?.findings.get(name)
  return Array.isArray(value) ? (value as readonly Item[]) : []
}

function corpusFacts({ corpus, file, title, now }: MapSource): CorpusFacts {
  return { file, title, version, crawl: crawlPeriod(corpus, now() - crawlSilenceMs), ...corpusFigures(corpus) }
}

const noTies: TieColumns = {
  source: [],
  target: [],
  weight: [],
  links: [],
  pages: [],
  zones: Object.fromEntries(allZones.map(zone => [zone, [] as number[]])) as unknown as Record<Zone, number[]>,
}
const noSites = { ids: [], labels: [], x: [], y: [], columns: [], ties: noTies } as const

/** The graph that was analysed: the map shows the ties that the measures speak of. */
export function graphQuestion(options: AnalysisResult['options']): GraphQuestion {
  const list = <Name extends string>(
    name: string,
    known: readonly Name[],
    preset: readonly Name[],
  ): readonly Name[] => {
    const value = options[name]
    return Array.isArray(value) ? known.filter(one => value.includes(one)) : preset
  }
  return {
    statuses: list<Status>('statuses', allStatuses, ['IN']),
    zones: list<Zone>('zones', allZones, allZones),
    weight: weights.find(weight => weight === options['weight']) ?? 'evidence',
  }
}

/** Ties between sites of these ids, by their indexes. */
export function tieColumns(ids: readonly string[], edges: readonly SiteEdge[]): TieColumns {
  const indexOf = new Map(ids.map((id, index) => [id, index]))
  const kept = edges.filter(({ source, target }) => indexOf.has(source) && indexOf.has(target))
  return {
    source: kept.map(({ source }) => indexOf.get(source)!),
    target: kept.map(({ target }) => indexOf.get(target)!),
    weight: kept.map(({ weight }) => weight),
    links: kept.map(({ links }) => links),
    pages: kept.map(({ pages }) => pages),
    zones: Object.fromEntries(allZones.map(zone => [zone, kept.map(({ linksByZone }) => linksByZone[zone])])) as Record<
      Zone,
      number[]
    >,
  }
}
