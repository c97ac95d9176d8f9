import { channel } from 'node:diagnostics_channel'
import { chmodSync, closeSync, existsSync, fsyncSync, openSync, readdirSync, readSync, renameSync, rmSync, statSync } from 'node:fs' // prettier-ignore
import { basename, dirname } from 'node:path'
import Database from 'better-sqlite3'
import { Fault } from '#data/mistake.ts'

/** What is published on `copyKept`. */
export interface CopyBefore {
  readonly file: string
  readonly copy: string
  /** Versions of the schema. */
  readonly from: number
  readonly to: number
}

/** Told once for each corpus that was brought up, wherever in the program it was opened. The command line says it in a sentence. */
export const copyKept = channel('toile:copy-kept')

const pieceBytes = 1 << 20

/** Exactly what `keepBefore` makes: a copy that a person made of one is theirs. */
const ending = /^\.schema-[1-9]\d{0,3}(?:-[1-9]\d{0,3})?$/

/** Copies kept beside the corpus in `file`, of the versions before; 'study.sqlite.schema-6', in the order of their names. */
export function keptCopies(file: string): string[] {
  const [folder, name] = [dirname(file), basename(file)]
  return readdirSync(folder)
    .filter(other => other.startsWith(`${name}.schema-`) && ending.test(other.slice(name.length)))
    .toSorted()
    .map(other => file + other.slice(name.length))
}

/**
 * Keeps a copy of the corpus in `file`, which is of the schema `from`, beside it; returns its path. To be called while the caller holds the
 * write lock and has changed nothing: the copy is of that moment, and whole before it has its name. One that holds the same
 * already is taken as it is, another one is never written over.
 * @throws Fault when it can't be written; the corpus is as it was.
 */
export function keepBefore(file: string, name: string, from: number, to: number): string {
  const half = `${file}.schema-${from}.new`
  try {
    rmSync(half, { force: true })
    copyWhole(file, half)
    const copy = freePlace(file, from, half)
    if (existsSync(copy)) rmSync(half)
    else renameSync(half, copy)
    return copy
  } catch (error) {
    rmSync(half, { force: true })
    if (!isOutOfRoom(error)) throw error
    throw new Fault(
      `${name}: this corpus is of an older Toile (schema ${from}; this one writes ${to}). A copy of it is kept before it is changed, and the disk has no room for that: ` +
        `${Math.ceil(statSync(file).size / 1e6)} MB are needed. It was left as it is; free some space and run the same command again.`,
    )
  }
}

/** By a connection that reads: what is beside the file, in its log, is in the copy. */
function copyWhole(file: string, half: string): void {
  // Pages of a study are its owner's to show, from the first byte on.
  closeSync(openSync(half, 'wx', 0o600))
  const db = new Database(file, { fileMustExist: true })
  try {
    db.pragma('trusted_schema = OFF')
    db.prepare('VACUUM INTO ?').run(half)
  } finally {
    db.close()
  }
  chmodSync(half, statSync(file).mode & 0o777)
  // SQLite leaves it to the system when a copy reaches the disk; the corpus is changed only once it has.
  const handle = openSync(half, 'r+')
  fsyncSync(handle)
  closeSync(handle)
}

/** 'study.sqlite.schema-6', or the next number whose place is free or taken by the same rows. */
function freePlace(file: string, from: number, half: string): string {
  for (let number = 1; ; number++) {
    const copy = `${file}.schema-${from}${number === 1 ? '' : `-${number}`}`
    if (!existsSync(copy) || isSame(copy, half)) return copy
  }
}

/** SQLite counts changes in a file's first 100 bytes, those made by copying, too. */
const headerBytes = 100

/** Whether two copies hold the same. Piece by piece: a corpus may be larger than a buffer. */
function isSame(one: string, other: string): boolean {
  if (statSync(one).size !== statSync(other).size) return false
  const [a, b] = [openSync(one, 'r'), openSync(other, 'r')]
  try {
    const [first, second] = [Buffer.alloc(pieceBytes), Buffer.alloc(pieceBytes)]
    for (let at = headerBytes; ; at += pieceBytes) {
      const read = readSync(a, first, 0, pieceBytes, at)
      if (readSync(b, second, 0, pieceBytes, at) !== read || !first.equals(second)) return false
      if (read < pieceBytes) return true
    }
  } finally {
    closeSync(a)
    closeSync(b)
  }
}

const isOutOfRoom = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^(?:SQLITE_FULL|ENOSPC|EDQUOT)$/.test(String(error.code))
