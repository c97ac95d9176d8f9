import { globSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { neverReadByProgram } from './never-read.ts'
import type { Platform } from './platforms.ts'

/** Takes out of `packages` (a node_modules folder) what the program never reads on `platform`. */
export function prunePackages(packages: string, { os, cpu }: Platform): void {
  const never = neverReadByProgram(`${os}-${cpu}`)
  for (const path of readdirSync(packages, { recursive: true, encoding: 'utf8' }))
    if (never.test(`/${path}`.replaceAll('\\', '/'))) rmSync(join(packages, path), { recursive: true, force: true })
}

/** Bytes of all files below `folder`. */
export const bytesOf = (folder: string): number =>
  globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter(entry => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
