import type { Corpus } from '../base/corpus.ts'

/** How much a corpus holds, in rows. */
export const countMerged = (corpus: Corpus): { entities: number; pages: number; links: number } =>
  corpus
    .sql<{ entities: number; pages: number; links: number }>(
      `SELECT (SELECT count(*) FROM entity) AS entities, (SELECT count(*) FROM page) AS pages, (SELECT count(*) FROM link) AS links`,
    )
    .get()!
