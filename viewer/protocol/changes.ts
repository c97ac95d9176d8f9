import type { KindOfChange } from '#data/vocabulary/kinds-of-change.ts'
import type { CommunityFlows } from '#graph/analysis/change/flows.ts'
import type { EvidenceAnswer } from './evidence.ts'

/** Answer of /api/changes?from=…&to=…&zone=…: what became of each tie between sites of the map, as `changes` lists it. */
export interface ChangesData {
  /** Labels of the two waves, the earlier one first. */
  readonly from: string
  readonly to: string
  /** One entry per tie: indexes of sites. */
  readonly source: readonly number[]
  readonly target: readonly number[]
  readonly change: readonly KindOfChange[]
  /** Why it is not known in the earlier and in the later wave: a slug; empty: it is known. */
  readonly before: readonly string[]
  readonly after: readonly string[]
  /** Ties with a site that the map lacks, as it was made before: `changes` lists them, too. */
  readonly offMap: number
}

/** Answer of /api/changes/links?source=…&target=…&from=…&to=…&zone=…: every hyperlink that ever made the tie. */
export interface ChangeLinksData {
  readonly total: number
  /** The first ones, by page and place. */
  readonly links: readonly ChangeLink[]
}

export interface ChangeLink extends EvidenceAnswer {
  readonly sourceUrl: string
  readonly language: string
  /** A page read in the earlier wave, and in the later one, bore it. */
  readonly isBefore: boolean
  readonly isAfter: boolean
}

/** Answer of /api/flows: communities of each wave as `changes --communities` follows them, and where their sites went. */
export interface FlowsData {
  /** Labels, in the order of time. */
  readonly waves: readonly string[]
  readonly groups: CommunityFlows['groups']
  readonly flows: CommunityFlows['flows']
}
