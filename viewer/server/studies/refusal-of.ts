import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isHeld } from '#data/command/move-all.ts'
import { dropStaging, stagingFolder } from '#data/command/staging-folder.ts'
import { Fault } from '#data/mistake.ts'
import type { StudiesRefusal } from '#viewer/protocol/studies.ts'

/**
 * What the machine refused in `folder`, as far as the user can mend it; null: something else. SQLite has a dozen codes for a disk without room and
 * for a folder that can't be written, by what it was writing then: the folder itself says which it is.
 */
export function refusalOf(error: unknown, folder: string): StudiesRefusal | null {
  const code = codeOf(error)
  if (isHeld(error)) return 'held'
  if (code === 'EEXIST') return 'taken'
  if (code.startsWith('SQLITE_BUSY')) return 'busy'
  if (/^SQLITE_(?:FULL|CANTOPEN|READONLY|IOERR)/.test(code)) return refusedBy(folder) ?? bySystem(code)
  return bySystem(code)
}

function bySystem(code: string): StudiesRefusal | null {
  if (/^(?:ENOSPC|EDQUOT|SQLITE_FULL)$/.test(code)) return 'full'
  return /^(?:E[A-Z]+|SQLITE_(?:CANTOPEN|READONLY)\w*)$/.test(code) ? 'folder' : null
}

/** As much as SQLite wants at once beside a corpus, and more. */
const triedBytes = 256 * 1024

/** What the folder says to who writes into it now; null: nothing. */
function refusedBy(folder: string): StudiesRefusal | null {
  let place: string | undefined
  try {
    place = stagingFolder(folder)
    writeFileSync(join(place, 'trial'), new Uint8Array(triedBytes))
    return null
  } catch (error) {
    return bySystem(codeOf(error))
  } finally {
    if (place !== undefined) dropStaging(place)
  }
}

/** The system's or SQLite's own; a fault ends its sentence with it. */
function codeOf(error: unknown): string {
  if (error instanceof Fault) return /\(((?:SQLITE_|E)[A-Z_]+)\)/.exec(error.message)?.[1] ?? ''
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
