import { closeSync, futimesSync, openSync, statSync } from 'node:fs'
import { type Release, tryLock } from '#data/store/base/lock-corpus.ts'

/** Another process that sweeps all the time removes a file in vain so often, at most. */
const mostTries = 20

/**
 * Takes the lock on `file`, a file of the schedule of hosts, which is made where there is none; null: somebody has it, or it was removed again and again. A
 * file that is removed is removed by who holds it, so a lock on what no longer stands there is none: another may hold the new file of the same host.
 * @param waitMs how long to wait for who has it
 */
export function lockHostFile(file: string, waitMs = 0): Release | null {
  for (let tries = 0; tries < mostTries; tries += 1) {
    if (placeOf(file) === undefined) makeUnasked(file)
    const before = placeOf(file)
    const isThere = (): boolean => before !== undefined && placeOf(file) === before
    const release = lockUnlessGone(file, waitMs, isThere)
    if (release === null || (release !== 'gone' && isThere())) return release
    if (release !== 'gone') release()
  }
  return null
}

/** SQLite fails in several ways on a file that is removed while it opens it. */
function lockUnlessGone(file: string, waitMs: number, isThere: () => boolean): Release | null | 'gone' {
  try {
    return tryLock(file, waitMs)
  } catch (error) {
    if (isThere()) throw error
    return 'gone'
  }
}

/** Makes the file of a host that was never asked. Its time is set by what is open, not by its name: another process may sweep it in the same moment. */
export function makeUnasked(file: string): void {
  const opened = openSync(file, 'a', 0o600)
  try {
    futimesSync(opened, 0, 0)
  } finally {
    closeSync(opened)
  }
}

/** As long as it is open, no other file gets its number. */
const placeOf = (file: string): bigint | undefined => statSync(file, { bigint: true, throwIfNoEntry: false })?.ino
