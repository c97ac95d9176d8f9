import type { Corpus } from '../base/corpus.ts'

/** Makes entities IN, by their rows, that nobody has reviewed. */
export function takeIn(corpus: Corpus, rows: Iterable<number>): void {
  const set = corpus.sql(`UPDATE entity SET status = 'IN' WHERE id = ? AND status = 'DISCOVERED'`)
  for (const row of rows) set.run(row)
}
