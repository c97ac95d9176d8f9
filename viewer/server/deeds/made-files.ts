import { closeSync, constants, existsSync, openSync, readdirSync, readFileSync, statSync, writeSync } from 'node:fs'
import { join, parse } from 'node:path'
import type { MadeFile } from '#viewer/protocol/deeds/deeds-data.ts'
import { madeEnding } from '#viewer/protocol/deeds/made-ending.ts'

/** Where the page's exports and reports of the corpus in `file` go: a folder beside it. */
export const madeFolder = (file: string): string => {
  const { dir, name } = parse(file)
  return join(dir, `${name}-files`)
}

/** Names of what the page made, a line each; exports and reports bear the name that the study had then. */
const listName = '.toile-made'

/** A link in its place leads nowhere; Windows has no such flag. */
const appendHere = constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY | (constants.O_NOFOLLOW ?? 0)

/** Notes that the page makes `name` in `folder`: what else lies there is a person's own. */
export function noteMade(folder: string, name: string): void {
  if (listedIn(folder).has(name)) return
  const handle = openSync(join(folder, listName), appendHere, 0o600)
  try {
    writeSync(handle, `${name}\n`)
  } finally {
    closeSync(handle)
  }
}

function listedIn(folder: string): ReadonlySet<string> {
  const list = join(folder, listName)
  return new Set(existsSync(list) ? readFileSync(list, 'utf8').split('\n') : [])
}

/**
 * Says of a name in the folder of the corpus in `file` whether the page made it. Before it kept a list, all was called after the
 * study; what a killed export left is nobody else's.
 */
export function isMadeName(file: string): (name: string) => boolean {
  const { name: title } = parse(file)
  const listed = listedIn(madeFolder(file))
  return name =>
    name === listName ||
    listed.has(name) ||
    /^\..+\.unfinished-/.test(name) ||
    (name.startsWith(title) && madeEnding.test(name.slice(title.length)))
}

/** Puts on the list what is known by the study's name alone, before the study is called otherwise. */
export function listMade(file: string): void {
  const folder = madeFolder(file)
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return
  for (const name of readdirSync(folder).filter(isMadeName(file))) if (!name.startsWith('.')) noteMade(folder, name)
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
