import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { Mistake } from '#data/mistake.ts'
import { mostBytes } from './decode-file.ts'
import type { Files } from './read-tables.ts'

/** What stands at a path, read and not yet understood. */
export interface Input {
  /** As the user wrote it; for one of our own tables, its folder. */
  readonly path: string
  /** The name of a corpus made of it: without folders and ending. */
  readonly name: string
  /** SHA-256, hexadecimal; of a folder, of the names and digests of its tables. */
  readonly hash: string
  readonly content:
    { readonly kind: 'file'; readonly bytes: Uint8Array } | { readonly kind: 'folder'; readonly files: Files }
}

/** Folders that are read as one: by what must be there, and what else is looked at. */
const folders: readonly { readonly needed: readonly string[]; readonly further: readonly string[] }[] = [
  { needed: ['nodes.csv', 'edges.csv'], further: ['codebook.csv', 'links.csv', 'measures.csv', 'pages.csv'] },
  { needed: ['webentities.json', 'links.json'], further: [] },
]

const digest = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex')

interface Folder {
  readonly path: string
  readonly names: readonly string[]
}

/** The folder that `path` is, or stands for: one of its files does. Null: a file of its own. */
async function folderOf(path: string): Promise<Folder | null> {
  const found = await stat(path).catch(() => null)
  if (!found) throw new Mistake(`${path}: no such file or folder`)
  const folder = found.isDirectory() ? path : dirname(path)
  const present = await readdir(folder)
  for (const { needed, further } of folders) {
    const names = [...needed, ...further].sort()
    const isMeant = found.isDirectory() || names.includes(basename(path))
    if (isMeant && needed.every(name => present.includes(name)))
      return { path: folder, names: names.filter(name => present.includes(name)) }
  }
  if (!found.isDirectory()) return null
  throw new Mistake(
    `${path}: a folder without nodes.csv and edges.csv found, expected both (or webentities.json and links.json of Hyphe)`,
  )
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path)
    if (size > mostBytes)
      throw new Mistake(`${path}:1: a file of ${Math.ceil(size / 1e6)} MB found, expected at most 500 MB`)
    return await readFile(path)
  } catch (error) {
    if (error instanceof Mistake || !(error instanceof Error) || !('code' in error)) throw error
    throw new Mistake(`${path}: it could not be read (${String(error.code)})`)
  }
}

async function readFolder({ path, names }: Folder): Promise<Input> {
  const files = new Map<string, Uint8Array>()
  for (const name of names) files.set(name, await readBytes(join(path, name)))
  const hash = digest([...files].map(([name, bytes]) => `${name} ${digest(bytes)}\n`).join(''))
  return { path, name: basename(resolve(path)), hash, content: { kind: 'folder', files } }
}

/**
 * Reads the file at `path`, or the folder that `export --format csv` or a backup of Hyphe wrote; one of its files stands
 * for the folder. Throws a Mistake when nothing is there, or a folder is none of these.
 */
export async function readInput(path: string): Promise<Input> {
  const folder = await folderOf(path)
  if (folder !== null) return readFolder(folder)
  const bytes = await readBytes(path)
  return { path, name: basename(path, extname(path)), hash: digest(bytes), content: { kind: 'file', bytes } }
}
