import type { EdgeCode } from '../edge-codes.ts'
import type { PageState } from '../page-states.ts'
import type { Zone } from '../zones.ts'

/** The study's own words in one language, as map and report say them. The compiler finds a language that lacks one. */
export interface StudyWords {
  readonly zones: Readonly<Record<Zone, string>>
  readonly pageStates: Readonly<Record<PageState, string>>
  readonly codes: Readonly<Record<EdgeCode, string>>
}
