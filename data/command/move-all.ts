import { renameSync, rmdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { makeFolder } from './make-folder.ts'

/** Something that goes from one place to another. */
export type FileMove = readonly [from: string, to: string]

/** Windows holds a file for a moment after it was closed, while it is searched for viruses. */
const [tries, waitMs] = [4, 60]
const moment = new Int32Array(new SharedArrayBuffer(4))

/**
 * Moves each in turn, or none: when one can't be moved, those before it go back. Folders that the new places want are made.
 * @throws Error of the file system, and then everything is where it was.
 */
export function moveAll(moves: readonly FileMove[]): void {
  const done: FileMove[] = []
  try {
    for (const move of moves) {
      makeFolder(dirname(move[1]), 0o700)
      renamePatiently(move)
      done.push(move)
    }
  } catch (error) {
    for (const [from, to] of done.toReversed()) {
      renamePatiently([to, from])
      dropIfEmpty(dirname(to))
    }
    throw error
  }
}

function renamePatiently([from, to]: FileMove): void {
  for (let left = tries; ; left--) {
    try {
      return renameSync(from, to)
    } catch (error) {
      if (left === 0 || !isHeld(error)) throw error
      Atomics.wait(moment, 0, 0, waitMs)
    }
  }
}

/** Another program has the file, or one in the folder, open: Windows says so by any of the three; elsewhere two of them are rights. */
export const isHeld = (error: unknown, system: NodeJS.Platform = process.platform): boolean =>
  error instanceof Error &&
  'code' in error &&
  (error.code === 'EBUSY' || (system === 'win32' && (error.code === 'EPERM' || error.code === 'EACCES')))

/** Removes the folder unless something lies in it. */
export function dropIfEmpty(folder: string): void {
  try {
    rmdirSync(folder)
  } catch {
    // Something else lies in it.
  }
}
