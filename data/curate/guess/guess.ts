import type { GuessReason } from '#data/vocabulary/words/say.ts'

/** What may be so, with what speaks for it: shown beside the facts, never stored as one. */
export interface Guess {
  readonly value: string
  readonly from: GuessReason
}

/** What an entity shows of itself before anybody read it. */
export interface Traces {
  readonly id: string
  readonly homepage: string
  /** Its addresses that are cited, most often first. */
  readonly addresses: readonly string[]
  /** What others call it. */
  readonly anchors: readonly string[]
  /** Languages of its own pages, where some were read. */
  readonly languages: readonly string[]
  /** Countries that its own pages state: 'FR address', 'BE hreflang'. */
  readonly stated: readonly string[]
}
