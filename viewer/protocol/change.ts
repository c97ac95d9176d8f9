import type { Status } from '#data/vocabulary/statuses.ts'
import type { EdgeCode } from '#data/vocabulary/edge-codes.ts'
import type { FigureSettings } from './figure.ts'
import type { Story } from '#data/story/story.ts'
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

/** What is said of sites; what isn't said stays as it is. */
export interface Decision {
  readonly fields?: EditedFields
  /** By category, the values that take the place of those they had. */
  readonly tags?: readonly (readonly [category: string, values: readonly string[]])[]
}

export type AskedChange =
  /** One decision for many: taken back at once, too. */
  | ({ readonly kind: 'edit'; readonly ids: readonly string[] } & Decision)
  | { readonly kind: 'set'; readonly id: string; readonly from: EditedFields; readonly to: EditedFields }
  | { readonly kind: 'tag' | 'untag'; readonly id: string; readonly category: string; readonly value: string }
  | { readonly kind: 'add-prefix' | 'remove-prefix'; readonly id: string; readonly prefix: string }
  /** Dates of ISO 8601, '' for an open side; one that isn't said stays as it is. */
  | {
      readonly kind: 'date-prefix'
      readonly id: string
      readonly prefix: string
      readonly from?: string
      readonly to?: string
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
  /** Keeps a figure under its number; null: removes it. */
  | { readonly kind: 'figure'; readonly number: number; readonly settings: FigureSettings | null }
  /** A suggestion is wrong and is not to be made again. */
  | {
      readonly kind: 'dismiss'
      readonly suggestion: 'same' | 'parked' | 'farm' | 'ended'
      readonly ids: readonly string[]
    }
  /** A guided reading as it stands, in the place of `from`; null: none. */
  | { readonly kind: 'story'; readonly name: string; readonly from: Story | null; readonly to: Story | null }
  /** The community that the site is in; `from` is the name that the user saw given to it; an empty one takes it away. */
  | { readonly kind: 'name-community'; readonly site: string; readonly from: string; readonly name: string }
  | { readonly kind: 'undo'; readonly event: number }

export type ChangeOutcome =
  /** Null: it was so already. */
  | { readonly outcome: 'done'; readonly event: number | null }
  /** It is no longer as the user saw it; nothing was changed. */
  | { readonly outcome: 'stale' }
  | { readonly outcome: 'refused'; readonly said: readonly Said[] }
  /** Another program holds the corpus; nothing was changed. */
  | { readonly outcome: 'busy' }
