import type { Corpus } from './corpus.ts'
import { isoTime } from './iso-time.ts'

/**
 * ISO 8601 time of the last visit, or the date that an imported file gives itself, whichever is later; empty for a corpus
 * that holds neither. When a command ran says nothing of the data, so no clock enters an export.
 */
export function lastModified(corpus: Corpus): string {
  const visited = corpus.sql<{ at: number | null }>('SELECT max(at) AS at FROM visit').get()!
  const told = corpus.sql<{ date: string | null }>('SELECT max(input_date) AS date FROM run').get()!
  const [at, date] = [isoTime(visited.at), told.date ?? '']
  return at > date ? at : date
}
