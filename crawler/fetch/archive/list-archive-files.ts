import { type Dirent, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Mistake } from '#data/mistake.ts'

/** What holds records: WARC and ARC files, packed or not, finished or not (Heritrix's .open), and WACZ. */
export const archiveNames = /\.(?:w?arc(?:\.gz)?(?:\.open)?|wacz)$/i
/** Dictionaries and all: nobody but a few programs reads it. */
const packedOtherwise = /\.w?arc\.(?:zst|bz2|xz|br|7z)$/i

/** Lists of the records of such files: they hold no pages, and what is read lists them itself. */
const indexNames = /\.cdxj?(?:\.gz)?$|\.idx$/i

export interface ArchiveFiles {
  /** In the order of their paths. */
  readonly files: readonly string[]
  /** Archives in a packing that isn't read. */
  readonly unread: readonly string[]
}

/**
 * Archive files in `path` and its subfolders, or `path` itself when it is one.
 * @throws Mistake when there are none.
 */
export function listArchiveFiles(path: string): ArchiveFiles {
  const all = allFiles(path)
  const files = all.filter(file => archiveNames.test(file)).toSorted()
  const unread = all.filter(file => packedOtherwise.test(file)).toSorted()
  if (files.length > 0) return { files, unread }
  const index = all.find(file => indexNames.test(file))
  const hint = unread[0] !== undefined ? `; ${sayUnread(unread[0])}` : index === undefined ? '' : `; ${sayIndex(index)}`
  throw new Mistake(
    `--from-archive ${path}: no archive was found in it or its subfolders, expected .warc, .warc.gz, .arc, .arc.gz or .wacz files${hint}`,
  )
}

/** Why an archive isn't read, and what to do. */
export const sayUnread = (file: string): string =>
  `${file}: its packing is not read; unpacked (zstd -d, for .zst), it is`

const sayIndex = (file: string): string =>
  `${file} is an index: it names records of files that were not there, and is not needed beside them`

function allFiles(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isFile()) return [path]
  if (!found?.isDirectory())
    throw new Mistake(
      `--from-archive ${path}: nothing was found there, expected a folder of WARC files (--archive makes it)`,
    )
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true }).flatMap(entry => {
      const file = join(entry.parentPath, entry.name)
      return isFile(entry, file) ? [file] : []
    })
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Mistake(`--from-archive ${path}: it can't be read (${code}); expected a folder of WARC files`)
  }
}

/** A link to a file counts as one; a link to a folder may go round in a circle. */
const isFile = (entry: Dirent, file: string): boolean =>
  entry.isFile() || (entry.isSymbolicLink() && statSync(file, { throwIfNoEntry: false })?.isFile() === true)
