import type { CodedEdge } from '#data/store/graph/edge-codes.ts'
import type { EventFacts } from '#data/store/map/entity-facts.ts'
import type { GuessReason, ReviewReason, ReviewSaid } from '#data/vocabulary/words/say.ts'

/** What many candidates can be taken together by: where they publish, what they may be, and who cites them. */
export const reviewGroups = ['domain', 'kind', 'community'] as const
export type ReviewGroup = (typeof reviewGroups)[number]

/**
 * Answer of /api/review?group=…&name=…&infrastructure=1: unreviewed entities in the order of the review, with what the corpus tells of
 * them; of a group, or of what is told apart as infrastructure, where that is asked for.
 */
export interface ReviewData {
  readonly candidates: readonly CandidateData[]
  /** Those that could be shown: of the queue, of the group, of the infrastructure. */
  readonly total: number
  /** Unreviewed entities that are told apart, and not among the others. */
  readonly infrastructure: number
  /** What the order goes by, how good it is, when to stop, and the rounds so far. */
  readonly said: readonly ReviewSaid[]
  /** Names that several candidates share, the largest first. */
  readonly groups: readonly {
    readonly kind: ReviewGroup
    readonly values: readonly { readonly name: string; readonly count: number }[]
  }[]
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
  /** Why it stands where it does. */
  readonly why: readonly ReviewReason[]
  /** It is there by lot, whatever its rank. */
  readonly drawn: boolean
  /** What it is for everybody alike: 'platform', 'licence' …, 'signs'; null: nothing says so. */
  readonly infrastructure: string | null
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
