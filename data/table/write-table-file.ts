import { closeSync, existsSync, openSync, readSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { unfinishedBeside } from '../command/dead-leftovers.ts'
import { makeFolder } from '../command/make-folder.ts'
import { Fault, Mistake } from '../mistake.ts'

const databaseHead = 'SQLite format 3\0'

/**
 * Writes a table that a person asked for, whole or not at all: an earlier one is replaced in one step; what is no file, as /dev/stdout, is
 * written to as it stands. @throws Mistake for a folder or a database, Fault when the disk fails: what stood there is unchanged.
 */
export function writeTableFile(file: string, lines: Iterable<string>): void {
  const found = statSync(file, { throwIfNoEntry: false })
  if (found?.isDirectory()) throw new Mistake(`${file} is a folder; expected the name of a file`)
  if (found?.isFile() && headOfFile(file) === databaseHead)
    throw new Mistake(`${file} is a database, perhaps a corpus; expected another file`)
  const text = [...lines].join('')
  const growing = unfinishedBeside(file)
  try {
    if (found !== undefined && !found.isFile()) return writeFileSync(file, text)
    makeFolder(dirname(file))
    writeFileSync(growing, text)
    renameSync(growing, file)
  } catch (error) {
    if (existsSync(growing)) rmSync(growing)
    if (!(error instanceof Error) || !('syscall' in error)) throw error
    throw new Fault(`${file} could not be written (${error.message}); what stood there before is unchanged`)
  }
}

function headOfFile(file: string): string {
  const handle = openSync(file, 'r')
  try {
    const head = Buffer.alloc(databaseHead.length)
    return head.toString('latin1', 0, readSync(handle, head, 0, head.length, 0))
  } finally {
    closeSync(handle)
  }
}
