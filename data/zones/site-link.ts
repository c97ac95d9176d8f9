import type { Zone } from '../vocabulary/zones.ts'

/** A hyperlink as the second pass looks at it. Ids of texts are equal when the texts are; 0 stands for none. */
export interface SiteLink {
  readonly id: number
  readonly pageId: number
  /** Equal for pages with the same bytes, which count once. */
  readonly body: string
  readonly targetId: number
  /** Position in the page's structure: 'div#page>aside.links>ul>li>a'. */
  readonly place: string
  readonly anchor: number
  /** The sentence around; 0 where there is none, as in lists. */
  readonly context: number
  readonly ordinal: number
  /** By the first pass, from the page alone. */
  readonly zone: Zone
  /** Leads to another entity. */
  readonly isForeign: boolean
}
