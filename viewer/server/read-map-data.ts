import { statuses as allStatuses, zones as allZones, type SiteEdge, type Status, type Zone } from '#data/records.ts'
import { factPlaces } from '#data/store/map/colours.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { pinnedPlaces } from '#data/store/curate/pin-entity.ts'
import { corpusFigures, crawlPeriod, lastAnalysisOrigin } from '#data/store/map/map-facts.ts'
import { lastAnalysis, type AnalysisResult } from '#data/store/graph/results.ts'
import { readSiteGraph } from '#data/store/graph/site-graph.ts'
import { waveOfAnalysis } from '#data/store/graph/choose-graph-wave.ts'
import { weights, type GraphQuestion } from '#data/store/graph/graph-question.ts'
import { version } from '#data/command/version.ts'
import type { Broker } from '#graph/analysis/findings/brokers.ts'
import type { CommunityProfile } from '#graph/analysis/findings/community-profiles.ts'
import type { CorpusFacts, MapData, TieColumns } from '../protocol/map.ts'
import { growPlaces, type Point } from './grow-places.ts'
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
 * Everything the map is drawn from: the entities whose statuses were analysed (IN when none was), with the ties counted
 * now; those that came since stand beside whom they are tied to. With a choice: the entities that it names.
 */
export function readMapData(source: MapSource, choice?: MapChoice): MapData {
  const { corpus } = source
  const analysis = lastAnalysis(corpus)
  const origin = lastAnalysisOrigin(corpus)
  const facts = corpusFacts(source)
  const asked = graphQuestion(corpus, analysis?.options ?? {})
  const { nodes, edges: counted } = readSiteGraph(corpus, choice ? { ...asked, ...choice } : asked)
  const edges = counted.filter(({ weight }) => weight >= (choice?.minWeight ?? 0))
  const profiles = findingList<CommunityProfile>(analysis, 'communities')
  const places = growPlaces(nodes, edges, layoutOf(analysis, pinnedPlaces(corpus)), grownSince(source, origin?.id ?? 0))
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
    columns: mapColumns(nodes, analysis, profiles, choice || analysis === null ? edges : null, factPlaces(corpus)),
    ties: tieColumns(nodes.map(({ id }) => id), edges), // prettier-ignore
  }
}

/** Places of the layout; one fixed by hand stands before it. */
function layoutOf(analysis: AnalysisResult | null, pins: ReadonlyMap<string, Point>): ReadonlyMap<string, Point> {
  const [xs, ys] = [analysis?.nodeValues.get('x'), analysis?.nodeValues.get('y')]
  const layout = new Map<string, Point>()
  for (const [id, x] of xs ?? []) layout.set(id, { x, y: ys?.get(id) ?? 0 })
  for (const [id, place] of pins) layout.set(id, place)
  return layout
}

const grown = new WeakMap<Corpus, { readonly analysis: number; readonly places: Map<string, Point> }>()

/** Places given to sites that came after an analysis: kept while the corpus is served, so that nothing jumps about. */
function grownSince({ corpus }: MapSource, analysis: number): Map<string, Point> {
  const known = grown.get(corpus)
  if (known?.analysis === analysis) return known.places
  const places = new Map<string, Point>()
  grown.set(corpus, { analysis, places })
  return places
}

/** A finding as this version stores it; empty when the analysis was made by one that did not. */
function findingList<Item>(analysis: AnalysisResult | null, name: string): readonly Item[] {
  const value = analysis?.findings.get(name)
  return Array.isArray(value) ? (value as readonly Item[]) : []
}

function corpusFacts({ corpus, file, title, now }: MapSource): CorpusFacts {
  return { file, title, version, crawl: crawlPeriod(corpus, now() - crawlSilenceMs), ...corpusFigures(corpus) }
}

/** The graph that was analysed: the map shows the ties that the measures speak of. */
export function graphQuestion(corpus: Corpus, options: AnalysisResult['options']): GraphQuestion {
  const list = <Name extends string>(
    name: string,
    known: readonly Name[],
    preset: readonly Name[],
  ): readonly Name[] => {
    const value = options[name]
    return Array.isArray(value) ? known.filter(one => value.includes(one)) : preset
  }
  const { wave } = waveOfAnalysis(corpus, options)
  return {
    ...(wave !== undefined && { wave }),
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
