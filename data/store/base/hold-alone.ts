import { closeSync, existsSync, openSync, renameSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { besideDatabase, dropDatabase } from '#data/command/drop-database.ts'
import { keptCopies } from './keep-before.ts'
import { listingsFolder } from '../visits/listings-folder.ts'
import { takeFromCrawls } from './lock-corpus.ts'
import { textIndexFile } from '../words/text-index-file.ts'

/** What lies beside a corpus for as long as somebody works on it. */
const traces = [...besideDatabase, '-crawl.lock', '-crawl.guest']

/** What goes with the corpus: answers of archives' indexes, the index of its texts, the page at which a crawl was killed, the crawl's log with its older files. */
const companions = [
  listingsFolder(''),
  textIndexFile(''),
  '-crawl.reading',
  '.log',
  ...[1, 2, 3, 4, 5].map(number => `.log.${number}`),
]

/** Something that goes from one place to another. */
export type FileMove = readonly [from: string, to: string]

/**
 * Moves the corpus in `file` to the new place `to`, and `others` with it; false: another program works on it, and nothing was done.
 * The corpus goes last: cut short, the same move asked for again brings the rest.
 */
export const moveCorpus = (file: string, to: string, others: readonly FileMove[] = []): boolean =>
  whileAlone(file, () => {
    for (const move of others) moveIfFree(move)
    for (const each of companionsOf(file)) renameSync(file + each, to + each)
    renameSync(file, to)
  })

function moveIfFree([from, to]: FileMove): void {
  try {
    renameSync(from, to)
  } catch (error) {
    // Held by another program, as Windows does: it stays where it is.
    if (!(error instanceof Error && 'code' in error && /^(?:EBUSY|EPERM|EACCES)$/.test(String(error.code)))) throw error
  }
}

/** Deletes the corpus in `file` for good, and `others` with it; false: another program works on it, and nothing was done. */
export const deleteCorpus = (file: string, others: readonly string[] = []): boolean =>
  whileAlone(file, () => {
    const all = [...others, ...companionsOf(file).map(each => file + each), file]
    for (const each of all) rmSync(each, { recursive: true, force: true })
  })

/** Endings of what goes with the corpus in `file`. */
const companionsOf = (file: string): string[] => [
  ...companions.filter(each => existsSync(file + each)),
  ...keptCopies(file).map(copy => copy.slice(file.length)),
]

/**
 * Does `work` while no other process has the file open, all that was written being in it and nothing beside it; returns
 * whether it could. A file that is moved or deleted under another program's connection would be damaged.
 */
function whileAlone(file: string, work: () => void): boolean {
  const release = takeFromCrawls(file)
  if (release === null) return false
  try {
    if (!isWhole(file)) return false
    work()
    return true
  } finally {
    release()
    if (!existsSync(file)) for (const trace of traces) rmSync(file + trace, { force: true })
  }
}

/** SQLite leaves WAL only for who is alone with the file. What is no corpus has nothing beside it to lose. */
function isWhole(file: string): boolean {
  const db = new Database(file, { fileMustExist: true, timeout: 0 })
  try {
    db.pragma('journal_mode = DELETE')
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && String(error.code) === 'SQLITE_NOTADB'
  } finally {
    db.close()
  }
}

/**
 * Copies the corpus in `file` as it is now, whoever writes to it, to the new place `to`: whole, or not at all. `withIt` is awaited
 * in between: what it copies is at least as new as the corpus, and there before it.
 * @throws Error of SQLite or the file system, and then nothing is there.
 */
export async function copyAlone(file: string, to: string, withIt: () => Promise<void>): Promise<void> {
  const half = `${to}-copying`
  rmSync(half, { force: true })
  closeSync(openSync(half, 'wx', 0o600))
  const db = new Database(file, { fileMustExist: true, timeout: 4_000 })
  try {
    await db.backup(half)
    await withIt()
    if (!existsSync(to)) renameSync(half, to)
  } finally {
    db.close()
    dropDatabase(half)
  }
}
