import type { DescribedEntity } from '#data/records.ts'
import type { EntityId, Lru } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'

/** An entity of the corpus as an import meets it. */
export interface KnownEntity extends DescribedEntity {
  readonly row: number
  readonly isMerged: boolean
  readonly isForgotten: boolean
  /** That it bore: labels and dated names. */
  readonly names: readonly string[]
  /** Dated names alone. */
  readonly datedNames: ReadonlySet<string>
  readonly prefixes: ReadonlySet<Lru>
  /** Those of them that have no dates yet. */
  readonly undated: ReadonlySet<Lru>
  /** As tagKey makes them. */
  readonly tags: ReadonlySet<string>
}

/** One text for a tag, to find it in a set. */
export const tagKey = (category: string, value: string): string => JSON.stringify([category, value])

type Row = Omit<KnownEntity, 'isMerged' | 'isForgotten' | 'names' | 'datedNames' | 'prefixes' | 'undated' | 'tags'> & {
  readonly merged: number
  readonly forgotten: number
}

/** Every entity of the corpus by its id, merged and forgotten ones included. */
export function knownEntities(corpus: Corpus): Map<EntityId, KnownEntity> {
  const [names, prefixes, undated, tags] = [
    new Map<number, string[]>(),
    new Map<number, Set<Lru>>(),
    new Map<number, Set<Lru>>(),
    new Map<number, Set<string>>(),
  ]
  for (const { row, name } of corpus
    .sql<{ row: number; name: string }>('SELECT entity_id AS row, name FROM entity_name')
    .iterate())
    names.set(row, [...(names.get(row) ?? []), name])
  for (const { row, lru, isDated } of corpus
    .sql<{ row: number; lru: Lru; isDated: number }>(
      `SELECT entity_id AS row, lru, valid_from || valid_to <> '' AS isDated FROM prefix`,
    )
    .iterate()) {
    prefixes.set(row, (prefixes.get(row) ?? new Set()).add(lru))
    if (isDated === 0) undated.set(row, (undated.get(row) ?? new Set()).add(lru))
  }
  for (const { row, category, value } of corpus
    .sql<{ row: number; category: string; value: string }>('SELECT entity_id AS row, category, value FROM tag')
    .iterate())
    tags.set(row, (tags.get(row) ?? new Set()).add(tagKey(category, value)))
  const rows = corpus.sql<Row>(
    `SELECT id AS row, name AS id, label, homepage, country, kind, status, merged_into IS NOT NULL AS merged,
       forgotten_at IS NOT NULL AS forgotten FROM entity ORDER BY id`,
  )
  return new Map(
    rows.all().map(({ merged, forgotten, ...entity }) => [
      entity.id,
      {
        ...entity,
        isMerged: merged === 1,
        isForgotten: forgotten === 1,
        names: [entity.label, ...(names.get(entity.row) ?? [])].filter(name => name !== ''),
        datedNames: new Set(names.get(entity.row)),
        prefixes: prefixes.get(entity.row) ?? new Set(),
        undated: undated.get(entity.row) ?? new Set(),
        tags: tags.get(entity.row) ?? new Set(),
      },
    ]),
  )
}

/** Somebody or something has put entities into the corpus. */
export const hasEntities = (corpus: Corpus): boolean => corpus.sql('SELECT 1 FROM entity LIMIT 1').get() !== undefined
