import type { CodedEdge } from '#data/store/graph/edge-codes.ts'
import type { EventFacts } from '#data/store/map/entity-facts.ts'
import type { GuessReason } from '#data/vocabulary/words/say.ts'

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
  readonly countryGuess: { readonly value: string; readonly from: GuessReason } | null
  readonly kindGuess: { readonly value: string; readonly from: GuessReason } | null
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
  /** Krippendorff's α over the ties that two coders or more have coded; null below two coders. */
  readonly together: {
    readonly ties: number
    readonly alpha: number | null
    readonly interval: { readonly low: number; readonly high: number } | null
  } | null
}

/** Answer of /api/log?id=…: changes of one entity, or of all, newest first. */
export interface LogData {
  readonly events: readonly EventFacts[]
}
