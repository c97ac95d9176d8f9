import { unzipSync } from 'fflate'
import { fatalMistake, shown } from '../mistake-list.ts'

/** All parts together, unpacked. */
const mostUnpacked = 300e6
const mostParts = 2_000

/**
 * Unpacks the parts of a zip file that `isWanted` names, at most 300 MB together by what the file says of them; a part is
 * given no more room than it said, so that one which lies is cut and not unpacked on. Throws a Mistake for other files.
 */
export function unzipParts(
  file: string,
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): ReadonlyMap<string, Uint8Array> {
  let [size, parts] = [0, 0]
  const isTaken = (name: string, unpacked: number): boolean => {
    parts += 1
    if (parts > mostParts) throw fatalMistake(file, 1, `more than ${mostParts} parts`, 'a workbook')
    if (!isWanted(name)) return false
    size += unpacked
    if (size > mostUnpacked)
      throw fatalMistake(
        file,
        1,
        `a workbook of ${Math.ceil(size / 1e6)} MB unpacked`,
        `at most ${mostUnpacked / 1e6} MB`,
      )
    return true
  }
  try {
    const unpacked = unzipSync(bytes, { filter: ({ name, originalSize }) => isTaken(name, originalSize) })
    return new Map(Object.entries(unpacked))
  } catch (error) {
    // fflate's own errors bear a number; whatever else is thrown is ours.
    if (!(error instanceof Error) || (!('code' in error) && !(error instanceof RangeError))) throw error
    throw fatalMistake(file, 1, `a file that can't be unpacked (${shown(error.message)})`, 'a workbook (.xlsx)')
  }
}
