import type { SiteEdge, SiteNode } from '#data/records.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Language } from '#data/vocabulary/languages.ts'
import type { Zone } from '#data/vocabulary/zones.ts'
import type { Broker } from '#graph/analysis/findings/brokers.ts'
import type { Digraph } from '#graph/analysis/paths/adjacency.ts'

export type ExplainedSite = Pick<SiteNode, 'id' | 'label' | 'country'>
export type ExplainedTie = Pick<SiteEdge, 'source' | 'target' | 'weight' | 'links'>

/** The graph that was analysed, with what explanations look up in it again and again. A corpus makes one, and so does a published page. */
export interface Explained {
  /** Site i is node i of the graph. */
  readonly site: { readonly nodes: readonly ExplainedSite[]; readonly edges: readonly ExplainedTie[] }
  readonly graph: Digraph
  /** Node of each site. */
  readonly nodeOf: ReadonlyMap<string, number>
  /** Community of each node; 0: alone in its own, or in none. */
  readonly communityOf: Uint32Array
  /** Nodes of each community, by its number. */
  readonly members: ReadonlyMap<number, readonly number[]>
  /** Names of communities, given or proposed, by their numbers. */
  readonly names: ReadonlyMap<number, string>
  readonly origin: 'hyperlinks' | 'file' | 'both'
  /** The graph is no longer the one that was analysed: communities and runs are of before. */
  readonly isStale: boolean
  readonly beside: Beside
}

/** What is known beside the graph: all of it where a corpus is asked, what was taken along where a page is. */
export interface Beside {
  /** The most telling hyperlinks of a tie. */
  readonly quotes: (source: EntityId, target: EntityId, limit: number) => readonly TieQuote[]
  /** Null: not taken along; so are those of a community, and its pages. */
  readonly wordsOfEnds: (one: WordsEnd, other: WordsEnd) => readonly WordsOfEnds[] | null
  readonly wordsOfCommunity: (number: number, ids: readonly EntityId[]) => readonly CommunityWords[] | null
  readonly citedPages: (number: number, ids: readonly EntityId[]) => readonly QuotedPage[] | null
  /** Of each of these sites the community that each run of the search put it in; a site of which nobody knows is absent. */
  readonly runLabels: (ids: readonly EntityId[]) => ReadonlyMap<EntityId, ArrayLike<number>>
  /** Runs of the search; null: not known. */
  readonly runs: number | null
  /** How often the runs put a site together with its fellows. */
  readonly stabilityOf: (id: EntityId) => number | null
  /** What the analysis says of a community. */
  readonly profiles: ReadonlyMap<number, { readonly name: string; readonly stability: number }>
  /** Names that people gave, by the numbers of their communities. */
  readonly given: ReadonlyMap<number, GivenTo>
  readonly brokers: readonly Broker[]
}

/** One of two ends whose words are looked for. */
export interface WordsEnd {
  readonly kind: 'site' | 'community'
  readonly community: number | null
  readonly ids: readonly EntityId[]
}

export interface GivenTo {
  readonly name: string
  /** Sites that it was given to, and those of them that are left. */
  readonly sites: number
  readonly left: number
  /** Less than half of them are left; or most sites of the community came since. */
  readonly warning: 'gone' | 'new' | ''
}

/** A hyperlink that a tie rests on. */
export interface TieQuote {
  readonly sourceUrl: string
  readonly targetUrl: string
  readonly title: string
  readonly anchor: string
  readonly sentence: string
  readonly zone: Zone
  readonly language: string
}

/** A page that other sites cite. */
export interface QuotedPage {
  readonly url: string
  /** '' where it was not read. */
  readonly title: string
  /** Id of the site whose page it is. */
  readonly site: string
  readonly citing: number
  readonly links: number
}

export interface CommunityWords {
  readonly language: Language
  /** The most specific first: f times in its sites' sentences, said by so many of them. */
  readonly words: readonly {
    readonly term: string
    readonly times: number
    readonly sites: number
    readonly score: number
  }[]
}

/** A word or term that both ends say when they cite. */
export interface SharedWord {
  readonly term: string
  /** Times in the sentences of each; a sentence that a site repeats counts once. */
  readonly one: number
  readonly other: number
}

export interface OwnWord {
  readonly term: string
  readonly times: number
}

export interface WordsOfEnds {
  readonly language: Language
  /** Sentences of each end that were read; absent: a page holds words alone. */
  readonly sentences?: { readonly one: number; readonly other: number }
  /** Specific of both ends against all that is said (p < 0.01 each); or, where none are, merely said by both. */
  readonly shared: readonly SharedWord[]
  readonly isSpecific: boolean
  /** Specific of one end, and said less than expected, or never, by the other. */
  readonly one: readonly OwnWord[]
  readonly other: readonly OwnWord[]
}

/** What is shown of a site wherever it stands. */
export interface NamedSite {
  readonly id: EntityId
  readonly label: string
}

export const namedSite = ({ site }: Pick<Explained, 'site'>, node: number): NamedSite => {
  const { id, label } = site.nodes[node]!
  return { id, label: label === '' ? id : label }
}

export const isUnread = ({ graph }: Pick<Explained, 'graph'>, node: number): boolean => graph.unread?.[node] === 1

/** No page of any of them was read: whom they cite is not known. */
export const isSilent = (explained: Pick<Explained, 'graph'>, nodes: readonly number[]): boolean =>
  nodes.every(node => isUnread(explained, node))
