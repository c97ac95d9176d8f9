import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Mistake } from '#data/mistake.ts'
import { type OptOut, readOptOut } from '#seeds/read-opt-out.ts'
import { readSeeds, type SeedList } from '#seeds/read-seeds.ts'
import { optOutRows, ownOptOutFile } from './own-opt-out.ts'

export interface SeedFile extends SeedList {
  /** SHA-256, hexadecimal. */
  readonly hash: string
}

/** @throws Mistake when the file can't be read, or with all its bad rows. */
export function readSeedFile(file: string): SeedFile {
  const bytes = readBytes(file, 'seeds-unreadable')
  return { ...readSeeds(file, bytes), hash: createHash('sha256').update(bytes).digest('hex') }
}

/** @throws Mistake when the file can't be read, or with all its bad rows. */
export const readOptOutFile = (file: string): OptOut => readOptOut(file, readBytes(file, 'opt-out-unreadable'))

/** This user's own list; an empty one where there is none. @throws Mistake with all its bad rows. */
export function readOwnOptOut(env: Readonly<Record<string, string | undefined>>): Pick<OptOut, 'covers'> {
  const file = ownOptOutFile(env)
  return file === null || optOutRows(file).length === 0 ? { covers: () => false } : readOptOutFile(file)
}

function readBytes(path: string, mistake: 'opt-out-unreadable' | 'seeds-unreadable'): Buffer {
  try {
    return readFileSync(path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new Mistake({ code: mistake, values: { path, code } })
  }
}
