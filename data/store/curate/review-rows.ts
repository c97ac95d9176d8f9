import type { Status } from '#data/vocabulary/statuses.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { entityPlaces } from '../entities/entity-places.ts'
import { isLiving } from '../base/rules.ts'

/** What of an entity a person reviews, as one row of a table. */
export interface ReviewRow {
  readonly id: EntityId
  readonly status: Status
  readonly name: string
  readonly country: string
  readonly kind: string
  readonly homepage: string
  readonly note: string
  /** As people write them: 'example.org/blog', '*.example.org'. */
  readonly prefixes: readonly string[]
  /** [category, value], sorted. */
  readonly tags: readonly (readonly [string, string])[]
  /** Names that it bears or bore, and of its prefixes those with dates, as writeDated writes them. */
  readonly datedNames: readonly string[]
  readonly datedPrefixes: readonly string[]
}

type Plain = Omit<ReviewRow, 'prefixes' | 'tags' | 'datedNames' | 'datedPrefixes'> & { readonly row: number }

/** The living entities of these statuses by id; only those of `ids` when given. */
export function reviewRows(corpus: Corpus, statuses: readonly Status[], ids?: readonly EntityId[]): ReviewRow[] {
  const tags = grouped(
    corpus,
    'SELECT entity_id AS entity, category, value FROM tag ORDER BY category, value',
    ({ category, value }) => [category!, value!] as const,
  )
  const places = entityPlaces(corpus)
  return corpus
    .sql<Plain>(
      `SELECT id AS row, name AS id, status, label AS name, country, kind, homepage, note FROM entity
       WHERE status IN (SELECT value FROM json_each(@statuses)) AND ${isLiving()}
         AND (@ids IS NULL OR name IN (SELECT value FROM json_each(@ids))) ORDER BY entity.name`,
    )
    .all({ statuses: JSON.stringify(statuses), ids: ids ? JSON.stringify(ids) : null })
    .map(({ row, ...plain }) => ({
      ...plain,
      prefixes: places.get(plain.id)?.prefixes ?? [],
      tags: tags.get(row) ?? [],
      datedNames: places.get(plain.id)?.datedNames ?? [],
      datedPrefixes: places.get(plain.id)?.datedPrefixes ?? [],
    }))
}

type PartRow = { readonly entity: number } & Readonly<Partial<Record<'category' | 'value', string>>>

function grouped<Part>(corpus: Corpus, sql: string, read: (row: PartRow) => Part): Map<number, Part[]> {
  const parts = new Map<number, Part[]>()
  for (const row of corpus.sql<PartRow>(sql).iterate()) {
    const own = parts.get(row.entity)
    if (own) own.push(read(row))
    else parts.set(row.entity, [read(row)])
  }
  return parts
}
