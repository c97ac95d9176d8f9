import type { Corpus } from '../base/corpus.ts'

/** Whether one of these entities waits for review. */
export const anyDiscovered = (corpus: Corpus, names: readonly string[]): boolean =>
  corpus
    .sql(`SELECT 1 FROM entity WHERE status = 'DISCOVERED' AND name IN (SELECT value FROM json_each(?)) LIMIT 1`)
    .get(JSON.stringify(names)) !== undefined
