import { mkdirSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { dropDeadLeftovers, makersMark } from './dead-leftovers.ts'

const beginning = '.toile-staging-'

/** A hidden folder in `folder`, where something grows whole or waits to be deleted. What killed processes left of theirs is removed. */
export function stagingFolder(folder: string): string {
  dropDeadStaging(folder)
  const own = join(folder, beginning + makersMark())
  mkdirSync(own, { recursive: true, mode: 0o700 })
  return mkdtempSync(join(own, 'part-'))
}

/** Removes what killed processes left in `folder`. */
export const dropDeadStaging = (folder: string): void => dropDeadLeftovers(folder, beginning)

/** Removes a staging folder with what is left in it. */
export function dropStaging(staging: string): void {
  rmSync(staging, { recursive: true, force: true, maxRetries: 3 })
  try {
    rmdirSync(dirname(staging))
  } catch {
    // Another copy grows beside it.
  }
}
