import type { Status } from '#data/vocabulary/statuses.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { changeEntities } from '../curate/change-entities.ts'
import type { Author } from '../curate/author.ts'

/** What a table says of an entity that the corpus has. */
export interface RowAttributes {
  readonly entity: EntityId
  readonly country: string
  readonly kind: string
  readonly status: Status | null
  readonly tags: readonly (readonly [category: string, value: string])[]
}

export interface JoinedAttributes {
  /** Tags that the entities did not have yet. */
  readonly tags: number
  /** Values of country, kind or status that a person had set otherwise: they stay. */
  readonly differing: number
  /** The event that can be taken back; null when the corpus had all of it. */
  readonly event: number | null
}

/** Adds what a table says to the entities' tags, and to what was empty of them; one event, which can be taken back. */
export function joinAttributes(corpus: Corpus, author: Author, rows: readonly RowAttributes[]): JoinedAttributes {
  const entities = rows.map(row => ({ row, ...stateOf(corpus, row.entity) }))
  let [tags, differing] = [0, 0]
  const change = { action: 'import', entityIds: entities.map(({ id }) => id), isBatch: true }
  if (change.entityIds.length === 0) return { tags, differing, event: null }
  const event = changeEntities(corpus, author, change, () => {
    for (const { row, id, ...state } of entities) {
      tags += addTags(corpus, id, row.tags)
      for (const field of ['country', 'kind', 'status'] as const) {
        const value = row[field] ?? ''
        if (value === '' || value === state[field]) continue
        if (state[field] === '' || state[field] === 'DISCOVERED')
          corpus.sql(`UPDATE entity SET ${field} = ? WHERE id = ?`).run(value, id)
        else differing += 1
      }
    }
  })
  return { tags, differing, event }
}

const stateOf = (corpus: Corpus, entity: EntityId) =>
  corpus
    .sql<{ id: number; country: string; kind: string; status: string }>(
      'SELECT id, country, kind, status FROM entity WHERE name = ?',
    )
    .get(entity)!

function addTags(corpus: Corpus, id: number, tags: RowAttributes['tags']): number {
  const add = corpus.sql('INSERT OR IGNORE INTO tag (entity_id, category, value) VALUES (?, ?, ?)')
  return tags.reduce((sum, [category, value]) => sum + add.run(id, category, value).changes, 0)
}
