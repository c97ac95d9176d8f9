import { closeSync, existsSync, openSync } from 'node:fs'
import Database from 'better-sqlite3'
import { Fault } from '#data/mistake.ts'
import type { Corpus } from './corpus.ts'

/** Gives back what was taken. */
export type Release = () => void

const lockOf = (corpusFile: string): string => `${corpusFile}-crawl.lock`
/** Held by whoever wants a crawl to make way, from before it asks until it has done. */
const guestOf = (corpusFile: string): string => `${corpusFile}-crawl.guest`

/**
 * Takes the corpus for one crawl; returns the release. The lock is an exclusive transaction on a small file beside the
 * corpus, held by the operating system: it vanishes with its process, kill -9 included, so no stale lock can remain. It
 * is waited for: a crawl that was just killed may take a moment to vanish while it stores a large page. Otherwise a
 * second crawl is refused.
 * @throws Fault naming the other crawl's process and start.
 */
export function lockCorpus(corpus: Corpus): Release {
  return take(lockOf(corpus.file), 3_000) ?? refuse(corpus, 'Wait for it, or stop it first.')
}

export interface Patience {
  /** Milliseconds that a crawl at work has to make way. Default 3 000. */
  readonly waitMs?: number
  /** Told when there is one. */
  readonly onWait?: () => void
}

/** Of a person who called a command: the requests under way of a crawl, its archive and its browser end meanwhile. */
export const patienceOf = ({ err }: { readonly err: (text: string) => void }): Patience => ({
  waitMs: 120_000,
  onWait: () =>
    err('A crawl is at work on this corpus: it makes way, which takes some seconds, and then goes on by itself.\n'),
})

/**
 * Takes the corpus for a change beside which no crawl may run, since it deletes rows that a crawl has in hand or takes as
 * long as it likes. A crawl at work makes way (crawler/make-way.ts): it ends what is under way, stands still until the
 * release, and goes on by itself. Others that want the same are waited for.
 * @throws Fault naming the crawl's process and start when it doesn't make way in time.
 */
export function lockOutCrawls(corpus: Corpus, { waitMs = 3_000, onWait }: Patience = {}): Release {
  const leave = take(guestOf(corpus.file), waitMs)
  if (leave === null)
    throw new Fault(`${corpus.file}: another command is changing this corpus. Wait for it, or stop it.`)
  try {
    const unlock = take(lockOf(corpus.file), 0) ?? (onWait?.(), take(lockOf(corpus.file), waitMs))
    if (unlock === null) return refuse(corpus, 'It did not make way in time: stop it first.')
    return () => {
      unlock()
      leave()
    }
  } catch (error) {
    leave()
    throw error
  }
}

/** Takes the corpus in `file` if no crawl is at work on it and nobody waits to change it; null: somebody is. */
export const takeFromCrawls = (file: string): Release | null => (isWantedByOthers(file) ? null : take(lockOf(file), 0))

/** Somebody has asked for the corpus with lockOutCrawls, and has not done yet. */
export function isWantedByOthers(corpusFile: string): boolean {
  if (!existsSync(guestOf(corpusFile))) return false
  const release = take(guestOf(corpusFile), 0)
  release?.()
  return release === null
}

/** Takes a lock of the operating system on `file`, which vanishes with its process; null: somebody has it, and had it for `waitMs`. */
export const tryLock = (file: string, waitMs = 0): Release | null => take(file, waitMs)

/** Null: another process, or another connection of this one, has it. */
function take(file: string, waitMs: number): Release | null {
  // A file that is closed takes the locks of its whole process with it (POSIX): one that is there may be held by ourselves.
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600))
  const lock = new Database(file, { timeout: waitMs })
  try {
    lock.pragma('locking_mode = EXCLUSIVE')
    lock.exec('BEGIN EXCLUSIVE')
    return () => lock.close()
  } catch (error) {
    lock.close()
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) return null
    throw error
  }
}

function refuse(corpus: Corpus, advice: string): never {
  const other = corpus
    .sql<{ pid: number; startedAt: number }>(
      `SELECT pid, started_at AS startedAt FROM run WHERE command = 'crawl' AND ended_at IS NULL ORDER BY id DESC LIMIT 1`,
    )
    .get()
  const who = other ? `process ${other.pid}, started ${new Date(other.startedAt).toISOString()}` : 'another process'
  throw new Fault(`${corpus.file}: a crawl is already at work on this corpus (${who}). ${advice}`)
}
