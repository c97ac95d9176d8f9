import type { NamedFile } from '#data/table/write-when-whole.ts'
import type { ExportModel, WriteOptions } from '../model/export-model.ts'
import { ownNames, tablesOf } from './tables.ts'

/** Returns the five tables and their codebook. Memory doesn't grow with links or pages. */
export function writeCsv(model: ExportModel, options: WriteOptions = {}): readonly NamedFile[] {
  return tablesOf(model).map(({ name, columns, lines }) => [`${name}.csv`, lines(options, ownNames(columns))])
}
