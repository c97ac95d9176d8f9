import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { namesIn } from '#data/command/dead-leftovers.ts'
import type { Release } from '#data/store/base/lock-corpus.ts'
import { lockHostFile } from './lock-host-file.ts'

/** Where it stands until when the host of `file` rests. */
export const restOf = (file: string): string => `${file}-rest`

/** Of a schedule: the SHA-256 of a host, shortened, and its rest. Nothing else in the folder is touched. */
const isOfSchedule = (name: string): boolean => /^[0-9a-f]{32}(?:-rest)?$/.test(name)

/** After its time no delay between requests holds a host any longer (a Crawl-delay of two minutes is the longest), and clocks differ by less. */
const restedMs = 24 * 3_600_000

/** A start takes no longer for it than a third of a second; the next goes on. */
const mostSwept = 1_000

/**
 * Removes from `folder` what the schedule of hosts needs no longer: a host that was asked, or rested, until a day before `now`, and that no process
 * holds. Safe beside others that ask, rest or sweep, and beside kill -9: who removes a file holds its lock, and whoever took the lock of a removed one
 * begins anew (lockHostFile). What can't be removed stays.
 * @param now milliseconds since 1970
 */
export function sweepHostTurns(folder: string, now: number): void {
  let swept = 0
  for (const name of namesIn(folder).filter(isOfSchedule)) {
    const file = join(folder, name)
    if (!isOver(file, now)) continue
    if (swept++ === mostSwept) return
    removeIfOver(file, now)
  }
}

/** A time to come is a rest, or a clock's that was set back: it passes. */
function isOver(file: string, now: number): boolean {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats !== undefined && now - stats.mtimeMs > restedMs
}

function removeIfOver(file: string, now: number): void {
  let release: Release | null = null
  try {
    release = lockHostFile(file)
    // Asked, or told to rest, between the look and the lock.
    if (release === null || !isOver(file, now)) return
    // Windows removes nothing that is open: whoever has opened it by then keeps it.
    if (process.platform === 'win32') release()
    // What SQLite left beside it when its holder was killed, first: it would have nobody to go with.
    for (const path of [`${file}-journal`, file]) rmSync(path, { force: true })
  } catch {
    // Another user's, or opened meanwhile: it stays.
  } finally {
    release?.()
  }
}
