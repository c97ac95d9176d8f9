import type { MapData } from './map.ts'
import type { EvidenceData } from './evidence.ts'
import type { StoryData } from './stories.ts'

/** What a published page holds instead of a server. */
export interface PublishedData {
  readonly map: MapData
  /** Parallel to the ties; null: the page was published without hyperlinks. */
  readonly evidence: readonly EvidenceData[] | null
  /** Then: those of the ties that stories quote, by both ids with a space between. */
  readonly quoted?: Readonly<Record<string, EvidenceData>>
  /** Guided readings, in the order in which they are offered. A quote that the corpus has no longer is left out. */
  readonly stories?: readonly StoryData[]
  /** Further answers, by answerKey: what the views of its stories ask for. */
  readonly answers?: Readonly<Record<string, unknown>>
  /** What the page is called; absent or empty: as the study. */
  readonly title?: string
}

/** A question to the server, in one spelling whatever the order of its parts. */
export const answerKey = (pathname: string, parts: Iterable<readonly [string, string]>): string =>
  `${pathname}?${new URLSearchParams(
    [...parts]
      .map(([name, value]): [string, string] => [name, value])
      .toSorted(([a, x], [b, y]) => (a + x < b + y ? -1 : 1)),
  )}`
