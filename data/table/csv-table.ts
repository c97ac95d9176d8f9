import { csvCell, type CsvStyle } from './csv-cell.ts'
import type { TableOptions } from './table-options.ts'
import type { Field, Value } from './column.ts'

export interface ForPrograms {
  /** For programs alone, which are no spreadsheet: text stands as it is, without the `'` before what a spreadsheet would run; default false. */
  readonly unguarded?: boolean
}

/**
 * Yields a table line by line, the header first. Own writer: csv-stringify neither leaves numbers unguarded while it
 * guards text, nor writes decimal commas, nor guards so that a reader can take the guard off without loss.
 */
export function* csvTable<Row>(
  fields: readonly Field<Row>[],
  rows: Iterable<Row>,
  options: TableOptions & ForPrograms = {},
): Generator<string> {
  const style: CsvStyle = {
    separator: options.separator ?? ',',
    decimal: options.decimal ?? '.',
    unguarded: options.unguarded ?? false,
  }
  const line = (values: readonly Value[]) => values.map(value => csvCell(value, style)).join(style.separator) + '\n'
  yield (options.byteOrderMark ? '\ufeff' : '') + line(fields.map(field => field.id))
  for (const row of rows) yield line(fields.map(field => field.read(row)))
}
