import type { DatedCitation } from '#data/store/changes/dated-citations.ts'
import type { TieHistory } from '#data/store/changes/tie-history.ts'

/** What is known of ties through time, on the entities of an export. */
export interface TiesInTime {
  /** The day of each wave, ISO 8601, in the order of time. */
  readonly days: readonly string[]
  /** Each tie that any wave saw, with its state in each; null where ties are chosen by weight, which each wave has its own of. */
  readonly histories: readonly TieHistory[] | null
  /** Pages that state their date, with whom they cite, by date; null in the same case. */
  readonly citations: readonly DatedCitation[] | null
}
