import type { MapData } from './map.ts'
import type { EvidenceData } from './evidence.ts'

/** What a published page holds instead of a server. */
export interface PublishedData {
  readonly map: MapData
  /** Parallel to the ties; null: the page was published without hyperlinks. */
  readonly evidence: readonly EvidenceData[] | null
}
