import type { Language } from '#data/vocabulary/languages.ts'

/** Answer of /api/words?…: the words by which the citations of a site, or of a group of hyperlinks, stand out from all. */
export interface WordsData {
  /** Languages in which it cites, with what stands out; empty lists are left out. */
  readonly languages: readonly { readonly language: Language; readonly words: readonly WordOfSite[] }[]
}

export interface WordOfSite {
  readonly term: string
  /** Times that it stands in the site's sentences. */
  readonly times: number
  /** Lafon's specificity. */
  readonly score: number
  /** No other site says it. */
  readonly alone: boolean
}

/** Answer of /api/similar?id=…, or ?source=…&target=…: whom a site resembles in the words of its own pages, or how two sites do. */
export interface SimilarData {
  /** Texts of pages are kept in this corpus. */
  readonly kept: boolean
  /** Languages in which it can be compared: texts of its pages (of both) are kept in them. */
  readonly languages: readonly {
    readonly language: Language
    /** Sites that were compared. */
    readonly sites: number
    /** The most alike first. */
    readonly alike: readonly AlikeSite[]
  }[]
}

export interface AlikeSite {
  readonly id: string
  /** Of the weights of their words, in [0, 1]. */
  readonly cosine: number
  /** The words that make it, the one that counts most first. */
  readonly words: readonly string[]
  /** Of each of them what it adds to the cosine. */
  readonly shares: readonly number[]
}

/** Answer of /api/similar-pages?source=…&target=…&language=…&word=…: the pages on which two sites say a word, site by site. */
export interface SayingPagesData {
  readonly sites: readonly {
    readonly id: string
    /** All that say it; `shown` holds the first of them. */
    readonly pages: number
    readonly shown: readonly SayingPage[]
  }[]
}

/** A page that says a word, and the block in which it first does. */
export interface SayingPage {
  readonly url: string
  readonly title: string
  /** What stands before it in its block, the word as it stands there, and what follows; cut far from it. */
  readonly left: string
  readonly pivot: string
  readonly right: string
}

/** Answer of /api/search-pages?q=…: sites whose own pages say it, those with most pages first; null: no text of a page is kept. */
export type PagesData = {
  readonly sites: readonly SiteSayingIt[]
  /** Sites in all; `sites` holds the first of them. */
  readonly total: number
  readonly pages: number
  /** The numbers are of what was looked at, and at least so many. */
  readonly more: boolean
} | null

export interface SiteSayingIt {
  readonly id: string
  readonly pages: number
  /** A page that says it, and what it says. */
  readonly url: string
  readonly text: string
}

/** Answer of /api/said?q=…: every tie with these words, column by column, those with most hyperlinks first. */
export interface SaidData {
  /** Places in `ids`. */
  readonly source: readonly number[]
  readonly target: readonly number[]
  /** Hyperlinks that bear the words. */
  readonly links: readonly number[]
  readonly ids: readonly string[]
}
