import { existsSync, readdirSync, statSync } from 'node:fs'
import { join, parse } from 'node:path'
import type { MadeFile } from '#viewer/protocol/deeds/deeds-data.ts'

/** Where the page's exports and reports of the corpus in `file` go: a folder beside it. */
export const madeFolder = (file: string): string => {
  const { dir, name } = parse(file)
  return join(dir, `${name}-files`)
}

/** The page of a report, which can be read where it lies. */
export const reportPage = 'report.html'

/** What was made, the newest first. What leads elsewhere (a symbolic link) is left out. */
export function madeFiles(corpusFile: string): MadeFile[] {
  const folder = madeFolder(corpusFile)
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => (entry.isFile() || entry.isDirectory()) && !entry.name.startsWith('.'))
    .flatMap(entry => {
      const path = join(folder, entry.name)
      const stats = statSync(path, { throwIfNoEntry: false })
      if (stats === undefined) return []
      const isFolder = entry.isDirectory()
      const bytes = isFolder ? sizeOf(path) : stats.size
      const hasPage = isFolder && existsSync(join(path, reportPage))
      return [{ name: entry.name, isFolder, bytes, at: stats.mtimeMs, hasPage }]
    })
    .toSorted((a, b) => b.at - a.at || (a.name < b.name ? -1 : 1))
}

/** Our folders are flat. */
export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ name }) => name)
    .toSorted()

const sizeOf = (folder: string): number =>
  filesIn(folder).reduce((sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0), 0)
