import type { LinkRow, PageRow } from '#data/evidence-rows.ts'
import type { SiteEdge, SiteGraph, SiteNode } from '#data/records.ts'
import type { Status } from '#data/vocabulary/statuses.ts'
import type { Zone } from '#data/vocabulary/zones.ts'
import type { GraphValue } from '#data/store/graph/results.ts'
import { cleanText } from '#data/table/clean-text.ts'
import type { Backbone } from '#data/vocabulary/backbones/backbones.ts'
import { paletteColour } from './colours.ts'
import type { ExportEdge, ExportModel, ExportNode, ExportOrigin, NodePlaces, NodeResult } from './export-model.ts'
import { keepBackbone } from './keep-backbone.ts'
import { tieFactsOf } from './relation.ts'
import type { SimilarRow } from '#graph/words/similar/similar-rows.ts'
import type { TiesInTime } from './ties-in-time.ts'
import type { WaveLayer } from './wave-layer.ts'
import type { Relation } from '#data/vocabulary/relations.ts'
import type { Column } from '#data/table/column.ts'

/** What of a corpus goes into an export. */
export interface ExportSource {
  readonly title: string
  readonly description: string
  /** With edges counted in the zones asked for. */
  readonly graph: SiteGraph | { readonly nodes: readonly SiteNode[]; readonly edges: readonly ExportEdge[] }
  /** What its edges are; default: links. */
  readonly relation?: Relation
  /** As ExportModel's. */
  readonly ties?: 'undirected'
  readonly ofFile?: true
  /** By entity; without one, measure cells are empty. */
  readonly results: ReadonlyMap<string, NodeResult>
  /** Places of the communities in the palette; default: their numbers. */
  readonly communityPlaces?: ReadonlyMap<number, number>
  /** By entity; without one, its cells are empty. */
  readonly places: ReadonlyMap<string, NodePlaces>
  readonly nodeColumns: readonly Column[]
  readonly links: Iterable<LinkRow>
  readonly pages: Iterable<PageRow>
  readonly measures: Iterable<GraphValue>
  readonly similar?: Iterable<SimilarRow>
  readonly lastModified: string
  readonly origin?: ExportOrigin
  readonly layers?: () => readonly WaveLayer[]
  readonly time?: () => TiesInTime
}

export interface ExportSelection {
  /** Default: all. */
  readonly statuses?: readonly Status[]
  /** Zones of the hyperlinks; default all. */
  readonly zones?: readonly Zone[]
  /** Least weight of an edge; default 0. */
  readonly minWeight?: number
  /** Only edges that it keeps, of all between these nodes. Default: all. */
  readonly backbone?: Backbone
}

const smallest = 4
const range = 16
const noResult: NodeResult = { community: null, values: {}, x: null, y: null }
const noPlaces: NodePlaces = { prefixes: [], startPages: [], datedNames: [], datedPrefixes: [] }

/** Returns a diameter between 4 and 20 layout units; the disc's area grows with the number of citing entities. */
function nodeSize(inDegree: number, mostInDegree: number): number {
  const share = mostInDegree === 0 ? 0 : Math.sqrt(inDegree / mostInDegree)
  return Math.round((smallest + range * share) * 100) / 100
}

function count(ids: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Filters while the rows are read, so that they never stand in memory together. */
function* kept<Row>(rows: Iterable<Row>, isKept: (row: Row) => boolean): Generator<Row> {
  for (const row of rows) if (isKept(row)) yield row
}

/** Cleaned here and not only where they are written: two may be the same afterwards. Sorted, each once, none empty. */
function cleanTags(tags: SiteNode['tags']): SiteNode['tags'] {
  const clean = tags.map(([category, value]) => [cleanText(category), cleanText(value)] as const)
  const distinct = new Map(clean.map(tag => [JSON.stringify(tag), tag]))
  return [...distinct.values()]
    .filter(([, value]) => value !== '')
    .sort((a, b) => byCodeUnits(a[0], b[0]) || byCodeUnits(a[1], b[1]))
}

function describeNodes(
  nodes: readonly SiteNode[],
  edges: readonly SiteEdge[],
  {
    results,
    places,
    communityPlaces,
    relation = 'links',
    ties,
  }: Pick<ExportSource, 'results' | 'places' | 'communityPlaces' | 'relation' | 'ties'>,
): readonly ExportNode[] {
  const ends = { in: edges.map(edge => edge.target), out: edges.map(edge => edge.source) }
  // Without a direction a tie belongs to both of its ends, in and out.
  const both = relation === 'links' && ties === undefined ? null : count(ends.in.concat(ends.out))
  const inDegrees = both ?? count(ends.in)
  const outDegrees = both ?? count(ends.out)
  const most = [...inDegrees.values()].reduce((a, b) => Math.max(a, b), 0)
  return nodes.map(node => {
    const result = results.get(node.id) ?? noResult
    const inDegree = inDegrees.get(node.id) ?? 0
    return {
      ...node,
      ...result,
      ...(places.get(node.id) ?? noPlaces),
      tags: cleanTags(node.tags),
      // Who cites the same, and who says it, is told by one's own pages; who is cited together, by those of others.
      inDegree: node.unread && (relation === 'coupling' || relation === 'similar') ? null : inDegree,
      outDegree: node.unread && relation !== 'co-citation' ? null : (outDegrees.get(node.id) ?? 0),
      size: nodeSize(inDegree, most),
      colour: paletteColour(
        communityPlaces === undefined ? result.community : communityPlaces.get(result.community ?? 0),
      ),
    }
  })
}

/** Returns the model of what is selected: degrees counted on its own edges, evidence of these edges, pages of these nodes. */
export function buildExportModel(source: ExportSource, selection: ExportSelection = {}): ExportModel {
  const { statuses, zones, minWeight = 0, backbone } = selection
  const nodes = source.graph.nodes.filter(node => !statuses || statuses.includes(node.status))
  const ids = new Set<string>(nodes.map(node => node.id))
  const between = source.graph.edges.filter(edge => ids.has(edge.source) && ids.has(edge.target))
  const edges = keepBackbone(between, backbone, !tieFactsOf(source).directed).filter(
    ({ weight }) => weight >= minWeight,
  )
  const targets = new Map<string, Set<string>>()
  for (const { source: from, target } of edges) targets.set(from, (targets.get(from) ?? new Set()).add(target))
  const isEvidence = (row: LinkRow) =>
    targets.get(row.source)?.has(row.target) === true && (!zones || zones.includes(row.zone))
  return {
    ...source,
    nodes: describeNodes(
      nodes.toSorted((a, b) => byCodeUnits(a.id, b.id)),
      edges,
      source,
    ),
    edges: edges.toSorted((a, b) => byCodeUnits(a.source, b.source) || byCodeUnits(a.target, b.target)),
    links: kept(source.links, isEvidence),
    pages: kept(source.pages, row => ids.has(row.entity)),
    ...(source.similar && { similar: kept(source.similar, row => ids.has(row.source) && ids.has(row.target)) }),
  }
}
