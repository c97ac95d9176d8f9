import type { Corpus } from './corpus.ts'
import { isoDate } from './iso-date.ts'

/** ISO 8601 time of the last visit or import, whichever is later; empty for a corpus that holds neither. */
export function lastModified(corpus: Corpus): string {
  const { at } = corpus
    .sql<{ at: number | null }>(
      `SELECT max(at) AS at FROM (SELECT max(at) AS at FROM visit UNION ALL SELECT max(started_at) FROM run WHERE command = 'import')`,
    )
    .get()!
  return isoDate(at)
}
