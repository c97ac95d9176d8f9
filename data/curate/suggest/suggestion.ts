import type { SuggestionReason } from '#data/vocabulary/words/say.ts'
import type { EntityId } from '#data/url/brand.ts'

/** What is suggested: that several entities are one, that one holds nothing, that several only link to each other, that an address was one's for a time. */
export const suggestionKinds = ['same', 'parked', 'farm', 'ended'] as const
export type SuggestionKind = (typeof suggestionKinds)[number]

/** One sign that speaks for it: its kind, and what was seen. */
export type Reason = SuggestionReason & { readonly sign: string }

/** For a person to accept or dismiss; never carried out by itself. */
export interface Suggestion {
  readonly kind: SuggestionKind
  /** For `same`, the second is the one to live on. */
  readonly entities: readonly EntityId[]
  /** Sum of the signs' weights; suggestions of a kind are sorted by it. */
  readonly strength: number
  readonly reasons: readonly Reason[]
  /** Of `ended`: which prefix, and the last day on which it looked theirs, ISO 8601. */
  readonly end?: { readonly prefix: string; readonly to: string }
}

/** A sign found for a pair, rows of `entity`; `weight`: 2 is enough by itself, 1 wants another. */
export type PairSign = Reason & {
  readonly pair: readonly [number, number]
  readonly weight: number
}
