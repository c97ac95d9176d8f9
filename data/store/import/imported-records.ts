import type { Status } from '#data/vocabulary/statuses.ts'
import type { Dated } from '#data/entity/dated.ts'
import type { EntityId, Lru, Url } from '#data/url/brand.ts'

/** A prefix with the time in which it was theirs. */
export interface DatedPrefix extends Omit<Dated, 'text'> {
  readonly lru: Lru
}

/** An entity as a file tells of it. What the file doesn't say is null, empty, or 0. */
export interface ImportedEntity {
  readonly id: EntityId
  readonly label: string
  readonly homepage: Url | ''
  readonly country: string
  readonly kind: string
  readonly status: Status | null
  /** What the file says that it owns. */
  readonly prefixes: readonly Lru[]
  /** What its homepage or its id stand for: its prefixes when neither file nor corpus know any. */
  readonly guessed: readonly Lru[]
  readonly starts: readonly Url[]
  /** Names that it bears or bore. */
  readonly datedNames: readonly Dated[]
  /** Of its prefixes those with dates. */
  readonly datedPrefixes: readonly DatedPrefix[]
  readonly tags: readonly (readonly [category: string, value: string])[]
  readonly pagesFetched: number
  readonly selfLinks: number
  /** In its file, for messages. */
  readonly line: number
}
