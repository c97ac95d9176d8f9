import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Fault } from '#data/mistake.ts'
import { packagedManifest } from './npm-manifest.ts'
import type { Platform } from './platforms.ts'

/**
 * Installs into `program` the packages that the program needs on `platform`, of the versions in the lock file of `root`; npm
 * fetches those of another system as well as one's own. No install script is run (.npmrc).
 * @throws Fault when npm fails or brings no runtime: without network, say.
 */
export function installPackages(root: string, program: string, platform: Platform): void {
  writeFileSync(join(program, 'package.json'), `${JSON.stringify(packagedManifest(root, platform.runtime), null, 2)}\n`)
  for (const file of ['package-lock.json', '.npmrc']) cpSync(join(root, file), join(program, file))
  const system = [`--os=${platform.os}`, `--cpu=${platform.cpu}`, ...(platform.os === 'linux' ? ['--libc=glibc'] : [])]
  const onWindows = process.platform === 'win32'
  const npm = spawnSync(onWindows ? 'npm.cmd' : 'npm', ['install', '--omit=dev', ...system], {
    cwd: program,
    stdio: ['ignore', 2, 2],
    shell: onWindows,
  })
  if (npm.error || npm.status !== 0)
    throw new Fault(`npm could not install the packages for ${platform.name} (${npm.error?.message ?? npm.status})`)
  if (!existsSync(join(program, 'node_modules', platform.runtime, platform.node)))
    throw new Fault(`npm brought no ${platform.runtime}: ${platform.name} has no runtime`)
  for (const file of ['package-lock.json', '.npmrc']) rmSync(join(program, file))
}
