import type { Status } from '#data/vocabulary/statuses.ts'
import type { EdgeCode } from '#data/vocabulary/edge-codes.ts'
import type { Said } from '#data/vocabulary/words/say.ts'

/** What the page asks of /api/change; see viewer/server/changes.ts for the bounds. */
export interface ChangeRequest {
  /** Who asks, kept with the event. */
  readonly by: string
  readonly reason: string
  readonly change: AskedChange
}

export interface EditedFields {
  readonly status?: Status
  readonly label?: string
  readonly country?: string
  readonly kind?: string
  readonly note?: string
}

export type AskedChange =
  | { readonly kind: 'set'; readonly id: string; readonly from: EditedFields; readonly to: EditedFields }
  | { readonly kind: 'tag' | 'untag'; readonly id: string; readonly category: string; readonly value: string }
  | { readonly kind: 'add-prefix' | 'remove-prefix'; readonly id: string; readonly prefix: string }
  /** Dates of ISO 8601, '' for an open side. */
  | {
      readonly kind: 'date-prefix'
      readonly id: string
      readonly prefix: string
      readonly from: string
      readonly to: string
    }
  | { readonly kind: 'merge'; readonly id: string; readonly into: string }
  | { readonly kind: 'split'; readonly id: string; readonly prefixes: readonly string[]; readonly label: string }
  | {
      readonly kind: 'code'
      readonly source: string
      readonly target: string
      readonly from: EdgeCode | null
      readonly code: EdgeCode | null
      readonly note: string
    }
  | { readonly kind: 'pin'; readonly id: string; readonly place: { readonly x: number; readonly y: number } | null }
  | { readonly kind: 'undo'; readonly event: number }

export type ChangeOutcome =
  /** Null: it was so already. */
  | { readonly outcome: 'done'; readonly event: number | null }
  /** It is no longer as the user saw it; nothing was changed. */
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'refused'; readonly said: readonly Said[] }
  /** Another program holds the corpus; nothing was changed. */
  | { readonly outcome: 'busy' }
