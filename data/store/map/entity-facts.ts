import type { DescribedEntity } from '#data/records.ts'
import type { EntityId, Lru } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { eventMentions } from './event-mentions.ts'
import { isoTime } from '../base/iso-time.ts'
import { betweenEntities, isSomebodys } from '../base/rules.ts'

/** What the corpus knows of one entity. */
export interface EntityFacts extends DescribedEntity {
  readonly origin: string
  readonly source: string
  readonly note: string
  readonly mergedInto: EntityId | ''
  readonly forgotten: string
  /** Dates are ISO 8601, empty where not known. */
  readonly prefixes: readonly { readonly lru: Lru; readonly url: string; readonly from: string; readonly to: string }[]
  readonly tags: readonly { readonly category: string; readonly value: string }[]
  readonly names: readonly { readonly name: string; readonly from: string; readonly to: string }[]
  /** Where its crawl begins. */
  readonly starts: readonly string[]
  /** Pages by state. */
  readonly pages: Readonly<Record<string, number>>
  readonly linksOut: number
  readonly linksIn: number
}

type Row = Omit<EntityFacts, 'prefixes' | 'tags' | 'names' | 'starts' | 'pages' | 'forgotten' | 'mergedInto'> & {
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
         (SELECT count(*) FROM link WHERE source_entity = entity.id AND ${betweenEntities()}) AS linksOut,
         (SELECT count(*) FROM link WHERE target_entity = entity.id AND ${betweenEntities()} AND ${isSomebodys('source_entity')}) AS linksIn
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
    forgotten: isoTime(forgotten),
    prefixes: corpus
      .sql<EntityFacts['prefixes'][number]>(
        'SELECT lru, url, valid_from AS "from", valid_to AS "to" FROM prefix WHERE entity_id = ? ORDER BY lru',
      )
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
    starts: corpus
      .sql<{ url: string }>(
        'SELECT url FROM start_page JOIN page ON page.id = page_id WHERE start_page.entity_id = ? ORDER BY url',
      )
      .all(row)
      .map(({ url }) => url),
    pages: Object.fromEntries(pages.map(({ state, n }) => [state, n])),
  }
}

export interface EventFacts {
  readonly id: number
  readonly at: string
  readonly actor: string
  readonly action: string
  /** The entity it is about; empty for a batch. */
  readonly entity: EntityId | ''
  /** Entities that it touched. */
  readonly touched: number
  readonly reason: string
  /** The event that this one takes back. */
  readonly undoes: number | null
  /** The event that took this one back. */
  readonly undoneBy: number | null
}

/** Events, the newest first; those that touched the entity `name` when it is given. */
export const eventLog = (corpus: Corpus, name: string | null, limit: number): EventFacts[] =>
  corpus
    .sql<Omit<EventFacts, 'at'> & { at: number }>(
      `SELECT event.id, at, actor, action, coalesce(entity.name, '') AS entity, json_array_length(event.before) AS touched,
         reason, undoes, (SELECT undo.id FROM event undo WHERE undo.undoes = event.id) AS undoneBy
       FROM event LEFT JOIN entity ON entity.id = event.entity_id
       WHERE @name IS NULL OR entity.name = @name
         OR event.id IN (SELECT event_id FROM (${eventMentions}) WHERE entity_id = (SELECT id FROM entity WHERE name = @name))
       ORDER BY event.id DESC LIMIT @limit`,
    )
    .all({ name, limit })
    .map(event => ({ ...event, at: isoTime(event.at) }))
