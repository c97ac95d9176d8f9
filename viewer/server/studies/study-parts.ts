import { existsSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, parse, sep } from 'node:path'
import type { FileMove } from '#data/command/move-all.ts'
import { partsFolder } from '#data/store/parts/find-parts.ts'
import { archiveFolder } from '#data/store/visits/archive-place.ts'
import { isMadeName, madeFolder } from '../deeds/made-files.ts'

/** A file or folder beside a corpus, and what in it is the study's own. */
interface StudyPart {
  readonly path: string
  /** Names within the folder; null: all of it. */
  readonly own: readonly string[] | null
}

/** As `crawl --archive` calls its files. */
const isArchiveName = (name: string): boolean => /^toile-[\d-]+\.warc\.gz$/.test(name)

/** As `extract` calls its files. */
const isPartName = (name: string): boolean => /^[^.].*\.parquet$/.test(name)

/** What a system leaves in a folder that was looked at. */
const isOfTheSystem = (name: string): boolean => ['.DS_Store', 'Thumbs.db', 'desktop.ini'].includes(name)

/**
 * What lies beside the corpus in `file` and is its study's own: what was made of it, what its crawls were answered, the Parquet files that it was counted
 * of, the lists that its page was given. What a person put into these folders is theirs, and stays where they put it.
 */
function partsOf(file: string): StudyPart[] {
  const { dir, name } = parse(file)
  const isList = (other: string): boolean =>
    other.startsWith(`${name}-seeds`) && /^(?:-[1-9]\d{0,5})?\.csv$/.test(other.slice(`${name}-seeds`.length))
  const lists = existsSync(dir) ? readdirSync(dir).filter(isList) : []
  return [
    ...partOf(madeFolder(file), isMadeName(file)),
    ...partOf(archiveFolder(file), isArchiveName),
    ...partOf(partsFolder(file), isPartName),
    ...lists.map(list => ({ path: join(dir, list), own: null })),
  ]
}

/** None: there is no such folder, or nothing of the study's in it. */
function partOf(folder: string, isOwn: (name: string) => boolean): StudyPart[] {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return []
  const all = readdirSync(folder)
  const own = all.filter(name => isOwn(name) || isOfTheSystem(name))
  if (own.length === all.length) return [{ path: folder, own: null }]
  return own.every(isOfTheSystem) ? [] : [{ path: folder, own }]
}

/** Where they go when the study is called as the corpus in `to`, folders as such. What would come over something that is there stays where it is. */
export function newPlacesOf(file: string, to: string): FileMove[] {
  const [from, next] = [parse(file).name, parse(to).name]
  return partsOf(file)
    .map(({ path }): FileMove => [path, join(dirname(to), `${next}${parse(path).base.slice(from.length)}`)])
    .filter(([, target]) => !existsSync(target))
}

/** The same, file by file where a folder holds what is not the study's. */
export function movesOf(file: string, to: string): FileMove[] {
  const owned = new Map(partsOf(file).map(({ path, own }) => [path, own]))
  return newPlacesOf(file, to).flatMap(([from, target]): FileMove[] => {
    const own = owned.get(from)
    return own ? own.map((name): FileMove => [join(from, name), join(target, name)]) : [[from, target]]
  })
}

/** What was made of the study in `file`, to go with it for good. */
export const madePaths = (file: string): string[] =>
  partsOf(file)
    .filter(({ path }) => path === madeFolder(file))
    .flatMap(({ path, own }) => own?.map(name => join(path, name)) ?? [path])

/** Says where something is after these moves. */
export const placeAfter =
  (moves: readonly FileMove[]) =>
  (path: string): string => {
    // A note has the name as it was typed, a listing as the file system writes it.
    const plain = path.normalize('NFC')
    const of = moves.map(([from, to]): FileMove => [from.normalize('NFC'), to])
    const move = of.find(([from]) => plain === from || plain.startsWith(from + sep))
    return move === undefined ? path : move[1] + plain.slice(move[0].length)
  }
