import { realpathSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, parse, relative, resolve, sep } from 'node:path'
import type { Corpus } from '../base/corpus.ts'
import { toldOfCount } from './told-of-count.ts'

/** Where the Parquet files of a corpus are looked for first: a folder beside it that is called after it and goes where it goes. */
export const partsFolder = (file: string): string => {
  const { dir, name } = parse(file)
  return join(dir, `${name}.parts`)
}

/** The way from the corpus's folder to its parts, as its run keeps it ('.': they lie in it); '' where they are elsewhere. */
export function wayToParts(corpusFile: string, parts: string): string {
  const way = relative(dirname(resolve(corpusFile)), resolve(parts))
  return isAbsolute(way) || way.split(sep)[0] === '..' ? '' : way.replaceAll(sep, '/') || '.'
}

/** `refused`: the file names a place outside its own folder, or a link leads out of it. */
export type FoundParts =
  | { readonly kind: 'none' }
  | { readonly kind: 'found'; readonly folder: string }
  | { readonly kind: 'refused'; readonly way: string }

/**
 * The folder of the Parquet files that the corpus was counted of, when nobody names it: the one called after the corpus, else the one that its count noted.
 * A corpus may be a stranger's: no place outside its own folder is looked at, whatever it says.
 */
export function findParts(corpus: Corpus): FoundParts {
  const told = toldOfCount(corpus)
  if (told === null) return { kind: 'none' }
  const beside = dirname(resolve(corpus.file))
  const ways = [relative(beside, partsFolder(resolve(corpus.file))), told.parts].filter(way => way !== '')
  for (const way of ways) {
    const found = placeBelow(beside, way)
    if (found.kind !== 'none') return found
  }
  return { kind: 'none' }
}

/** Longer than any way that `count` notes. */
const mostWay = 1_000

function placeBelow(beside: string, way: string): FoundParts {
  const refused = { kind: 'refused', way } as const
  if (isAbsolute(way) || way.length > mostWay || way.split(/[\\/]/).includes('..')) return refused
  const folder = join(beside, way)
  try {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return { kind: 'none' }
    // A link may lead anywhere.
    return wayToParts(join(realpathSync(beside), 'x'), realpathSync(folder)) === ''
      ? refused
      : { kind: 'found', folder }
  } catch {
    // No name of a file, or a folder that this user may not enter.
    return refused
  }
}
