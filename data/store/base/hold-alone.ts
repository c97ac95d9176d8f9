import { closeSync, existsSync, openSync, renameSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { listingsFolder } from './listings-folder.ts'
import { takeFromCrawls } from './lock-corpus.ts'
import { textIndexFile } from '../words/text-index-file.ts'

/** What lies beside a corpus for as long as somebody works on it. */
const traces = ['-wal', '-shm', '-crawl.lock', '-crawl.guest']

/** What goes with the corpus: answers of archives' indexes, the index of its texts, the page at which a crawl was killed, the crawl's log with its older files. */
const companions = [
  listingsFolder(''),
  textIndexFile(''),
  '-crawl.reading',
  '.log',
  ...[1, 2, 3, 4, 5].map(number => `.log.${number}`),
]

/** Moves the corpus in `file` to the new place `to`; false: another program works on it, and nothing was done. */
export const moveCorpus = (file: string, to: string): boolean =>
  whileAlone(file, () => {
    for (const each of companions) if (existsSync(file + each)) renameSync(file + each, to + each)
    renameSync(file, to)
  })

/** Deletes the corpus in `file` for good; false: another program works on it, and nothing was done. */
export const deleteCorpus = (file: string): boolean =>
  whileAlone(file, () => [...companions, ''].forEach(each => rmSync(file + each, { recursive: true, force: true })))

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
 * Copies the corpus in `file` as it is now, whoever writes to it, to the new place `to`: whole, or not at all.
 * @throws Error of SQLite or the file system, and then nothing is there.
 */
export async function copyAlone(file: string, to: string): Promise<void> {
  const half = `${to}-copying`
  rmSync(half, { force: true })
  closeSync(openSync(half, 'wx', 0o600))
  const db = new Database(file, { fileMustExist: true, timeout: 4_000 })
  try {
    await db.backup(half)
    if (!existsSync(to)) renameSync(half, to)
  } finally {
    db.close()
    for (const trace of ['', '-wal', '-shm', '-journal']) rmSync(half + trace, { force: true })
  }
}
