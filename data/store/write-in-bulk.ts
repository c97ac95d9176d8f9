import type { Corpus } from './corpus.ts'

/**
 * Settings of the connection that crawls: a checkpoint every 32 MB of new pages instead of 4, since each one waits for
 * the disk.
 */
export function writeInBulk(corpus: Corpus): void {
  corpus.db.pragma('wal_autocheckpoint = 8000')
}
