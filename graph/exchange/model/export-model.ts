import type { TableOptions } from '#data/table/table-options.ts'
import type { Value, Column } from '#data/table/column.ts'
import type { LinkRow, PageRow } from '#data/evidence-rows.ts'
import type { SiteNode, ToldEdge } from '#data/records.ts'
import type { Relation } from '#data/vocabulary/relations.ts'
import type { TiesInTime } from './ties-in-time.ts'
import type { WaveLayer } from './wave-layer.ts'
import type { SimilarRow } from '#graph/words/similar/similar-rows.ts'
import type { Sighting } from './sightings.ts'
import type { GraphValue } from '#data/store/graph/results.ts'

/** What an analysis found about one node. */
export interface NodeResult {
  /** Numbered from 1, the largest first; null outside the analysed graph. */
  readonly community: number | null
  /** The name that a person gave to it; absent or empty: none. */
  readonly communityName?: string
  /** Measures by column id; an absent one is an empty cell. */
  readonly values: Readonly<Record<string, Value>>
  /** Position of the layout; null outside it. */
  readonly x: number | null
  readonly y: number | null
}

/** Where an entity lives: what a reader of an export needs to crawl it again. */
export interface NodePlaces {
  /** As `entity show` writes them: 'spintank.fr', '*.example.org'. */
  readonly prefixes: readonly string[]
  readonly startPages: readonly string[]
  /** 'EchoDitto (../2013)', 'Echo & Co (2013/..)'. */
  readonly datedNames: readonly string[]
  /** Of the prefixes those with dates, written alike. */
  readonly datedPrefixes: readonly string[]
}

export interface ExportNode extends SiteNode, NodeResult, NodePlaces {
  /** Of the exported edges; null where they are not known, since none of its pages was read. */
  readonly inDegree: number | null
  readonly outDegree: number | null
  /** Diameter in the layout's units, > 0. */
  readonly size: number
  /** '#rrggbb', lower case. */
  readonly colour: string
}

export interface ExportEdge extends ToldEdge {
  /** Of two sites that share something: how much, their degrees set aside, in (0, 1]. */
  readonly cosine?: number
  /** Of two sites that say the same words: ISO 639-1, of the pages by which they were compared. */
  readonly language?: string
  /** When it was seen, where it was away in between: two spells or more, in their order. */
  readonly spells?: readonly Sighting[]
}

/** How an export came about, for its manifest. */
export interface ExportOrigin {
  /** As corpusOrigin gives it. */
  readonly corpus: string
  /** When the first run that wrote to it began, ISO 8601; empty if none did. */
  readonly begun: string
  /** What was asked of the export, every option with its value. */
  readonly parameters: Readonly<Record<string, unknown>>
  /** Those of the analysis whose measures it bears; null: there is none. */
  readonly analysis: Readonly<Record<string, unknown>> | null
}

/** All that an export gets. Nodes sorted by id, edges by source then target; no self-loop, no pair twice, weights > 0. */
export interface ExportModel {
  readonly title: string
  /** One line on how the graph came about (statuses, zones, weight); empty if unknown. */
  readonly description: string
  readonly nodes: readonly ExportNode[]
  readonly edges: readonly ExportEdge[]
  /** 'undirected': no edge has a direction, and each stands once, its smaller id first. Absent: as the relation says. */
  readonly ties?: 'undirected'
  /** Set: an imported file told all of its ties, and nothing is said of them that is true of a crawl alone. */
  readonly ofFile?: true
  /** Default: links. Any other has no direction, each pair once, and no evidence of its own. */
  readonly relation?: Relation
  /** The node measures, in the order of their columns; there before an analysis too, with empty cells. */
  readonly nodeColumns: readonly Column[]
  /** Read once, lazily: there may be millions. Sorted by the caller. */
  readonly links: Iterable<LinkRow>
  readonly pages: Iterable<PageRow>
  readonly measures: Iterable<GraphValue>
  /** Whom each of the nodes resembles most in the words of its pages, reckoned as it is read. Absent: no texts are kept. */
  readonly similar?: Iterable<SimilarRow>
  /** The graph of each wave on these nodes, counted when asked for. Absent: made of no corpus. */
  readonly layers?: () => readonly WaveLayer[]
  /** Its ties through all waves, read when asked for. Absent: of one wave or of some dates alone, of no links, or made of no corpus. */
  readonly time?: () => TiesInTime
  /** Absent: made of no corpus. */
  readonly origin?: ExportOrigin
  /** The crawl's own last date, ISO 8601, never the clock's; empty if nothing was crawled. */
  readonly lastModified: string
}

/** Choices of the user about the written form; each format takes those that concern it. */
export interface WriteOptions extends TableOptions {
  /** GEXF with first and last sightings as intervals; default false. */
  readonly dynamic?: boolean
}
