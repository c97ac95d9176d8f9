import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Mistake } from '../../data/mistake.ts'
import type { ImportedNetwork } from './imported-network.ts'
import { readNetwork } from './read-network.ts'
import { readTables } from './read-tables.ts'

const ownTables = ['nodes.csv', 'edges.csv', 'links.csv', 'pages.csv', 'measures.csv', 'codebook.csv']

async function ownFolder(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null)
  if (!found) throw new Mistake(`${path}: no such file or folder`)
  const folder = found.isDirectory() ? path : ownTables.includes(basename(path)) ? dirname(path) : null
  const names = folder === null ? [] : await readdir(folder)
  if (folder !== null && names.includes('nodes.csv') && names.includes('edges.csv')) return folder
  if (found.isDirectory()) throw new Mistake(`${path}: a folder without nodes.csv and edges.csv found, expected both`)
  return null
}

/**
 * Reads what stands at `path`: a folder that `export --format csv` wrote (or one of its tables, which stands for the
 * folder), or a file of another tool. Throws a Mistake when it can't be read as a whole.
 */
export async function importFrom(path: string): Promise<ImportedNetwork> {
  const folder = await ownFolder(path)
  if (folder === null) return readNetwork(path, await readFile(path))
  const present = (await readdir(folder)).filter(name => ownTables.includes(name))
  const files = await Promise.all(present.map(async name => [name, await readFile(join(folder, name))] as const))
  return readTables(folder, new Map(files))
}
