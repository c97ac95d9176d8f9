import type { LinkElement } from './records.ts'
import type { PageVisitFacts } from './store/visits/visit-columns.ts'
import type { PageState } from './vocabulary/page-states.ts'
import type { Zone } from './vocabulary/zones.ts'
import type { EntityId, Url } from './url/brand.ts'

/** A hyperlink between two entities, as links.csv of CONTRACT.md has it: the evidence. Dates are ISO 8601, UTC. */
export interface LinkRow {
  readonly source: EntityId
  readonly target: EntityId
  /** Final address of the page. */
  readonly sourceUrl: Url
  /** Normalised destination after the redirects that the corpus knows. */
  readonly targetUrl: Url
  readonly href: string
  readonly anchor: string
  readonly context: string
  readonly zone: Zone
  readonly rel: string
  readonly element: LinkElement
  readonly firstSeen: string
  readonly lastSeen: string
  /** Where an archive shows the page as it was read; empty, or left out: it was read on the Web. */
  readonly memento?: string
}

/**
 * A visited or known address of an entity, as pages.csv of CONTRACT.md has it, with what its last visit told. Unknown
 * numbers are null, texts empty.
 */
export interface PageRow extends PageVisitFacts {
  readonly entity: EntityId
  readonly url: Url
  readonly finalUrl: Url | ''
  readonly state: PageState
  readonly failure: string
  readonly depth: number | null
}
