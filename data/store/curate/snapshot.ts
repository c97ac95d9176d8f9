import type { Status } from '#data/vocabulary/statuses.ts'
import type { EntityId, Lru, Url } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { addStartPage } from '../frontier/start-pages.ts'

/** Everything of an entity that a person can change. Stored in events, so that each can be taken back. */
export interface EntitySnapshot {
  readonly id: number
  readonly name: EntityId
  readonly label: string
  readonly homepage: string
  readonly country: string
  readonly kind: string
  readonly status: Status
  readonly origin: string
  readonly source: string
  readonly note: string
  readonly mergedInto: number | null
  readonly prefixes: readonly PrefixSnapshot[]
  readonly tags: readonly (readonly [string, string])[]
  readonly names: readonly NameSnapshot[]
  /** Start pages that a person gave. */
  readonly starts: readonly Url[]
}

export interface PrefixSnapshot {
  readonly lru: Lru
  readonly url: string
  readonly validFrom: string
  readonly validTo: string
}

/** A name the entity bore, with ISO 8601 dates where known. */
export interface NameSnapshot {
  readonly name: string
  readonly validFrom: string
  readonly validTo: string
}

type Parts = 'prefixes' | 'tags' | 'names' | 'starts'

export function takeSnapshot(corpus: Corpus, id: number): EntitySnapshot {
  const entity = corpus
    .sql<Omit<EntitySnapshot, Parts>>(
      `SELECT id, name, label, homepage, country, kind, status, origin, source, note, merged_into AS mergedInto
       FROM entity WHERE id = ?`,
    )
    .get(id)
  if (entity === undefined) throw new Error(`entity row ${id} is not there`)
  return { ...entity, ...partsOf(corpus, id) }
}

function partsOf(corpus: Corpus, id: number): Pick<EntitySnapshot, Parts> {
  const rows = <Row>(sql: string): Row[] => corpus.sql<Row>(sql).all(id)
  return {
    prefixes: rows<PrefixSnapshot>(
      'SELECT lru, url, valid_from AS validFrom, valid_to AS validTo FROM prefix WHERE entity_id = ? ORDER BY lru',
    ),
    tags: rows<{ category: string; value: string }>(
      'SELECT category, value FROM tag WHERE entity_id = ? ORDER BY category, value',
    ).map(({ category, value }) => [category, value] as const),
    names: rows<NameSnapshot>(
      'SELECT name, valid_from AS validFrom, valid_to AS validTo FROM entity_name WHERE entity_id = ? ORDER BY id',
    ),
    starts: rows<{ url: Url }>(
      `SELECT url FROM start_page JOIN page ON page.id = page_id
       WHERE start_page.entity_id = ? AND origin = 'user' ORDER BY url`,
    ).map(({ url }) => url),
  }
}

/** Makes the entities what the snapshots say. Parts of all are lifted first, since they may have gone from one to another. */
export function restoreSnapshots(corpus: Corpus, snapshots: readonly EntitySnapshot[]): void {
  for (const { id } of snapshots) {
    for (const table of ['prefix', 'tag', 'entity_name']) corpus.sql(`DELETE FROM ${table} WHERE entity_id = ?`).run(id)
    corpus.sql(`DELETE FROM start_page WHERE entity_id = ? AND origin = 'user'`).run(id)
  }
  for (const snapshot of snapshots) restoreSnapshot(corpus, snapshot)
}

function restoreSnapshot(corpus: Corpus, { prefixes, tags, names, starts, ...entity }: EntitySnapshot): void {
  corpus
    .sql(
      `UPDATE entity SET label = @label, homepage = @homepage, country = @country, kind = @kind, status = @status,
         origin = @origin, source = @source, note = @note, merged_into = @mergedInto WHERE id = @id`,
    )
    .run(entity)
  const { id } = entity
  const addPrefix = corpus.sql(
    'INSERT INTO prefix (lru, url, entity_id, valid_from, valid_to) VALUES (@lru, @url, @id, @validFrom, @validTo)',
  )
  const addTag = corpus.sql('INSERT INTO tag (entity_id, category, value) VALUES (?, ?, ?)')
  const addName = corpus.sql(
    'INSERT INTO entity_name (entity_id, name, valid_from, valid_to) VALUES (@id, @name, @validFrom, @validTo)',
  )
  for (const prefix of prefixes) addPrefix.run({ ...prefix, id })
  for (const [category, value] of tags) addTag.run(id, category, value)
  for (const name of names) addName.run({ ...name, id })
  for (const url of starts) addStartPage(corpus, id, url)
}
