import type { Text } from '#data/vocabulary/languages.ts'
import type { PageState } from '#data/vocabulary/page-states.ts'
import type { Status } from '#data/vocabulary/statuses.ts'
import type { Zone } from '#data/vocabulary/zones.ts'
import type { GraphValue } from '#data/store/graph/results.ts'
import type { Broker } from '#graph/analysis/findings/brokers.ts'
import type { CommunityProfile } from '#graph/analysis/findings/community-profiles.ts'

/** The wire between the map's server and its page (this folder): shapes only. Times are milliseconds since 1970, UTC. */

/** Answer of /api/map: everything that the map is drawn from. Columns run parallel to `ids`. */
export interface MapData {
  readonly corpus: CorpusFacts
  /** The last analysis; null when there is none yet: then there are no sites and no ties either. */
  readonly analysis: AnalysisFacts | null
  readonly ids: readonly string[]
  readonly labels: readonly string[]
  /** Positions of the stored layout, y upwards. */
  readonly x: readonly number[]
  readonly y: readonly number[]
  readonly columns: readonly MapColumn[]
  /** Label of the wave whose graph it is, 'all' for every wave together; null where there is nothing to choose. */
  readonly wave: string | null
  /** Of a published page: days within which the citing pages state a date, '2011-06-01..2012-06-30'; absent: those of the analysis. */
  readonly written?: string
  /** Sites of which no page was read, by their places in `ids`: whom they cite is not known. */
  readonly unread: readonly number[]
  /** Sites whose place a person has fixed, not the layout; absent: none. */
  readonly pinned?: readonly number[]
  readonly ties: TieColumns
  /** Set: its ties are those of an imported file; nothing is said of it that is true of a crawl alone. */
  readonly ofFile?: true
  /** Set: ties have no direction, and each stands once in `ties`. */
  readonly undirected?: true
}

export interface CorpusFacts {
  readonly title: string
  /** Version of Toile that serves. */
  readonly version: string
  readonly crawl: MapCrawlFacts | null
  readonly entities: Readonly<Record<Status, number>>
  readonly pages: Readonly<Record<PageState, number>>
  /** Hyperlinks between entities. */
  readonly links: number
  /** Set: it is one share of a crawl, by its number from 0 and how many there are. */
  readonly share?: readonly [string, string]
}

export interface MapCrawlFacts {
  readonly startedAt: number
  readonly endedAt: number
  /** A crawl is at work now. */
  readonly running: boolean
  readonly waves: readonly string[]
}

export interface AnalysisFacts {
  readonly id: number
  /** Null in a page by itself: no clock but the crawl's enters an export. */
  readonly at: number | null
  readonly version: string
  /** As stored: seed, statuses, zones, weight, runs, resolution … */
  readonly options: Readonly<Record<string, unknown>>
  /** Pages were read after it was made. */
  readonly stale: boolean
  /** The rows of measures.csv: values of the whole graph with their null models. */
  readonly values: readonly GraphValue[]
  /** Communities of two sites or more, by number; none in analyses made before they were described. */
  readonly communities: readonly MapCommunity[]
  /** Sites that stand between countries more, or less, than chance: the surest first. */
  readonly brokers: readonly Broker[]
}

/** A community under the name that a person gave it, else under the proposed one. */
export interface MapCommunity extends CommunityProfile {
  /** Of a given name: the proposed one, and how many of the sites that it was given to are left. Absent: nobody gave it one. */
  readonly given?: GivenName
}

export interface GivenName {
  readonly proposed: string
  readonly sites: number
  readonly left: number
  /** Less than half of them are left; or most sites of the community came since. */
  readonly warning: 'gone' | 'new' | ''
}

export type MapColumn = CategoryColumn | NumberColumn

/** Where a column comes from: facts of the corpus, tags given by the researcher, or the last analysis. */
export type ColumnOrigin = 'corpus' | 'tag' | 'analysis'

interface ColumnHead {
  readonly name: string
  readonly origin: ColumnOrigin
  /** As the measure's own card says it; absent: the name is shown, or the page's own words. */
  readonly title?: Text
  readonly description?: Text
}

export interface CategoryColumn extends ColumnHead {
  readonly kind: 'category'
  /** Most frequent first. */
  readonly categories: readonly Category[]
  /** Index in `categories` per site; -1: not known. */
  readonly values: readonly number[]
  /** Further values of sites that have several: [site, category]. */
  readonly more: readonly (readonly [number, number])[]
}

export interface Category {
  readonly value: string
  /** Name for people where it differs from the value (a community's proposed name). */
  readonly label: string
  readonly count: number
  /** In the palette, 1 to 9, as the corpus remembers it through filters, edits and analyses; 0: none, it is grey. */
  readonly place: number
  /** '#rrggbb', of that place. */
  readonly colour: string
  /** Set: no group, but all sites that are alone in theirs. */
  readonly alone?: true
}

/** Of a tag it is named 'number:…', beside the tag's categories. */
export interface NumberColumn extends ColumnHead {
  readonly kind: 'number'
  readonly values: readonly (number | null)[]
  /** An error or an expected value: nobody is first by it. */
  readonly unranked?: true
}

/** Ties between sites of the map, one entry per ordered pair. */
export interface TieColumns {
  /** Indexes of sites. */
  readonly source: readonly number[]
  readonly target: readonly number[]
  readonly weight: readonly number[]
  readonly links: readonly number[]
  readonly pages: readonly number[]
  /** Hyperlinks of all these ties together, by zone. */
  readonly zones: Readonly<Record<Zone, number>>
  /** Ties of a smaller weight are too many to draw and left out; absent: none are. */
  readonly leastWeight?: number
}

/** Answer of /api/ties?zone=…&since=…&until=…&wave=…: the ties that some hyperlinks make, between the sites of /api/map. */
export interface TiesData extends TieColumns {
  /** Sites of which that wave read no page; absent: as /api/map says. */
  readonly unread?: readonly number[]
}

/** Answer of /api/timeline: hyperlinks in the matter of pages, between the sites of the map, by the month their page was published. */
export interface TimelineData {
  readonly months: readonly { readonly month: string; readonly links: number }[]
  /** Hyperlinks of pages that state no date, in templates and in comments. */
  readonly undated: number
  /** Pages read of these sites, and those of them that state a date. */
  readonly pages: { readonly read: number; readonly dated: number }
}

/** Answer of /api/search?q=…: ties with a hyperlink whose anchor or sentence, or whose page's title, has words that begin so, or in quotation marks as they stand. */
export interface SearchData {
  readonly ties: readonly {
    readonly source: string
    readonly target: string
    readonly links: number
    readonly text: string
  }[]
  readonly total: number
  /** True: the words are frequent; `total` and `links` are of what was looked at, and at least so many. */
  readonly more: boolean
}
