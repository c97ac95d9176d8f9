import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { version } from '#data/command/version.ts'
import { buildClient } from '#viewer/server/build-client.ts'
import { installPackages } from './install-packages.ts'
import type { Platform } from './platforms.ts'
import { copyFiles, programFiles } from './program-files.ts'
import { bytesOf, prunePackages } from './prune-packages.ts'
import { starters } from './starters.ts'
import { writeArchive } from './write-archive.ts'

/** A package as it was written. Bytes. */
export interface MadePackage {
  readonly file: string
  readonly toDownload: number
  readonly onDisk: number
}

/** Lays the package for `platform` out in `folder`: starters, and the program with its packages and its runtime. */
export async function layOut(root: string, folder: string, platform: Platform): Promise<void> {
  await buildClient()
  const program = join(folder, 'program')
  mkdirSync(program, { recursive: true })
  installPackages(root, program, platform)
  prunePackages(join(program, 'node_modules'), platform)
  copyFiles(root, program, programFiles(root))
  for (const { path, text, isRun } of starters(platform)) {
    writeFileSync(join(folder, path), text)
    if (isRun) chmodSync(join(folder, path), 0o755)
  }
  cpSync(join(root, 'README.md'), join(folder, 'README.md'))
}

/**
 * Makes the package of `platform` in the folder `out`: Toile-<version>-<platform>.zip or .tar.gz.
 * @param at the time that every file in it bears
 * @throws Fault when the packages can't be fetched; nothing is left in `out` then.
 */
export async function makePackage(root: string, out: string, platform: Platform, at: Date): Promise<MadePackage> {
  const name = `Toile-${version}-${platform.name}`
  const staging = mkdtempSync(join(tmpdir(), 'toile-package-'))
  try {
    await layOut(root, join(staging, name), platform)
    mkdirSync(out, { recursive: true })
    const file = join(out, `${name}.${platform.archive}`)
    await writeArchive(staging, name, file, at)
    return { file, toDownload: statSync(file).size, onDisk: bytesOf(join(staging, name)) }
  } finally {
    rmSync(staging, { recursive: true, force: true })
  }
}
