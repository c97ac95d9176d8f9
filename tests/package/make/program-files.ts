import { cpSync, globSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What a person runs and reads. Tests, the page's sources (the built page is taken) and these tools stay at home. */
const taken = [
  'cli.ts',
  'toile',
  '*.md',
  'CITATION.cff',
  '{crawler,data,graph,seeds,viewer}/**/*.{ts,md,csv,json,png,sql}',
  'viewer/client/dist/**/*',
]
/** Of the page's sources what draws, which figures are drawn with on the server, too. */
const left = ['viewer/client/**/*.{tsx,css,html,svg}', 'data/corpora/**', 'CONTRIBUTING.md']

/** Paths of the program's own files in `root`, relative to it, sorted; separators are '/'. */
export function programFiles(root: string): readonly string[] {
  const found = globSync(taken, { cwd: root, exclude: left, withFileTypes: true })
  const page = globSync('viewer/client/dist/**/*', { cwd: root, withFileTypes: true })
  return [...found, ...page]
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((path, n, all) => all.indexOf(path) === n)
    .sort()
}

/** Copies the files named from `root` to `folder`, keeping their places. */
export function copyFiles(root: string, folder: string, paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    cpSync(join(root, path), join(folder, path))
  }
}
