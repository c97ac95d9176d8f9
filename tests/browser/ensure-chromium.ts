import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { chromiumFlags, findChromium } from '#crawler/fetch/find-chromium.ts'

declare module 'vitest' {
  interface ProvidedContext {
    chromium: string
    chromiumFlags: string[]
  }
}

/** Before tests in a browser: finds a Chromium, or installs one and says so. */
export default async function ensureChromium(project: TestProject): Promise<void> {
  const found = (await findChromium()) ?? (await installChromium())
  project.provide('chromium', found)
  project.provide('chromiumFlags', chromiumFlags())
}

async function installChromium(): Promise<string> {
  if (process.env['TOILE_CHROMIUM'])
    throw new Error(`TOILE_CHROMIUM names ${process.env['TOILE_CHROMIUM']}, where there is no file`)
  for (const [program, ...args] of recipes()) {
    process.stderr.write(`No Chromium found for the tests in a browser: ${[program, ...args].join(' ')}\n`)
    const { status } = spawnSync(program!, args, {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
    if (status !== 0) break
  }
  const installed = await findChromium()
  if (installed === null)
    throw new Error(
      'no Chromium, and none could be installed: install Chromium or Chrome, or set TOILE_CHROMIUM to its program file',
    )
  return installed
}

/** Debian's own package where we may install it; else Playwright's download, which needs no rights but a network. */
function recipes(): string[][] {
  const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (isDebianRoot)
    return [
      ['apt-get', 'update'],
      ['apt-get', 'install', '-y', '--no-install-recommends', 'chromium'],
    ]
  const cli = join(import.meta.dirname, '..', '..', 'node_modules', 'playwright', 'cli.js')
  return [[process.execPath, cli, 'install', 'chromium']]
}
