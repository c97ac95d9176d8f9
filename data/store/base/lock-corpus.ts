import { closeSync, openSync } from 'node:fs'
import Database from 'better-sqlite3'
import { Fault } from '#data/mistake.ts'
import type { Corpus } from './corpus.ts'

/**
 * Takes the corpus for one crawl; returns the release. The lock is an exclusive transaction on a small file beside the
 * corpus, held by the operating system: it vanishes with its process, kill -9 included, so no stale lock can remain. It
 * is waited for: a crawl that was just killed may take a moment to vanish while it stores a large page. Otherwise a
 * second crawl is refused.
 * @throws Fault naming the other crawl's process and start.
 */
export function lockCorpus(corpus: Corpus): () => void {
  const file = `${corpus.file}-crawl.lock`
  closeSync(openSync(file, 'a', 0o600))
  const lock = new Database(file, { timeout: 3_000 })
  try {
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    lock.close()
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))
      throw new Fault(refusal(corpus))
    throw error
  }
  return () => lock.close()
}

function refusal(corpus: Corpus): string {
  const other = corpus
    .sql<{ pid: number; startedAt: number }>(
      `SELECT pid, started_at AS startedAt FROM run WHERE command = 'crawl' AND ended_at IS NULL ORDER BY id DESC LIMIT 1`,
    )
    .get()
  const who = other ? `process ${other.pid}, started ${new Date(other.startedAt).toISOString()}` : 'another process'
  return `${corpus.file}: a crawl is already at work on this corpus (${who}). Wait for it, or stop it first.`
}
