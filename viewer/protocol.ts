import type { LinkElement, PageState, Status, Zone } from '../data/records.ts'
import type { CrawlStatus } from '../data/store/crawl-status.ts'
import type { CodedEdge, EdgeCode } from '../data/store/edge-codes.ts'
import type { EventFacts } from '../data/store/entity-facts.ts'
import type { GraphValue } from '../data/store/results.ts'
import type { Broker } from '../graph/analysis/findings/brokers.ts'
import type { CommunityProfile } from '../graph/analysis/findings/community-profiles.ts'

/** The wire between the map's server and its page: shapes only. Times are milliseconds since 1970, UTC. */

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
  readonly columns: readonly Column[]
  readonly ties: TieColumns
}

export interface CorpusFacts {
  /** File name without its folder. */
  readonly file: string
  readonly title: string
  /** Version of Toile that serves. */
  readonly version: string
  readonly crawl: CrawlFacts | null
  readonly entities: Readonly<Record<Status, number>>
  readonly pages: Readonly<Record<PageState, number>>
  /** Hyperlinks between entities. */
  readonly links: number
}

export interface CrawlFacts {
  readonly startedAt: number
  readonly endedAt: number
  /** A crawl is at work now. */
  readonly running: boolean
  readonly userAgent: string
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
  readonly communities: readonly CommunityProfile[]
  /** Sites that stand between countries more, or less, than chance: the surest first. */
  readonly brokers: readonly Broker[]
}

export type Column = CategoryColumn | NumberColumn

/** Where a column comes from: facts of the corpus, tags given by the researcher, or the last analysis. */
export type ColumnOrigin = 'corpus' | 'tag' | 'analysis'

/** A text in the languages of the interface. */
export interface Text {
  readonly en: string
  readonly fr: string
}

interface ColumnHead {
  readonly name: string
  readonly origin: ColumnOrigin
  /** As the measure's own card says it; absent: the name is shown, or the page's own words. */
  readonly title?: Text
  readonly description?: Text
}

export interface CategoryColumn extends ColumnHead {
  readonly kind: 'category'
  /** Most frequent first; a category's colour depends on the corpus alone, so that it lasts through filters and sessions. */
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
  /** '#rrggbb'. */
  readonly colour: string
}

export interface NumberColumn extends ColumnHead {
  readonly kind: 'number'
  readonly values: readonly (number | null)[]
}

/** Ties between sites of the map, one entry per ordered pair. */
export interface TieColumns {
  /** Indexes of sites. */
  readonly source: readonly number[]
  readonly target: readonly number[]
  readonly weight: readonly number[]
  readonly links: readonly number[]
  readonly pages: readonly number[]
  /** Hyperlinks by zone. */
  readonly zones: Readonly<Record<Zone, readonly number[]>>
}

/** Answer of /api/ties?zone=…&since=…&until=…&wave=…: the ties that some hyperlinks make, between the sites of /api/map. */
export type TiesData = TieColumns

/** Answer of /api/timeline: hyperlinks between the sites of the map, by the month their page was published. */
export interface TimelineData {
  readonly months: readonly { readonly month: string; readonly links: number }[]
  /** Hyperlinks of pages that state no date. */
  readonly undated: number
}

/** Answer of /api/search?q=…: ties with a hyperlink whose anchor, or whose page's title, holds the words. */
export interface SearchData {
  readonly ties: readonly {
    readonly source: string
    readonly target: string
    readonly links: number
    readonly text: string
  }[]
  readonly total: number
}

/** Answer of /api/entity?id=…: what the corpus knows of one entity, on the map or not. */
export interface EntityData {
  readonly id: string
  readonly label: string
  readonly homepage: string
  readonly country: string
  readonly entityKind: string
  readonly status: Status
  readonly source: string
  readonly note: string
  readonly prefixes: readonly string[]
  /** Its place on the map was fixed by hand. */
  readonly pinned: boolean
  readonly tags: readonly (readonly [string, string])[]
  readonly pages: Readonly<Record<PageState, number>>
  /** Causes of failed and excluded pages, most frequent first. */
  readonly causes: readonly (readonly [string, number])[]
  readonly firstVisit: number | null
  readonly lastVisit: number | null
  /** Heaviest first, at most 500 of `citedByTotal` and `citesTotal`; ties with entities outside the map included. */
  readonly citedBy: readonly Neighbour[]
  readonly citedByTotal: number
  readonly cites: readonly Neighbour[]
  readonly citesTotal: number
}

export interface Neighbour {
  readonly id: string
  readonly label: string
  readonly country: string
  readonly status: Status
  readonly pages: number
  readonly links: number
}

/** Answer of /api/evidence?source=…&target=…: the hyperlinks behind one tie. */
export interface EvidenceData {
  readonly source: string
  readonly target: string
  /** Hyperlinks by zone, zones without any left out, whatever the zone asked for. */
  readonly byZone: readonly (readonly [Zone, number])[]
  readonly total: number
  /** Hyperlinks outside templates, by source page. */
  readonly pages: readonly SourcePage[]
  /** Source pages with such hyperlinks; `pages` holds a part of them from `offset`. */
  readonly pagesTotal: number
  readonly offset: number
  /** Links of templates: the same link on many pages is one entry. */
  readonly templates: readonly TemplateLink[]
}

/** Answer of /api/links?to=… or from=…, or column=…&row=…&col=…: the hyperlinks of a site, or of a cell of the matrix. */
export type LinksData = Omit<EvidenceData, 'source' | 'target'>

