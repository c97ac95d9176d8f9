import type { Corpus } from './corpus.ts'
import { readMeta, writeMeta } from './meta.ts'

/** Notes that the file must be written anew. Part of the transaction that deletes, so that a crash in between is made good. */
export const noteRewrite = (corpus: Corpus): void => writeMeta(corpus, 'rewrite', 'due')

/**
 * Writes the whole file anew without what was deleted, and empties the write-ahead log. Returns false when another
 * connection still reads: the old contents then leave the disk when the last connection closes. Not in a transaction.
 */
export function rewriteFile(corpus: Corpus): boolean {
  corpus.db.exec('VACUUM')
  corpus.sql(`DELETE FROM meta WHERE name = 'rewrite'`).run()
  const patience = corpus.db.pragma('busy_timeout', { simple: true }) as number
  corpus.db.pragma('busy_timeout = 1000')
  const [log] = corpus.db.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[]
  corpus.db.pragma(`busy_timeout = ${patience}`)
  return log?.busy === 0
}

/** Makes good what was cut short between deleting and rewriting. While another program writes, it stays due. */
export function finishRewrite(corpus: Corpus): void {
  if (readMeta(corpus, 'rewrite') === undefined) return
  try {
    rewriteFile(corpus)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))) throw error
  }
}
