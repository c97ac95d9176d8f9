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
import { nodeMeasures } from '../../graph/analysis/registry.ts'
import type { AnalysisFacts, Column, CorpusFacts, MapData, NumberColumn, TieColumns } from '../protocol.ts'
import { categoryColumn, communityColumn } from './category-column.ts'

export interface MapSource {
  readonly corpus: Corpus
  /** The corpus as a command names it, and as a title. */
  readonly file: string
  readonly title: string
  readonly now: () => number
}

const crawlSilenceMs = 120_000

/** Everything the map is drawn from: the sites of the last analysis that still live, with the ties counted now. */
export function readMapData(source: MapSource): MapData {
  const { corpus } = source
  const analysis = lastAnalysis(corpus)
  const origin = lastAnalysisOrigin(corpus)
  const facts = corpusFacts(source)
  if (analysis === null || origin === null) return { corpus: facts, analysis: null, ...noSites }
  const graph = readSiteGraph(corpus, graphQuestion(analysis.options))
  const [xs, ys] = [analysis.nodeValues.get('x'), analysis.nodeValues.get('y')]
  const nodes = graph.nodes.filter(({ id }) => xs?.has(id) && ys?.has(id))
  return {
    corpus: facts,
    analysis: { ...origin, options: analysis.options, values: analysis.graphValues } satisfies AnalysisFacts,
    ids: nodes.map(({ id }) => id),
    labels: nodes.map(({ id, label }) => (label === '' ? id : label)),
    x: nodes.map(({ id }) => xs!.get(id)!),
    y: nodes.map(({ id }) => ys!.get(id)!),
    columns: columnsOf(nodes, analysis),
    ties: tieColumns(
      nodes.map(({ id }) => id),
      graph.edges,
    ),
  }
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

/** Columns of the corpus first, then tags, then the measures in the order of their registry. */
function columnsOf(nodes: readonly SiteNode[], analysis: AnalysisResult): Column[] {
  const known = (value: string): string[] => (value === '' ? [] : [value])
  const tagNames = [...new Set(nodes.flatMap(({ tags }) => tags.map(([category]) => category)))].sort()
  return [
    communities(nodes, analysis),
    categoryColumn(
      'country',
      'corpus',
      nodes.map(({ country }) => known(country)),
    ),
    categoryColumn(
      'kind',
      'corpus',
      nodes.map(({ kind }) => known(kind)),
    ),
    categoryColumn(
      'status',
      'corpus',
      nodes.map(({ status }) => [status]),
    ),
    ...tagNames.map(name =>
      categoryColumn(
        name,
        'tag',
        nodes.map(({ tags }) => tags.filter(([category]) => category === name).map(([, value]) => value)),
      ),
    ),
    ...measureColumns(nodes, analysis),
    pagesFetched(nodes),
  ].filter(column => column !== null && !isEmpty(column)) as Column[]
}

const pagesFetched = (nodes: readonly SiteNode[]): NumberColumn => ({
  kind: 'number',
  name: 'pages_fetched',
  origin: 'corpus',
  values: nodes.map(node => node.pagesFetched),
})

const isEmpty = (column: Column): boolean =>
  column.kind === 'category' ? column.categories.length === 0 : column.values.every(value => value === null)

const notMeasures: ReadonlySet<string> = new Set(['x', 'y', 'community'])

function measureColumns(nodes: readonly SiteNode[], { nodeValues }: AnalysisResult): NumberColumn[] {
  const rank = new Map(nodeMeasures.map(({ name }, index) => [name, index]))
  const place = (name: string): number => rank.get(name) ?? rank.size
  return [...nodeValues.keys()]
    .filter(name => !notMeasures.has(name))
    .sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1))
    .map(name => {
      const card = nodeMeasures[place(name)]
      const ofMeasure = nodeValues.get(name)!
      return {
        kind: 'number',
        name,
        origin: 'analysis',
        ...(card && { title: card.title, description: card.description }),
        values: nodes.map(({ id }) => ofMeasure.get(id) ?? null),
      }
    })
}

/** A community without a name of its own is called after its two most cited sites. */
function communities(nodes: readonly SiteNode[], { nodeValues }: AnalysisResult): Column | null {
  const ofNode = nodeValues.get('community')
  const inDegree = nodeValues.get('in_degree')
  if (!ofNode) return null
  const cited = ({ id }: SiteNode): number => inDegree?.get(id) ?? 0
  const labelOf = (community: number): string =>
    nodes
      .filter(({ id }) => ofNode.get(id) === community)
      .sort((a, b) => cited(b) - cited(a))
      .slice(0, 2)
      .map(({ id, label }) => (label === '' ? id : label))
      .join(', ')
  return communityColumn(
    nodes.map(({ id }) => ofNode.get(id) ?? null),
    labelOf,
  )
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
