import { globSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Platform } from './platforms.ts'

/** Nothing of these is read when the program runs. Licences stay wherever they are. */
const neverRead = [
  'node-*/{include,share}',
  'node-*/CHANGELOG.md',
  'better-sqlite3/{deps,src}',
  '**/*.{map,d.ts,d.mts,d.cts,flow,markdown}',
  '**/{README,CHANGELOG,HISTORY,readme,changelog}.md',
  '**/.github',
  'zod/src',
  '@noble/*/src',
  'fontkit/{src,dist/browser*}',
  'pdfkit/{.yarn,js/pdfkit.standalone.js,js/pdfkit.browser.*}',
  // Figures are written in the regular and the bold.
  '@expo-google-fonts/*/{500Medium,600SemiBold}{,_Italic}',
  '@expo-google-fonts/*/{400Regular,700Bold}_Italic',
  '@expo-google-fonts/**/*.png',
  '.package-lock.json',
]

/** better-sqlite3's own names of systems. */
const prebuildOf = ({ os, cpu }: Platform): string => `${os}-${cpu}.node`

/** Takes out of `packages` (a node_modules folder) what the program never reads on `platform`. */
export function prunePackages(packages: string, platform: Platform): void {
  for (const path of globSync(neverRead, { cwd: packages }))
    rmSync(join(packages, path), { recursive: true, force: true })
  for (const path of globSync('better-sqlite3/prebuilds/*.node', { cwd: packages }))
    if (!path.replaceAll('\\', '/').endsWith(`/${prebuildOf(platform)}`)) rmSync(join(packages, path))
}

/** Bytes of all files below `folder`. */
export const bytesOf = (folder: string): number =>
  globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter(entry => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
