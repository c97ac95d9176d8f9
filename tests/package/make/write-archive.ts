import { createWriteStream, globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { create } from 'tar'
import { ZipFile } from 'yazl'

/** Files below `folder`, relative, sorted: the same tree gives the same order on every file system. */
const filesBelow = (folder: string): readonly string[] =>
  globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()

const isRun = (file: string): boolean => (statSync(file).mode & 0o100) !== 0

async function writeZip(parent: string, name: string, archive: string, at: Date): Promise<void> {
  const zip = new ZipFile()
  for (const path of filesBelow(join(parent, name))) {
    const file = join(parent, name, path)
    zip.addFile(file, `${name}/${path}`, { mtime: at, mode: isRun(file) ? 0o100755 : 0o100644, compressionLevel: 9 })
  }
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(archive))
}

/**
 * Writes the folder `name` of `parent` into `archive` (of which the name ends in .zip or .tar.gz). Every entry bears the time `at`, and nobody's name, so
 * that the same files give the same bytes.
 */
export async function writeArchive(parent: string, name: string, archive: string, at: Date): Promise<void> {
  if (archive.endsWith('.zip')) return writeZip(parent, name, archive, at)
  const files = filesBelow(join(parent, name)).map(path => `${name}/${path}`)
  await create({ file: archive, cwd: parent, gzip: { level: 9 }, portable: true, mtime: at, noDirRecurse: true }, files)
}
