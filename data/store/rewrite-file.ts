import type { Corpus } from './corpus.ts'

/**
 * Writes the whole file anew without what was deleted, and empties the write-ahead log. Returns false when another
 * connection still reads: the old contents then leave the disk when the last connection closes. Not in a transaction.
 */
export function rewriteFile(corpus: Corpus): boolean {
  corpus.db.exec('VACUUM')
  const patience = corpus.db.pragma('busy_timeout', { simple: true }) as number
  corpus.db.pragma('busy_timeout = 1000')
  const [log] = corpus.db.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[]
  corpus.db.pragma(`busy_timeout = ${patience}`)
  return log?.busy === 0
}
