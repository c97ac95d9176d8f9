import type { Corpus } from './corpus.ts'

/**
 * Runs `work`, which is known to leave every reference good, without checking each one: moving a link costs half, and
 * rows that other tables point to by columns without an index can be deleted without reading those tables whole. Inside a
 * transaction the checks stay, as SQLite has it.
 */
export function withoutForeignKeys<Result>(corpus: Corpus, work: () => Result): Result {
  if (corpus.db.inTransaction) return work()
  corpus.db.pragma('foreign_keys = OFF')
  try {
    return work()
  } finally {
    corpus.db.pragma('foreign_keys = ON')
  }
}
