import type { Status } from '#data/vocabulary/statuses.ts'
import type { Corpus } from '../base/corpus.ts'
import { changeEntities } from './change-entities.ts'
import type { Author } from './author.ts'
import { entityRow } from './entity-row.ts'

/** What of an entity can be set; fields left out stay as they are. */
export interface EntityFields {
  readonly status?: Status
  readonly label?: string
  readonly homepage?: string
  readonly country?: string
  readonly kind?: string
  readonly note?: string
}

export const entityFields = ['status', 'label', 'homepage', 'country', 'kind', 'note'] as const

/** Sets fields of the entity `name`. Every operation of curation returns its event's row, or null when nothing changed. */
export const setEntity = (corpus: Corpus, author: Author, name: string, fields: EntityFields): number | null =>
  setEntities(corpus, author, [name], fields)

/** Sets the same fields of several entities, as one event. */
export function setEntities(
  corpus: Corpus,
  author: Author,
  names: readonly string[],
  fields: EntityFields,
): number | null {
  const ids = names.map(name => entityRow(corpus, name))
  return changeEntities(corpus, author, { action: 'set', entityIds: ids, isBatch: ids.length > 1 }, () => {
    for (const id of ids) writeFields(corpus, id, fields)
  })
}

export function writeFields(corpus: Corpus, id: number, fields: EntityFields): void {
  for (const field of entityFields)
    if (fields[field] !== undefined) corpus.sql(`UPDATE entity SET ${field} = ? WHERE id = ?`).run(fields[field], id)
}
