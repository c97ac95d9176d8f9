import { Mistake } from '../../mistake.ts'
import type { Corpus } from '../corpus.ts'
import { changeEntities, type Author } from './change-entities.ts'
import { entityRow } from './entity-row.ts'

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

/** Takes a name away that was none of its own. @throws Mistake when the entity does not bear it. */
export function removeName(corpus: Corpus, author: Author, name: string, borne: string): number | null {
  const id = entityRow(corpus, name)
  return changeEntities(corpus, author, { action: 'unname', entityIds: [id] }, () => {
    const { changes } = corpus.sql('DELETE FROM entity_name WHERE entity_id = ? AND name = ?').run(id, borne)
    if (changes === 0)
      throw new Mistake(`'${name}' does not bear the name '${borne}'; expected one that \`entity show\` lists`)
  })
}
