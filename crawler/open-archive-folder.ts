import { mkdtempSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import { makeFolder } from '#data/command/make-folder.ts'
import { Mistake } from '#data/mistake.ts'

/**
 * Makes the folder of --archive, its owner's alone, and tries to write into it, before anything is asked or stored.
 * @throws Mistake when that can't be done.
 */
export function openArchiveFolder(folder: string): void {
  try {
    makeFolder(folder, 0o700)
    rmdirSync(mkdtempSync(join(folder, '.toile-')))
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException
    throw new Mistake({ code: 'archive-unwritable', values: { folder, code } })
  }
}
