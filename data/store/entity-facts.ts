import type { Status } from '../records.ts'
import type { EntityId, Lru } from '../url/brand.ts'
import type { Corpus } from './corpus.ts'
import { isoDate } from './iso-date.ts'

/** What the corpus knows of one entity. */
export interface EntityFacts {
  readonly id: EntityId
  readonly label: string
  readonly homepage: string
  readonly country: string
  readonly kind: string
  readonly status: Status
  readonly origin: string
  readonly source: string
  readonly note: string
  readonly mergedInto: EntityId | ''
  readonly forgotten: string
  readonly prefixes: readonly { readonly lru: Lru; readonly url: string }[]
  readonly tags: readonly { readonly category: string; readonly value: string }[]
  readonly names: readonly { readonly name: string; readonly from: string; readonly to: string }[]
  /** Pages by state. */
  readonly pages: Readonly<Record<string, number>>
  readonly linksOut: number
  readonly linksIn: number
}

type Row = Omit<EntityFacts, 'prefixes' | 'tags' | 'names' | 'pages' | 'forgotten' | 'mergedInto'> & {
  row: number
  forgotten: number | null
  mergedInto: EntityId | null
}

/** The facts of the entity with this id, merged and forgotten ones included; undefined when there is none. */
export function entityFacts(corpus: Corpus, name: string): EntityFacts | undefined {
  const found = corpus
    .sql<Row>(
      `SELECT entity.id AS row, entity.name AS id, entity.label, entity.homepage, entity.country, entity.kind, entity.status,
         entity.origin, entity.source, entity.note, other.name AS mergedInto, entity.forgotten_at AS forgotten,
         (SELECT count(*) FROM link WHERE source_entity = entity.id AND target_entity <> source_entity) AS linksOut,
         (SELECT count(*) FROM link WHERE target_entity = entity.id AND target_entity <> source_entity) AS linksIn
       FROM entity LEFT JOIN entity other ON other.id = entity.merged_into WHERE entity.name = ?`,
    )
    .get(name)
  if (found === undefined) return undefined
  const { row, forgotten, mergedInto, ...facts } = found
  const pages = corpus
    .sql<{ state: string; n: number }>(
      'SELECT state, count(*) AS n FROM page WHERE entity_id = ? AND state IS NOT NULL GROUP BY state ORDER BY state',
    )
    .all(row)
  return {
    ...facts,
    mergedInto: mergedInto ?? '',
    forgotten: isoDate(forgotten),
    prefixes: corpus
      .sql<{ lru: Lru; url: string }>('SELECT lru, url FROM prefix WHERE entity_id = ? ORDER BY lru')
      .all(row),
    tags: corpus
      .sql<{ category: string; value: string }>(
        'SELECT category, value FROM tag WHERE entity_id = ? ORDER BY category, value',
      )
      .all(row),
    names: corpus
      .sql<{ name: string; from: string; to: string }>(
        'SELECT name, valid_from AS "from", valid_to AS "to" FROM entity_name WHERE entity_id = ? ORDER BY id',
      )
      .all(row),
    pages: Object.fromEntries(pages.map(({ state, n }) => [state, n])),
  }
}

export interface EventFacts {
  readonly id: number
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly entity: EntityId | ''
  readonly reason: string
  readonly undoes: number | null
}

/** Events, the newest first; of one entity when `name` is given. */
export const eventLog = (corpus: Corpus, name: string | null, limit: number): EventFacts[] =>
  corpus
    .sql<Omit<EventFacts, 'at'> & { at: number }>(
      `SELECT event.id, at, actor, action, coalesce(entity.name, '') AS entity, reason, undoes
       FROM event LEFT JOIN entity ON entity.id = event.entity_id
       WHERE @name IS NULL OR entity.name = @name ORDER BY event.id DESC LIMIT @limit`,
    )
    .all({ name, limit })
    .map(event => ({ ...event, at: isoDate(event.at) }))
