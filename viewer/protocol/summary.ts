import type { KeptTexts } from '#data/store/visits/page-texts.ts'

/** How a crawl ended: by itself, paused, by force, by a fault, or without having read anything. */
export type SummaryEnd = 'done' | 'paused' | 'cut' | 'failed' | 'nothing-read'

/** Answer of /api/summary: what the last crawl came to; null when there was none, or one is at work. */
export interface SummaryData {
  readonly run: number
  /** Milliseconds since 1970. */
  readonly startedAt: number
  /** Its end, or its last sign of life. */
  readonly endedAt: number
  readonly end: SummaryEnd
  /** It was the demonstration's own, which is shown and needs no telling. */
  readonly isDemonstration: boolean
  /** Read in this crawl. */
  readonly pages: number
  readonly sites: number
  /** Texts of pages that are kept (--texts); null: none are. */
  readonly texts: KeptTexts | null
  /** Pages that wait. */
  readonly pending: number
  /** Sites of which nothing was ever read, by cause, most sites first. */
  readonly unread: readonly UnreadGroup[]
  /** When the network was away, as the crawl's log tells; `to` is null where it never came back. */
  readonly gaps: readonly NetworkGap[]
  /** Cited by several and reviewed by nobody, most cited first: the first of them. */
  readonly cited: readonly CitedSite[]
  /** Pages were read that no analysis knows. */
  readonly wantsAnalysis: boolean
  /** It can go on without being asked anything; else a list and a contact are asked for. */
  readonly canGoOn: boolean
}

export interface UnreadGroup {
  /** Slug. */
  readonly cause: string
  readonly sites: number
  /** The first of them, to be looked at. */
  readonly examples: readonly SiteName[]
}

interface SiteName {
  readonly id: string
  readonly homepage: string
}

export interface NetworkGap {
  readonly from: number
  readonly to: number | null
}

interface CitedSite extends SiteName {
  readonly citedBy: number
}
