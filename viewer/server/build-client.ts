import { existsSync, globSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

const viewer = join(import.meta.dirname, '..')
const root = join(viewer, '..')
const dist = join(viewer, 'client', 'dist')

/**
 * Builds the page from its sources when it is missing or older than they are (a quarter of a second); returns its folder.
 * Built beside and moved into place, so that two commands at once never serve half a page.
 */
export async function buildClient(): Promise<string> {
  if (isFresh()) return dist
  const { build } = await import('vite')
  const made = `${dist}.${process.pid}`
  await build({ configFile: join(viewer, 'client', 'vite.config.ts'), build: { outDir: made } })
  rmSync(dist, { recursive: true, force: true })
  try {
    renameSync(made, dist)
  } catch (error) {
    // Another command was quicker: its page is made of the same sources.
    rmSync(made, { recursive: true, force: true })
    if (!existsSync(join(dist, 'index.html'))) throw error
  }
  return dist
}

function isFresh(): boolean {
  const page = join(dist, 'index.html')
  if (!existsSync(page)) return false
  const sources = globSync('client/**/*.{ts,tsx,css,svg,html}', { cwd: viewer, exclude: ['client/dist*/**'] })
  const newest = [join(root, 'package-lock.json'), ...sources.map(file => join(viewer, file))]
    .map(file => statSync(file).mtimeMs)
    .reduce((latest, time) => Math.max(latest, time), 0)
  return statSync(page).mtimeMs >= newest
}
