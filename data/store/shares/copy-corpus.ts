import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { unfinishedBeside } from '#data/command/dead-leftovers.ts'
import { openCorpus } from '../base/open-corpus.ts'
import { readMeta, writeMeta } from '../base/meta.ts'

/**
 * Copies the corpus in `file`, which may be at work, to `copy`: whole as of one moment. It is made on the corpus's own disk first, since SQLite is
 * not to work on a network disk; there it only is a file that grows beside its place. `mayReplace` is asked last: false leaves the older copy.
 */
export async function copyCorpus(file: string, copy: string, mayReplace: () => boolean): Promise<void> {
  const near = `${file}-copy`
  const far = unfinishedBeside(copy)
  try {
    rmSync(near, { force: true })
    closeSync(openSync(near, 'wx', 0o600))
    const corpus = openCorpus(file, 'read')
    try {
      // All pages in one step: in steps, each write of the crawl would begin it anew.
      await corpus.db.backup(near, { progress: ({ totalPages }) => Math.max(totalPages, 2 ** 30) })
    } finally {
      corpus.close()
    }
    chmodSync(near, statSync(file).mode & 0o777)
    putInPlace(near, far, copy, mayReplace)
  } finally {
    for (const left of [near, far]) rmSync(left, { force: true })
  }
}

/** Brings the copy back to where no corpus is, as after a task was called again on another machine. Returns whether it did. */
export function restoreCopy(copy: string, file: string): boolean {
  if (isThere(file) || !isThere(copy)) return false
  putInPlace(copy, `${file}-copy`, file, () => true)
  return true
}

/** A file with something in it. */
export const isThere = (file: string): boolean => existsSync(file) && statSync(file).size > 0

function putInPlace(from: string, beside: string, to: string, mayReplace: () => boolean): void {
  // Pages of a study are its owner's to show, from the first byte on; whole, a copy may be read by whom its original may.
  rmSync(beside, { force: true })
  closeSync(openSync(beside, 'wx', 0o600))
  copyFileSync(from, beside)
  const written = openSync(beside, 'r+')
  fsyncSync(written)
  closeSync(written)
  if (mayReplace()) renameSync(beside, to)
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
