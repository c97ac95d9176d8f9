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

/** Answer of /api/said?q=…: every tie with these words, column by column, those with most hyperlinks first. */
export interface SaidData {
  /** Places in `ids`. */
  readonly source: readonly number[]
  readonly target: readonly number[]
  /** Hyperlinks that bear the words. */
  readonly links: readonly number[]
  readonly ids: readonly string[]
}
