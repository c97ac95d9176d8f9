import type { Language } from '#data/vocabulary/languages.ts'

/** Answer of /api/words?id=…: the words by which a site's citations stand out from those of all sites. */
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
