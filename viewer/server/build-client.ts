import { execFile } from 'node:child_process'
import { existsSync, globSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Fault } from '#data/mistake.ts'

const viewer = join(import.meta.dirname, '..')
const root = join(viewer, '..')
const dist = join(viewer, 'client', 'dist')
/** A packaged program has no sources of the page: it comes built. */
const sourceOfPage = join(viewer, 'client', 'index.html')

/**
 * Builds the page from its sources when it is missing or older than they are (a quarter of a second); returns its folder.
 * Built beside and moved into place, so that two commands at once never serve half a page.
 */
export async function buildClient(): Promise<string> {
  if (!existsSync(sourceOfPage) || isFresh()) return dist
  const made = join(root, 'node_modules', `.toile-page-${process.pid}`)
  await runVite(made)
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

/** In a process of its own: NODE_ENV of the caller (a test's) would otherwise decide which React is built in. */
async function runVite(outDir: string): Promise<void> {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const args = [vite, 'build', '--config', join(viewer, 'client', 'vite.config.ts'), '--outDir', outDir]
  try {
    await promisify(execFile)(process.execPath, args, { env: { ...process.env, NODE_ENV: 'production' } })
  } catch (error) {
    const detail = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
    throw new Fault(`the page of the map could not be built; nothing of the corpus was touched.\n${detail}`)
  }
}

function isFresh(): boolean {
  const page = join(dist, 'index.html')
  if (!existsSync(page)) return false
  const sources = globSync(
    [
      'viewer/client/**/*.{ts,tsx,css,svg,html}',
      '{viewer/protocol,viewer/explained,data/vocabulary}/**/*.ts',
      // What explanations in a published page are reckoned with.
      'graph/{explain/reckon,explain/chance,explain/ways,analysis/paths}/*.ts',
    ],
    {
      cwd: root,
      exclude: ['viewer/client/dist*/**'],
    },
  )
  const newest = ['package-lock.json', ...sources]
    .map(file => join(root, file))
    .map(file => statSync(file).mtimeMs)
    .reduce((latest, time) => Math.max(latest, time), 0)
  return statSync(page).mtimeMs >= newest
}
