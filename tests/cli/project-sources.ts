import { readFileSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

/** One source file of the project: its path from the root with `/`, and its text. */
export interface Source {
  readonly path: string
  readonly text: string
}

const rooms = ['crawler', 'data', 'graph', 'seeds', 'viewer']

function* filesIn(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) {
      if (entry.name !== 'dist' && entry.name !== 'corpora') yield* filesIn(join(folder, entry.name))
    } else if (/\.tsx?$/.test(entry.name)) yield join(folder, entry.name)
}

/** Every source file of the rooms below `root`, and cli.ts, sorted by path. */
export const projectSources = (root: string): readonly Source[] =>
  [join(root, 'cli.ts'), ...rooms.flatMap(room => [...filesIn(join(root, room))])]
    .map(file => ({ path: relative(root, file).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))

/** `text` without its comments, spaces collapsed: what runs. Good enough to look for words in; a `//` after a colon is an address. */
export const codeOf = (text: string): string =>
  text
    .replace(/\/\*[^]*?\*\//g, ' ')
    .replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1')
    .replace(/\s+/g, ' ')
