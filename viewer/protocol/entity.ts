import type { PageState } from '#data/vocabulary/page-states.ts'
import type { Status } from '#data/vocabulary/statuses.ts'

/** Answer of /api/entity?id=…: what the corpus knows of one entity, on the map or not. */
export interface EntityData {
  readonly id: string
  readonly label: string
  readonly homepage: string
  readonly country: string
  readonly entityKind: string
  readonly status: Status
  readonly source: string
  readonly note: string
  readonly prefixes: readonly string[]
  /** Of each prefix when it is theirs: ISO 8601, '' where open or not known. */
  readonly prefixDates: Readonly<Record<string, { readonly from: string; readonly to: string }>>
  /** Its place on the map was fixed by hand. */
  readonly pinned: boolean
  readonly tags: readonly (readonly [string, string])[]
  readonly pages: Readonly<Record<PageState, number>>
  /** Causes of failed and excluded pages, most frequent first. */
  readonly causes: readonly (readonly [string, number])[]
  readonly firstVisit: number | null
  readonly lastVisit: number | null
  /** Heaviest first, at most 500 of `citedByTotal` and `citesTotal`; ties with entities outside the map included. */
  readonly citedBy: readonly Neighbour[]
  readonly citedByTotal: number
  readonly cites: readonly Neighbour[]
  readonly citesTotal: number
}

export interface Neighbour {
  readonly id: string
  readonly label: string
  readonly country: string
  readonly status: Status
  readonly pages: number
  readonly links: number
}
