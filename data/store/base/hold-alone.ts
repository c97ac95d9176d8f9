import { closeSync, existsSync, mkdtempSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { besideDatabase } from '#data/command/drop-database.ts'
import { dropIfEmpty, type FileMove, moveAll } from '#data/command/move-all.ts'
import { dropStaging, stagingFolder } from '#data/command/staging-folder.ts'
import { keptCopies } from './keep-before.ts'
import { listingsFolder } from '../visits/listings-folder.ts'
import { takeFromCrawls } from './lock-corpus.ts'
import { textIndexFile } from '../words/text-index-file.ts'

/** What lies beside a corpus for as long as somebody works on it. */
const traces = [...besideDatabase, '-crawl.lock', '-crawl.guest']

/** What goes with the corpus: SQLite's log of a damaged one, answers of archives' indexes, the index of its texts, the page at which a crawl was killed, the crawl's log with its older files. */
const companions = [
  '-wal',
  '-journal',
  listingsFolder(''),
  textIndexFile(''),
  '-crawl.reading',
  '.log',
  ...[1, 2, 3, 4, 5].map(number => `.log.${number}`),
]

/**
 * Moves the corpus in `file` to the new place `to`, and `others` with it; false: another program works on it, and nothing was done.
 * The corpus goes last: cut short, the same move asked for again brings the rest.
 * @throws Error of the file system, such as EBUSY where Windows has a folder open, or of SQLite, such as SQLITE_FULL, and then everything is where it was.
 */
export const moveCorpus = (file: string, to: string, others: readonly FileMove[] = []): boolean =>
  whileAlone(file, { isLeaving: false }, () =>
    moveAll([...others, ...companionsOf(file).map((each): FileMove => [file + each, to + each]), [file, to]]),
  )

/**
 * Deletes the corpus in `file` for good, and `others` with it; false: another program works on it, and nothing was done. All goes
 * into one folder first, so that nothing is half deleted: what can't be moved throws, and everything is where it was. On a disk without room for a
 * folder, where deleting is what helps, the corpus goes first, and the rest after it.
 */
export const deleteCorpus = (file: string, others: readonly string[] = []): boolean =>
  whileAlone(file, { isLeaving: true }, () => {
    const all = [...others, ...companionsOf(file).map(each => file + each)]
    const leaving = leavingFolder(dirname(file))
    if (leaving === null) return deleteAtOnce(file, all)
    try {
      moveAll([...all, file].map((each, nth): FileMove => [each, join(leaving, String(nth))]))
    } catch (error) {
      dropIfEmpty(leaving)
      throw error
    }
    dropLeaving(leaving)
  })

/** Null: the disk has no room for it. */
function leavingFolder(folder: string): string | null {
  try {
    return mkdtempSync(join(folder, '.toile-leaving-'))
  } catch (error) {
    if (lacksRoom(error)) return null
    throw error
  }
}

/** Only what is whole comes where the next start would go on deleting. */
function dropLeaving(leaving: string): void {
  try {
    const staging = stagingFolder(dirname(leaving))
    renameSync(leaving, join(staging, 'all'))
    dropStaging(staging)
  } catch {
    rmSync(leaving, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** What another program holds stays. */
function deleteAtOnce(file: string, others: readonly string[]): void {
  rmSync(file)
  for (const path of others)
    try {
      rmSync(path, { recursive: true, force: true })
    } catch {
      // The study is gone; this is a file beside it.
    }
}

/** Endings of what goes with the corpus in `file`. */
const companionsOf = (file: string): string[] => [
  ...companions.filter(each => existsSync(file + each)),
  ...keptCopies(file).map(copy => copy.slice(file.length)),
]

/**
 * Does `work` while no other process has the file open, all that was written being in it and nothing beside it; returns
 * whether it could. A file that is moved or deleted under another program's connection would be damaged. One that `isLeaving` need not be whole.
 * @throws Error of SQLite or the file system when that can't be had: no room, a folder that can't be written.
 */
function whileAlone(file: string, { isLeaving }: { readonly isLeaving: boolean }, work: () => void): boolean {
  const release = isLeaving ? takeToLeave(file) : takeFromCrawls(file)
  if (release === null) return false
  try {
    if (!isWhole(file, isLeaving)) return false
    work()
    return true
  } finally {
    release()
    if (!existsSync(file)) for (const trace of traces) rmSync(file + trace, { force: true })
  }
}

/** SQLite wants room for a lock only once it has it, so a crawl at work is heard of on a full disk, too. */
function takeToLeave(file: string): (() => void) | null {
  try {
    return takeFromCrawls(file)
  } catch (error) {
    if (lacksRoom(error)) return () => undefined
    throw error
  }
}

const lacksRoom = (error: unknown): boolean => /^(?:ENOSPC|EDQUOT|SQLITE_FULL)$/.test(codeOf(error))

/** SQLite leaves WAL only for who is alone with the file; false: somebody else has it. What is no corpus, or a damaged one, takes along what lies beside it. */
function isWhole(file: string, isLeaving: boolean): boolean {
  const db = new Database(file, { fileMustExist: true, timeout: 0 })
  try {
    db.pragma('journal_mode = DELETE')
    return true
  } catch (error) {
    const code = codeOf(error)
    if (code.startsWith('SQLITE_BUSY')) return false
    if (isLeaving || code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return true
    throw error
  } finally {
    db.close()
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/**
 * Copies the corpus in `file` as it is now, whoever writes to it, to the new place `to`, and `others` with it: whole, or not at all.
 * `copyPart` copies one of the others; they are at least as new as the corpus. All grows in one folder beside `to`, which the
 * next copy or start removes after a kill.
 * @throws Error of SQLite or the file system (EEXIST: something is there by now), and then nothing is there.
 */
export async function copyAlone(
  file: string,
  to: string,
  others: readonly FileMove[],
  copyPart: (move: FileMove) => Promise<void>,
): Promise<void> {
  const staging = stagingFolder(dirname(to))
  const grown = (nth: number): string => join(staging, String(nth))
  try {
    await backUp(file, grown(others.length))
    for (const [nth, [from]] of others.entries()) await copyPart([from, grown(nth)])
    const targets = [...others.map(([, target]) => target), to]
    const taken = targets.find(target => existsSync(target))
    if (taken !== undefined) throw Object.assign(new Error(`${taken} is there by now`), { code: 'EEXIST' })
    moveAll(targets.map((target, nth): FileMove => [grown(nth), target]))
  } finally {
    dropStaging(staging)
  }
}

async function backUp(file: string, to: string): Promise<void> {
  closeSync(openSync(to, 'wx', 0o600))
  const db = new Database(file, { fileMustExist: true, timeout: 4_000 })
  try {
    await db.backup(to)
  } finally {
    db.close()
  }
}
