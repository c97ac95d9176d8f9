import { existsSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright'
import { dropDeadLeftovers, isOfTheDead, makersMark, namesIn } from '#data/command/dead-leftovers.ts'

const ours = 'toile-browser-'
/** Playwright's name of a browser's temporary profile. */
const profile = 'playwright_chromiumdev_profile-'

/** Where this process's browsers keep what they download. */
export const artifactsFolder = (): string => join(tmpdir(), ours + makersMark())

/** Removes it, as the last browser is closed. */
export function dropArtifacts(): void {
  try {
    rmdirSync(artifactsFolder())
  } catch {
    // It was never made, or another renderer of this process uses it.
  }
}

/** Whose a browser's profile is, so that one that a killed process left (some megabytes) is known as ours. */
export async function markProfile(browser: Browser): Promise<void> {
  const session = await browser.newBrowserCDPSession()
  const { commandLine } = await session.send('SystemInfo.getInfo')
  await session.detach()
  const name = commandLine.match(/playwright_chromiumdev_profile-\w+/)?.[0]
  if (name !== undefined && existsSync(join(tmpdir(), name)))
    writeFileSync(join(tmpdir(), name, ours + makersMark()), '')
}

/** Removes what browsers of killed processes left in the system's temporary folder: none but our own. */
export function dropDeadBrowsers(): void {
  dropDeadLeftovers(tmpdir(), ours)
  for (const name of namesIn(tmpdir())) {
    const folder = join(tmpdir(), name)
    if (name.startsWith(profile) && namesIn(folder).some(isOfTheDead(ours)))
      rmSync(folder, { recursive: true, force: true })
  }
}
