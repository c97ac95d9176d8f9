import type { ExportModel, WriteOptions } from '../model/export-model.ts'
import { ownNames, tablesOf } from './tables.ts'

/** A file of a folder: its name and its text, in pieces that are made only when asked for. */
export type NamedFile = readonly [name: string, text: Iterable<string>]

/** Returns the five tables and their codebook. Memory doesn't grow with links or pages. */
export function writeCsv(model: ExportModel, options: WriteOptions = {}): readonly NamedFile[] {
  return tablesOf(model).map(({ name, columns, lines }) => [`${name}.csv`, lines(options, ownNames(columns))])
}
