import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync } from 'node:fs'
import { Mistake } from '#data/mistake.ts'

/** Gives the finished file `temporary` its place: in one step, and never over a file that came meanwhile. `option` named it. */
export function putWhole(temporary: string, target: string, option: string): void {
  const file = openSync(temporary, 'r+')
  fsyncSync(file)
  closeSync(file)
  try {
    linkSync(temporary, target)
  } catch (error) {
    if (existsSync(target)) throw new Mistake(`${option} ${target}: this file came meanwhile; it was left as it is`)
    // A file system without hard links.
    if (error instanceof Error) renameSync(temporary, target)
  }
}
