import type { Corpus } from '../base/corpus.ts'
import { changeEntities } from './change-entities.ts'
import type { Author } from './author.ts'
import { entityRow } from './entity-row.ts'

export function tagEntity(
  corpus: Corpus,
  author: Author,
  name: string,
  category: string,
  value: string,
): number | null {
  const id = entityRow(corpus, name)
  return changeEntities(corpus, author, { action: 'tag', entityIds: [id] }, () =>
    addTags(corpus, id, category, [value]),
  )
}

/** Takes a tag away; without a value, every tag of the category. */
export function untagEntity(
  corpus: Corpus,
  author: Author,
  name: string,
  category: string,
  value?: string,
): number | null {
  const id = entityRow(corpus, name)
  return changeEntities(corpus, author, { action: 'untag', entityIds: [id] }, () => {
    corpus
      .sql('DELETE FROM tag WHERE entity_id = @id AND category = @category AND (@value IS NULL OR value = @value)')
      .run({ id, category, value: value ?? null })
  })
}

export function addTags(corpus: Corpus, id: number, category: string, values: readonly string[]): void {
  const add = corpus.sql('INSERT OR IGNORE INTO tag (entity_id, category, value) VALUES (?, ?, ?)')
  for (const value of values) add.run(id, category, value)
}
