import type { NamedFile } from '#data/table/write-when-whole.ts'
import type { ExportModel, WriteOptions } from '../model/export-model.ts'
import { tableFile, withManifest } from './manifest.ts'
import { pandasScript, rScript } from './reading-scripts.ts'
import { ownNames, tablesOf } from './tables.ts'

/** Returns the tables, their codebook, what reads them into R and pandas, and a manifest. Memory doesn't grow with links or pages. */
export function writeCsv(model: ExportModel, options: WriteOptions = {}): readonly NamedFile[] {
  const tables = tablesOf(model).map(table => tableFile(table, ownNames(table.columns), options))
  const scripts = [
    { name: 'read.R', text: [rScript(options)], description: 'Reads the tables into R, with their types.' },
    { name: 'read.py', text: [pandasScript(options)], description: 'Reads the tables into pandas, with their types.' },
  ]
  return withManifest(model, [...tables, ...scripts], options)
}
