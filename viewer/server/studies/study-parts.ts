import { existsSync, readdirSync } from 'node:fs'
import { dirname, join, parse, sep } from 'node:path'
import type { FileMove } from '#data/store/base/hold-alone.ts'
import { archiveFolder } from '#data/store/visits/archive-place.ts'
import { madeFolder } from '../deeds/made-files.ts'

/**
 * What lies beside the corpus in `file` and is its study's own: what was made of it, what its crawls were answered, the lists that
 * its page was given.
 */
export function partsOf(file: string): string[] {
  const { dir, name } = parse(file)
  const isList = (other: string): boolean =>
    other.startsWith(`${name}-seeds`) && /^(?:-\d+)?\.csv$/.test(other.slice(`${name}-seeds`.length))
  const lists = existsSync(dir) ? readdirSync(dir).filter(isList) : []
  return [madeFolder(file), archiveFolder(file), ...lists.map(list => join(dir, list))].filter(part => existsSync(part))
}

/** Where they go when the study is called as the corpus in `to`. What would come over something that is there stays where it is. */
export function movesOf(file: string, to: string): FileMove[] {
  const [from, next] = [parse(file).name, parse(to).name]
  return partsOf(file)
    .map((part): FileMove => [part, join(dirname(to), `${next}${parse(part).base.slice(from.length)}`)])
    .filter(([, target]) => !existsSync(target))
}

/** Says where something is after these moves. */
export const placeAfter =
  (moves: readonly FileMove[]) =>
  (path: string): string => {
    const move = moves.find(([from]) => path === from || path.startsWith(from + sep))
    return move === undefined ? path : move[1] + path.slice(move[0].length)
  }
