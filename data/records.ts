import type { Borrowing } from './tools/borrowing.ts'
import type { PageFacts } from './store/visits/visit-columns.ts'
import type { EntityId, Lru, Url } from './url/brand.ts'
import type { Status } from './vocabulary/statuses.ts'
import type { Zone } from './vocabulary/zones.ts'

export type LinkElement = 'a' | 'area' | 'iframe'

/** One row of a seed list, read and checked. */
export interface Seed {
  readonly url: Url
  /** Start pages: `url` first, then the addresses of later rows that belong to the same entity. */
  readonly starts: readonly Url[]
  /** Set when given; the id is otherwise made from the first prefix. */
  readonly name: string
  /** ISO 3166-1 alpha-2, upper case, or empty. */
  readonly country: string
  readonly kind: string
  /** Empty: the seed owns its host, or the path that its platform's rule gives. */
  readonly prefixes: readonly Url[]
  /** Of its prefixes those that are its own for a time only; ISO 8601 dates, empty where open or not known. */
  readonly dated?: readonly { readonly lru: Lru; readonly from: string; readonly to: string }[]
  readonly source: string
  /** Every further column: [column, value], in the file's order, empty cells left out. */
  readonly tags: readonly (readonly [string, string])[]
  /** Line of the row in its file, the header being 1. */
  readonly line: number
}

/** A hyperlink as the page's document holds it. Strings are copies: nothing pins the page in memory. */
export interface ExtractedLink {
  /** 0 for the document's first hyperlink, then 1, 2 … */
  readonly ordinal: number
  readonly element: LinkElement
  /** As written, surrounding spaces included. */
  readonly href: string
  readonly url: Url
  /** Visible text, spaces collapsed; the image's alt if there is none. */
  readonly anchor: string
  /** The sentence around the link, at most 400 characters; empty if there is none beyond the anchor. */
  readonly context: string
  /** Where in `context` the anchor stands: [start, end) in UTF-16 units; null when it was cut or is absent. */
  readonly anchorAt: readonly [number, number] | null
  /** Nearest heading above, or empty. */
  readonly heading: string
  readonly zone: Zone
  /** Where in the document's structure the link stands (tags, ids, classes without numbers): same on every page of a template. */
  readonly place: string
  /** Lower case, separated by one space. */
  readonly rel: string
}

/** What a reader of the page could take from its document: the facts that a visit keeps, and its hyperlinks. */
export interface ExtractedPage extends PageFacts {
  /** Address of <link rel="canonical">, recorded, never followed as an address; null if there is none. */
  readonly canonical: Url | null
  /** meta robots (Toile or all): links are not followed, but are evidence. */
  readonly nofollow: boolean
  /** Target of a refresh, or the page of another host that it frames and nothing else; costs one click; null if there is none. */
  readonly refresh: Url | null
  readonly links: readonly ExtractedLink[]
  /** What it takes from elsewhere: never a hyperlink. */
  readonly borrowed: readonly Borrowing[]
  /** The page's own text, a block a line; absent: it was not asked for. */
  readonly matter?: string
  /** Limits that cut something of this page ('links', 'depth', 'text', 'borrowed'), each a stable slug. */
  readonly limits: readonly string[]
}

/** An entity as seeds and people describe it. */
export interface DescribedEntity {
  readonly id: EntityId
  readonly label: string
  readonly homepage: string
  /** ISO 3166-1 alpha-2, upper case, or empty. */
  readonly country: string
  readonly kind: string
  readonly status: Status
}

/** A node of the site graph: an entity with what the study knows of it. */
export interface SiteNode extends DescribedEntity {
  readonly pagesFetched: number
  /** Hyperlinks between pages of this entity. */
  readonly selfLinks: number
  /** [category, value], sorted; a category may come several times. */
  readonly tags: readonly (readonly [string, string])[]
  /** None of its pages was read, and no file told its ties: whom it links to is not known. Absent: known. */
  readonly unread?: true
}

/** An ordered pair of different entities with the hyperlinks between them, counted. */
export interface SiteEdge {
  readonly source: EntityId
  readonly target: EntityId
  /** > 0; see the contract's `weight`. */
  readonly weight: number
  /** Hyperlinks. */
  readonly links: number
  /** Distinct source pages. */
  readonly pages: number
  /** ISO 8601, UTC. */
  readonly firstSeen: string
  readonly lastSeen: string
  readonly linksByZone: Readonly<Record<Zone, number>>
}

/** What a file said of a tie beside its weight: [column, value]; a column comes several times where parallel ties were joined. */
export type ToldOfTie = readonly (readonly [column: string, value: string])[]

/** A tie as a file tells of it. Analyses look at the tie alone: what is told of it is for readers and exports. */
export interface ToldEdge extends SiteEdge {
  /** Absent: nothing. */
  readonly told?: ToldOfTie
}

/** The simple directed weighted graph, without self-loops; nodes sorted by id, edges by source then target (code-unit order). */
export interface SiteGraph {
  readonly nodes: readonly SiteNode[]
  readonly edges: readonly SiteEdge[]
  /** Absent: every edge has its direction. 'undirected': none has, and each tie stands in both. 'mixed': some do. */
  readonly ties?: 'undirected' | 'mixed'
}
