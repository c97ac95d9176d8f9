import type { Corpus } from './corpus.ts'
import { rememberSnippets } from './snippets.ts'

/**
 * Settings of the connection that crawls: a checkpoint every 32 MB of new pages instead of 4, since each one waits for
 * the disk; and foreign keys are not looked up again for each row (eleven of them in a hyperlink). Their rows were read or
 * written in the same step, and only `forget` deletes rows, which never runs beside a crawl. Tests check them afterwards.
 * Half the usual memory for pages of the file, since a crawl lasts and the system keeps them too.
 */
export function writeInBulk(corpus: Corpus): void {
  corpus.db.pragma('wal_autocheckpoint = 8000')
  corpus.db.pragma('foreign_keys = OFF')
  corpus.db.pragma('cache_size = -32768')
  rememberSnippets(corpus)
}
