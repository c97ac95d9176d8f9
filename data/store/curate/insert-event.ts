import type { Corpus } from '../base/corpus.ts'
import type { Author } from './author.ts'

interface EventRow {
  readonly action: string
  readonly entityId: number | null
  /** JSON. */
  readonly before: string
  /** JSON. */
  readonly after: string
  readonly undoes: number | null
}

/** Writes an event of the corpus. Returns its row. */
export function insertEvent(corpus: Corpus, author: Author, event: EventRow): number {
  const { lastInsertRowid } = corpus
    .sql(
      `INSERT INTO event (at, actor, action, entity_id, before, after, reason, undoes)
       VALUES (@now, @actor, @action, @entityId, @before, @after, @reason, @undoes)`,
    )
    .run({ ...author, ...event })
  return Number(lastInsertRowid)
}
