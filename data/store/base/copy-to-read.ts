import { chmodSync, copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

/**
 * SQLite said that it can't write where it wants to. It keeps files beside a WAL corpus even for reading, and a folder that
 * can't be written (a read-only disk, somebody else's) can't hold them.
 */
export const wantsToWrite = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && /^SQLITE_(READONLY|CANTOPEN)/.test(String(error.code))

/** Copies the corpus in `file` into a temporary folder, with what was written last beside it; `remove` takes both away. */
export function copyToRead(file: string): { readonly copy: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'toile-read-'))
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  const copy = join(folder, basename(file))
  try {
    for (const ending of ['', '-wal'].filter(each => existsSync(file + each))) {
      copyFileSync(file + ending, copy + ending)
      chmodSync(copy + ending, 0o600)
    }
  } catch (error) {
    remove()
    throw error
  }
  return { copy, remove }
}
