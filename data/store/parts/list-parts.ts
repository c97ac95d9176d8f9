import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Mistake } from '#data/mistake.ts'

/** The Parquet files of a folder, by name; those that are being made are hidden. @throws Mistake when there are none. */
export function listParts(folder: string): string[] {
  const names = existsSync(folder) ? readdirSync(folder) : []
  const files = names.filter(name => name.endsWith('.parquet') && !name.startsWith('.')).toSorted()
  if (files.length === 0)
    throw new Mistake(`${folder}: no Parquet file was found; expected those that \`extract\` makes, *.parquet`)
  return files.map(name => join(folder, name))
}