export interface SourcePage {
  /** Its site, where hyperlinks of several are shown together. */
  readonly source?: string
  readonly url: string
  readonly title: string
  readonly language: string
  /** ISO 8601 as the page states it, or empty. */
  readonly published: string
  readonly links: readonly Evidence[]
}

export interface Evidence {
  /** The site that it leads to, where there are several. */
  readonly target?: string
  readonly targetUrl: string
  readonly href: string
  readonly anchor: string
  readonly context: string
  /** Where the anchor begins in the sentence; -1: not there. */
  readonly anchorAt: number
  readonly heading: string
  readonly zone: Zone
  readonly rel: string
  readonly element: LinkElement
  /** 'credit', 'share', 'profile' … where the link is known to be one, else empty. */
  readonly mark: string
  /** ISO 8601, UTC. */
  readonly firstSeen: string
  readonly lastSeen: string
}

export interface TemplateLink extends Evidence {
  /** The site whose template it is, where there are several. */
  readonly source?: string
  /** Distinct source pages. */
  readonly pageCount: number
  /** A few of them. */
  readonly samples: readonly { readonly url: string; readonly title: string }[]
}

/** Answer of /api/review: unreviewed entities, most cited first, with what the corpus tells of them. */
export interface ReviewData {
  readonly candidates: readonly CandidateData[]
  /** Unreviewed entities in all. */
  readonly total: number
}

export interface CandidateData {
  readonly id: string
  readonly label: string
  readonly homepage: string
  readonly country: string
  readonly kind: string
  readonly citedBy: number
  readonly pages: number
  readonly links: number
  readonly contentLinks: number
  readonly anchors: readonly string[]
  readonly citers: readonly string[]
  /** What may be so, with what speaks for it; never stored as a fact. */
  readonly countryGuess: { readonly value: string; readonly from: string } | null
  readonly kindGuess: { readonly value: string; readonly from: string } | null
}

/** Answer of /api/codes?source=…&target=…: what coders made of one tie, and how far coders agree over all. */
export interface CodesData {
  readonly codes: readonly CodedEdge[]
  readonly coders: readonly { readonly name: string; readonly ties: number }[]
  /** Cohen's κ over the ties that both have coded; null where it is not defined. */
  readonly agreement: readonly {
    readonly coders: readonly [string, string]
    readonly ties: number
    readonly kappa: number | null
  }[]
}

/** Answer of /api/log?id=…: changes of one entity, or of all, newest first. */
export interface LogData {
  readonly events: readonly EventFacts[]
}

/** What the page asks of /api/change; see viewer/server/changes.ts for the bounds. */
export interface ChangeRequest {
  /** Who asks, kept with the event. */
  readonly by: string
  readonly reason: string
  readonly change: Change
}

export interface EditedFields {
  readonly status?: Status
  readonly label?: string
  readonly country?: string
  readonly kind?: string
  readonly note?: string
}

export type Change =
  | { readonly kind: 'set'; readonly id: string; readonly from: EditedFields; readonly to: EditedFields }
  | { readonly kind: 'tag' | 'untag'; readonly id: string; readonly category: string; readonly value: string }
  | { readonly kind: 'add-prefix' | 'remove-prefix'; readonly id: string; readonly prefix: string }
  | { readonly kind: 'merge'; readonly id: string; readonly into: string }
  | { readonly kind: 'split'; readonly id: string; readonly prefixes: readonly string[]; readonly label: string }
  | {
      readonly kind: 'code'
      readonly source: string
      readonly target: string
      readonly from: EdgeCode | null
      readonly code: EdgeCode | null
      readonly note: string
    }
  | { readonly kind: 'pin'; readonly id: string; readonly place: { readonly x: number; readonly y: number } | null }
  | { readonly kind: 'undo'; readonly event: number }

export type ChangeOutcome =
  /** Null: it was so already. */
  | { readonly outcome: 'done'; readonly event: number | null }
  /** It is no longer as the user saw it; nothing was changed. */
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'refused'; readonly reason: string }
  /** Another program holds the corpus; nothing was changed. */
  | { readonly outcome: 'busy' }

/** Answer of /api/crawl: where the crawl stands, and what can be asked for from the page. */
export interface CrawlData {
  readonly status: CrawlStatus
  /** A crawl is at work, wherever it was started. */
  readonly running: boolean
  /** Limits and sender of the last crawl; null: there was none, or its seed list is gone, so none can be started here. */
  readonly settings: { readonly depth: number; readonly maxPages: number; readonly contact: string } | null
  /** Of the last command started from the page. */
  readonly job: JobFacts | null
}

export interface JobFacts {
  readonly kind: 'crawl' | 'analyse'
  readonly running: boolean
  /** Its exit code; null while it runs. */
  readonly exit: number | null
  /** Its last lines. */
  readonly lines: readonly string[]
}

/** What the page asks of /api/job. */
export type JobRequest =
  | { readonly kind: 'crawl'; readonly depth?: number; readonly maxPages?: number; readonly again?: string }
  | { readonly kind: 'analyse' }
  | { readonly kind: 'stop' }

/** What a published page holds instead of a server. */
export interface PublishedData {
  readonly map: MapData
  /** Parallel to the ties; null: the page was published without hyperlinks. */
  readonly evidence: readonly EvidenceData[] | null
}

/** Any answer that is not 200. */
export interface ErrorData {
  readonly error: string
}
