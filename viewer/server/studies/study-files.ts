import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const ending = '.sqlite'
/** Studies put away: still there, no longer listed among the others. */
const away = 'archived'

/** Names that Windows keeps for its devices, whatever follows the point. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/**
 * Whether `text` may name a study: one name of a file on every system, without folders, nothing hidden, nothing that a
 * shell, an address or Windows reads otherwise.
 */
export const isStudyName = (text: string): boolean =>
  text.length <= 80 &&
  /^[^.\s\p{C}/\\:*?"<>|%#-][^\p{C}/\\:*?"<>|%#]*$/u.test(text) &&
  !/[.\s]$/.test(text) &&
  !devices.test(text)

/** Whether a file is there that may be a study: what leads elsewhere (a symbolic link) is none. */
export const isStudyFile = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false })?.isFile() === true

export const studyFile = (folder: string, name: string): string => join(folder, `${name}${ending}`)

export const awayFolder = (folder: string): string => join(folder, away)

/**
 * Names of the studies in `folder`, the one written last first. A study is a file of its own: what leads elsewhere (a
 * symbolic link) is none.
 */
export function studyNames(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith(ending) && isStudyName(entry.name.slice(0, -ending.length)))
    .map(entry => entry.name.slice(0, -ending.length))
    .map(name => ({ name, at: writtenAt(studyFile(folder, name)) }))
    .toSorted((a, b) => b.at - a.at || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name)
}

/**
 * The name of the study in `folder` that is called `named`, as the folder writes it; null: there is none. File systems and keyboards write é in
 * one character or two (NFC, NFD), and macOS gives back the other one than it was given.
 */
export function findStudy(folder: string, named: string): string | null {
  const names = studyNames(folder)
  if (names.includes(named)) return named
  const wanted = named.normalize('NFC')
  return names.find(name => name.normalize('NFC') === wanted) ?? null
}

/** Milliseconds since 1970; a crawl at work writes beside its file. */
export const writtenAt = (file: string): number => Math.max(timeOf(file), timeOf(`${file}-wal`))

/** An empty file beside a corpus says only that somebody reads. */
function timeOf(file: string): number {
  const stats = statSync(file, { throwIfNoEntry: false })
  return stats === undefined || (file.endsWith('-wal') && stats.size === 0) ? 0 : stats.mtimeMs
}
