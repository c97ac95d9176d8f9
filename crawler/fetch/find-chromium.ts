import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

export interface ChromiumSurroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly exists: (file: string) => boolean
  /** Where Playwright would have installed its own. */
  readonly playwrights: () => Promise<string>
}

const surroundings: ChromiumSurroundings = {
  env: process.env,
  platform: process.platform,
  exists: existsSync,
  playwrights: async () => (await import('playwright')).chromium.executablePath(),
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']

/** Where browsers stand that have no place on the PATH. */
const places: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap(folder => names.map(name => `${folder}/${name}`)),
  darwin: ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
    name => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  win32: ['C:\\Program Files', 'C:\\Program Files (x86)'].flatMap(folder => [
    `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
    `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
    `${folder}\\Chromium\\Application\\chrome.exe`,
  ]),
}

/**
 * The program file of a Chromium on this machine, or null. The first that is there of: TOILE_CHROMIUM, Playwright's own,
 * the PATH, the usual places of the platform.
 */
export async function findChromium(around: ChromiumSurroundings = surroundings): Promise<string | null> {
  const { env, platform, exists } = around
  const named = env['TOILE_CHROMIUM']
  if (named) return exists(named) ? named : null
  const own = await around.playwrights().catch(() => '')
  if (own !== '' && exists(own)) return own
  const onPath = (env['PATH'] ?? '')
    .split(delimiter)
    .filter(folder => folder !== '')
    .flatMap(folder => names.map(name => join(folder, platform === 'win32' ? `${name}.exe` : name)))
  return [...onPath, ...(places[platform] ?? [])].find(exists) ?? null
}

/** Flags for a Chromium that asks nobody for anything by itself. Root has no sandbox to run in. */
export const chromiumFlags = (isRoot = process.getuid?.() === 0): string[] => [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
