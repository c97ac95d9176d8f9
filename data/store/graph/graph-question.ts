import type { Status } from '#data/vocabulary/statuses.ts'
import type { EdgeCode } from '#data/vocabulary/edge-codes.ts'
import type { Zone } from '#data/vocabulary/zones.ts'
import type { Weight } from '#data/vocabulary/weights.ts'
import type { WrittenRange } from '#data/written-range.ts'
import type { CrawlLimits } from './smaller-crawl.ts'

export interface GraphQuestion {
  readonly statuses: readonly Status[]
  /** Zones whose links count. */
  readonly zones: readonly Zone[]
  readonly weight: Weight
  /** Only links in the matter of pages that state a date within these days; others are undated, and left out. */
  readonly written?: WrittenRange | undefined
  /** Only ties that most of their coders gave one of these codes. */
  readonly codes?: readonly EdgeCode[] | undefined
  /** Without the entities that came into the corpus in these rounds of review. */
  readonly withoutRound?: readonly number[] | undefined
  /** Only links that a page read in the wave of this label bore, and pages read then. */
  readonly wave?: string
  /** Only links of pages that a crawl with these limits would have read. */
  readonly within?: CrawlLimits
  /** When ties were seen is not asked: it costs two look-ups per tie. Their dates are then ''. */
  readonly undated?: true
  /** Hyperlinks inside an entity are not asked for: to count them the whole table is read. `selfLinks` is then what a file told. */
  readonly withoutSelfLinks?: true
}
