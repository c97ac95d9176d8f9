import type { Corpus } from './corpus.ts'
import { rememberSnippets } from './snippets.ts'

/**
 * Settings of the connection that crawls: a checkpoint every 32 MB of new pages instead of 4, since each one waits for
 * the disk; and foreign keys are not looked up again for each row (eleven of them in a hyperlink). Their rows were read or
 * written in the same step, and only `forget` deletes rows, which never runs beside a crawl. Tests check them afterwards.
 * Half the usual memory for pages of the file, since a crawl lasts and the system keeps them too. `isOwn`: this machine wrote the file, so
 * pages that the memory had no room for are not searched for another one's damage each time they are read back (a sixth of a crawl's time).
 */
export function writeInBulk(corpus: Corpus, { isOwn }: { readonly isOwn: boolean }): void {
  corpus.db.pragma('wal_autocheckpoint = 8000')
  corpus.db.pragma('foreign_keys = OFF')
  corpus.db.pragma('cache_size = -32768')
  if (isOwn) corpus.db.pragma('cell_size_check = OFF')
  rememberSnippets(corpus)
}
