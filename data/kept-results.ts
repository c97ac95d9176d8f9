import { createHash } from 'node:crypto'
import { globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { stateFolder } from './own-crawls.ts'

/** Bytes by name, kept on this machine between two commands. */
export interface KeptResults {
  /** Null when there are none, or when they were damaged. */
  readonly read: (name: string) => Buffer | null
  readonly write: (name: string, bytes: Uint8Array) => void
}

/** Reads and writes nothing. */
export const nothingKept: KeptResults = { read: () => null, write: () => {} }

/** Of one file. */
const mostBytesEach = 32 * 2 ** 20
const sumLength = 32

/**
 * Results that this user's programs computed, in `results` of their state folder: outside of any corpus, so that a stranger's file
 * can't bring false ones. Where they can't be kept they are computed anew: nothing is lost. Each is written whole before it gets its
 * name, and stands behind its SHA-256.
 * Where `TOILE_NO_KEPT` is set and not empty, nothing is read or written.
 * @param mostBytes of all files together, looked at here; those not asked for the longest go first
 */
export function keptResults(
  env: Readonly<Record<string, string | undefined>>,
  now: () => number,
  mostBytes = 512 * 2 ** 20,
): KeptResults {
  const crawls = stateFolder(env)
  if (crawls === null || env['TOILE_NO_KEPT']) return nothingKept
  const folder = join(dirname(crawls), 'results')
  tidy(folder, mostBytes)
  return {
    read: name => readSound(join(folder, name), now()),
    write: (name, bytes) => {
      if (bytes.length <= mostBytesEach) writeWhole(folder, name, bytes)
    },
  }
}

function readSound(path: string, now: number): Buffer | null {
  try {
    const bytes = readFileSync(path)
    const content = bytes.subarray(sumLength)
    if (!sumOf(content).equals(bytes.subarray(0, sumLength))) return null
    utimesSync(path, now / 1000, now / 1000)
    return content
  } catch {
    return null
  }
}

function writeWhole(folder: string, name: string, bytes: Uint8Array): void {
  const fresh = join(folder, `${name}.${process.pid}.new`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    writeFileSync(fresh, Buffer.concat([sumOf(bytes), bytes]), { mode: 0o600 })
    renameSync(fresh, join(folder, name))
  } catch {
    // A home that can't be written, or is full. What is half written goes when it is the oldest.
  }
}

const sumOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

function tidy(folder: string, mostBytes: number): void {
  try {
    const files = globSync('*', { cwd: folder }).map(name => ({ name, ...agedSize(join(folder, name)) }))
    let bytes = 0
    for (const { name, size } of files.sort((a, b) => b.usedAt - a.usedAt))
      if ((bytes += size) > mostBytes) rmSync(join(folder, name), { force: true })
  } catch {
    // No folder yet, or another command tidies it at this moment.
  }
}

function agedSize(path: string): { readonly size: number; readonly usedAt: number } {
  const { size, mtimeMs } = statSync(path)
  return { size, usedAt: mtimeMs }
}
