import type { MapData } from './map.ts'
import type { EvidenceData } from './evidence.ts'
import type { CommunityWords, QuotedPage } from './explained.ts'
import type { StoryData } from './stories.ts'

/** What a published page holds instead of a server. */
export interface PublishedData {
  readonly map: MapData
  /** Parallel to the ties; null: the page was published without hyperlinks. */
  readonly evidence: readonly EvidenceData[] | null
  /** Then: those of the ties that stories quote or lead to, by both ids with a space between. */
  readonly quoted?: Readonly<Record<string, EvidenceData>>
  /** Guided readings, in the order in which they are offered. A quote that the corpus has no longer is left out. */
  readonly stories?: readonly StoryData[]
  /** Further answers, by answerKey: what the views of its stories ask for. */
  readonly answers?: Readonly<Record<string, unknown>>
  /** What the page is called; absent or empty: as the study. */
  readonly title?: string
  /** What explanations of communities and of pairs take beside the map; absent: nothing was taken along. */
  readonly explained?: PublishedExplanations
}

/** What the page reckons itself (ties, third sites, chains, cuts) is not in it. */
export interface PublishedExplanations {
  /** Runs of the search for communities. */
  readonly runs: number | null
  /** Of the first of these runs the community of each site of the map, numbered as met; empty: none. */
  readonly labels: readonly (readonly number[])[]
  /** By number of the community. Absent: the page was published without hyperlinks. */
  readonly words?: Readonly<Record<string, readonly CommunityWords[]>>
  readonly pages?: Readonly<Record<string, readonly QuotedPage[]>>
  /** By site of the map, a list for each language; absent: there were too many sites. */
  readonly siteWords?: Readonly<Record<string, readonly CommunityWords[]>>
}

/** A question to the server, in one spelling whatever the order of its parts. */
export const answerKey = (pathname: string, parts: Iterable<readonly [string, string]>): string =>
  `${pathname}?${new URLSearchParams(
    [...parts]
      .map(([name, value]): [string, string] => [name, value])
      .toSorted(([a, x], [b, y]) => (a + x < b + y ? -1 : 1)),
  )}`
