import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, resolve } from 'node:path'
import { Mistake } from '../../data/mistake.ts'
import { mostBytes } from './decode-text.ts'
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

const ownTables = ['codebook.csv', 'edges.csv', 'links.csv', 'measures.csv', 'nodes.csv', 'pages.csv']

const digest = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex')

async function ownFolder(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null)
  if (!found) throw new Mistake(`${path}: no such file or folder`)
  const folder = found.isDirectory() ? path : ownTables.includes(basename(path)) ? dirname(path) : null
  const names = folder === null ? [] : await readdir(folder)
  if (folder !== null && names.includes('nodes.csv') && names.includes('edges.csv')) return folder
  if (found.isDirectory()) throw new Mistake(`${path}: a folder without nodes.csv and edges.csv found, expected both`)
  return null
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

async function readFolder(folder: string): Promise<Input> {
  const present = (await readdir(folder)).filter(name => ownTables.includes(name)).sort()
  const files = new Map<string, Uint8Array>()
  for (const name of present) files.set(name, await readBytes(join(folder, name)))
  const hash = digest([...files].map(([name, bytes]) => `${name} ${digest(bytes)}\n`).join(''))
  return { path: folder, name: basename(resolve(folder)), hash, content: { kind: 'folder', files } }
}

/**
 * Reads the file at `path`, or the folder that `export --format csv` wrote; one of its tables stands for the folder.
 * Throws a Mistake when nothing is there, or a folder is none of ours.
 */
export async function readInput(path: string): Promise<Input> {
  const folder = await ownFolder(path)
  if (folder !== null) return readFolder(folder)
  const bytes = await readBytes(path)
  return { path, name: basename(path, extname(path)), hash: digest(bytes), content: { kind: 'file', bytes } }
}
