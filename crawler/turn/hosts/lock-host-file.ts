import { statSync } from 'node:fs'
import { type Release, tryLock } from '#data/store/base/lock-corpus.ts'

/**
 * Takes the lock on `file`, a file of the schedule of hosts; null: somebody has it, or it was removed meanwhile. A file that is removed is removed by
 * who holds it, so a lock on what no longer stands there is none: another may hold the new file of the same host.
 * @param waitMs how long to wait for who has it
 */
export function lockHostFile(file: string, waitMs = 0): Release | null {
  const before = placeOf(file)
  const release = tryLock(file, waitMs)
  if (release === null || placeOf(file) === before) return release
  release()
  return null
}

/** As long as it is open, no other file gets its number. */
const placeOf = (file: string): bigint | undefined => statSync(file, { bigint: true, throwIfNoEntry: false })?.ino
