import { existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { chmod, copyFile, open, rm, stat } from 'node:fs/promises'
import { dropDatabase } from '#data/command/drop-database.ts'
import { unfinishedBeside } from '#data/command/dead-leftovers.ts'
import { openCorpus } from '../base/open-corpus.ts'
import { readMeta, writeMeta } from '../base/meta.ts'

/** Pages of 4 kB that are copied before the crawl goes on: some milliseconds. */
const pagesAtOnce = 1_000

/**
 * Copies the corpus in `file`, which may be at work, to `copy`: whole as of one moment. It is made on the corpus's own disk first, since SQLite is
 * not to work on a network disk; there it only is a file that grows beside its place. Nothing waits for it: gigabytes on a slow disk take minutes,
 * in which a crawl goes on. `mayReplace` is asked last: false leaves the older copy. Returns whether it took its place.
 */
export async function copyCorpus(file: string, copy: string, mayReplace: () => boolean): Promise<boolean> {
  const near = `${file}-copy`
  const far = unfinishedBeside(copy)
  try {
    await makePrivate(near)
    const corpus = openCorpus(file, 'read')
    try {
      // What is read from here on is of this moment: else each write of the crawl would begin the copy anew.
      corpus.db.exec('BEGIN')
      corpus.db.prepare('SELECT 1 FROM sqlite_schema').get()
      await corpus.db.backup(near, { progress: () => pagesAtOnce })
    } finally {
      corpus.close()
    }
    await chmod(near, (await stat(file)).mode & 0o777)
    return await putInPlace(near, far, copy, mayReplace)
  } finally {
    for (const left of [near, far]) rmSync(left, { force: true })
  }
}

/** Brings the copy back to where no corpus is, as after a task was called again on another machine. Returns whether it did. */
export async function restoreCopy(copy: string, file: string): Promise<boolean> {
  if (isThere(file) || !isThere(copy)) return false
  // The log of a corpus that is gone would be taken for this one's.
  dropDatabase(file)
  return putInPlace(copy, `${file}-copy`, file, () => true)
}

/** A file with something in it. */
export const isThere = (file: string): boolean => existsSync(file) && statSync(file).size > 0

async function putInPlace(from: string, beside: string, to: string, mayReplace: () => boolean): Promise<boolean> {
  await makePrivate(beside)
  await copyFile(from, beside)
  const written = await open(beside, 'r+')
  await written.sync()
  await written.close()
  if (!mayReplace()) return false
  renameSync(beside, to)
  return true
}

/** Pages of a study are its owner's to show, from the first byte on; whole, a copy may be read by whom its original may. */
async function makePrivate(file: string): Promise<void> {
  await rm(file, { force: true })
  await (await open(file, 'wx', 0o600)).close()
}

/** The number under which a task last had the share in `file`; 0: none. */
export function fenceIn(file: string): number {
  if (!isThere(file)) return 0
  const corpus = openCorpus(file, 'read')
  try {
    return Number(readMeta(corpus, 'fence') ?? 0)
  } finally {
    corpus.close()
  }
}

export function writeFence(file: string, number: number): void {
  const corpus = openCorpus(file, 'write')
  try {
    writeMeta(corpus, 'fence', String(number))
  } finally {
    corpus.close()
  }
}
