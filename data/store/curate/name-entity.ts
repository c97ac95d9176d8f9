import { Mistake } from '#data/mistake.ts'
import type { Corpus } from '../base/corpus.ts'
import { changeEntities } from './change-entities.ts'
import type { Author } from './author.ts'
import { entityRow } from './entity-row.ts'
import { writeFields, type EntityFields } from './set-entity.ts'

/** ISO 8601 dates (year, month or day); left out where not known. */
export interface Period {
  readonly from?: string
  readonly to?: string
}

/** A name the entity bore: EchoDitto, until 2013. The same name again only gets other dates. */
export function addName(
  corpus: Corpus,
  author: Author,
  name: string,
  borne: string,
  { from = '', to = '' }: Period = {},
): number | null {
  const id = entityRow(corpus, name)
  return changeEntities(corpus, author, { action: 'name', entityIds: [id] }, () => {
    const dated = { id, borne, from, to }
    const known = corpus
      .sql('UPDATE entity_name SET valid_from = @from, valid_to = @to WHERE entity_id = @id AND name = @borne')
      .run(dated)
    if (known.changes > 0) return
    corpus
      .sql('INSERT INTO entity_name (entity_id, name, valid_from, valid_to) VALUES (@id, @borne, @from, @to)')
      .run(dated)
  })
}

/**
 * A rename: the name before is kept as one that it bore until `from`, the new one as what it bears since. One event with
 * the other fields that are set. An id that nobody replaced by a name yet is none that it bore.
 */
export function renameEntity(
  corpus: Corpus,
  author: Author,
  name: string,
  { fields, from }: { readonly fields: EntityFields & { readonly label?: string }; readonly from: string },
): number | null {
  const id = entityRow(corpus, name)
  return changeEntities(corpus, author, { action: 'rename', entityIds: [id] }, () => {
    const { label } = corpus.sql<{ label: string }>('SELECT label FROM entity WHERE id = ?').get(id)!
    writeFields(corpus, id, fields)
    if (fields.label === undefined) return
    if (label !== '' && label !== name && label !== fields.label) dateName(corpus, id, label, { to: from })
    dateName(corpus, id, fields.label, { from })
  })
}

/** The side of its time that is not told stays as it was. */
function dateName(corpus: Corpus, id: number, borne: string, { from, to }: Period): void {
  const dated = { id, borne, from: from ?? null, to: to ?? null }
  const { changes } = corpus
    .sql(
      `UPDATE entity_name SET valid_from = coalesce(@from, valid_from), valid_to = coalesce(@to, valid_to)
       WHERE entity_id = @id AND name = @borne`,
    )
    .run(dated)
  if (changes > 0) return
  corpus
    .sql(
      `INSERT INTO entity_name (entity_id, name, valid_from, valid_to)
       VALUES (@id, @borne, coalesce(@from, ''), coalesce(@to, ''))`,
    )
    .run(dated)
}

/** Takes a name away that was none of its own. @throws Mistake when the entity does not bear it. */
export function removeName(corpus: Corpus, author: Author, name: string, borne: string): number | null {
  const id = entityRow(corpus, name)
  return changeEntities(corpus, author, { action: 'unname', entityIds: [id] }, () => {
    const { changes } = corpus.sql('DELETE FROM entity_name WHERE entity_id = ? AND name = ?').run(id, borne)
    if (changes === 0) throw new Mistake({ code: 'name-not-borne', values: { name, borne } })
  })
}
