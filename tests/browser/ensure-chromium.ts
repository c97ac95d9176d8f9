import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'
import type { TestProject } from 'vitest/node'
import { chromiumFlags, findChromium } from '#crawler/fetch/find-chromium.ts'

declare module 'vitest' {
  interface ProvidedContext {
    chromium: string
    chromiumFlags: string[]
    /** Where the browser that all test files share is to be found. */
    chromiumServer: string
  }
}

/**
 * Chromium's own windows, drawn without being seen: preparing the list under the address bar costs a renderer and half of
 * the time of a new page. The last --disable-features counts alone, so that Playwright's are said again.
 */
const unseen =
  `AimEnabled,AvoidCorsURLLoaderRestartOnRedirect,AvoidUnnecessaryBeforeUnloadCheckSync,DestroyProfileOnBrowserClose,
  HttpsFirstBalancedModeAutoEnable,HttpsUpgrades,LensOverlay,MediaRouter,NetworkTimeServiceQuerying,OptimizationHints,PaintHolding,
  PreconnectToSearch,TcpPortRandomizationWin,ThirdPartyStoragePartitioning,
  WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup`.replaceAll(/\s/g, '')

/** Before tests in a browser: finds a Chromium, or installs one and says so, and starts the one that all files share. */
export default async function ensureChromium(project: TestProject): Promise<() => Promise<void>> {
  const found = (await findChromium()) ?? (await installChromium())
  const flags = [...chromiumFlags(), `--disable-features=${unseen}`]
  const server = await chromium.launchServer({ executablePath: found, args: flags })
  project.provide('chromium', found)
  project.provide('chromiumFlags', flags)
  project.provide('chromiumServer', server.wsEndpoint())
  return () => server.close()
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
