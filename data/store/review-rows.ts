import type { Status } from '../records.ts'
import type { EntityId } from '../url/brand.ts'
import type { Corpus } from './corpus.ts'

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
}

type Plain = Omit<ReviewRow, 'prefixes' | 'tags'> & { readonly row: number }

/** The living entities of these statuses by id; only those of `ids` when given. */
export function reviewRows(corpus: Corpus, statuses: readonly Status[], ids?: readonly EntityId[]): ReviewRow[] {
  const prefixes = grouped(corpus, 'SELECT entity_id AS entity, url FROM prefix ORDER BY lru', ({ url }) => url!)
  const tags = grouped(
    corpus,
    'SELECT entity_id AS entity, category, value FROM tag ORDER BY category, value',
    ({ category, value }) => [category!, value!] as const,
  )
  return corpus
    .sql<Plain>(
      `SELECT id AS row, name AS id, status, label AS name, country, kind, homepage, note FROM entity
       WHERE status IN (SELECT value FROM json_each(@statuses)) AND merged_into IS NULL AND forgotten_at IS NULL
         AND (@ids IS NULL OR name IN (SELECT value FROM json_each(@ids))) ORDER BY entity.name`,
    )
    .all({ statuses: JSON.stringify(statuses), ids: ids ? JSON.stringify(ids) : null })
    .map(({ row, ...plain }) => ({ ...plain, prefixes: prefixes.get(row) ?? [], tags: tags.get(row) ?? [] }))
}

type PartRow = { readonly entity: number } & Readonly<Partial<Record<'url' | 'category' | 'value', string>>>

function grouped<Part>(corpus: Corpus, sql: string, read: (row: PartRow) => Part): Map<number, Part[]> {
  const parts = new Map<number, Part[]>()
  for (const row of corpus.sql<PartRow>(sql).iterate()) {
    const own = parts.get(row.entity)
    if (own) own.push(read(row))
    else parts.set(row.entity, [read(row)])
  }
  return parts
}
