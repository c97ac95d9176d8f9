import { csvTable } from '#data/table/csv-table.ts'
import type { ColumnType, Field, Value } from '#data/table/column.ts'
import type { StudyChange } from '../find-change.ts'

type Line<Row> = readonly [id: string, type: ColumnType, unit: string, description: string, read: (row: Row) => Value]

/** Columns, each told in one line. */
export const changeColumns = <Row>(lines: readonly Line<Row>[]): readonly Field<Row>[] =>
  lines.map(([id, type, unit, description, read]) => ({ id, title: id, type, unit, description, read }))

/** A table made of a change. */
export interface ChangeTable {
  readonly columns: readonly string[]
  /** Each row by its columns. */
  readonly rows: (change: StudyChange) => readonly Readonly<Record<string, Value>>[]
  /** The same as CSV, with its header. */
  readonly lines: (change: StudyChange) => Iterable<string>
}

export const changeTableOf = <Row>(
  columns: readonly Field<Row>[],
  rowsOf: (change: StudyChange) => readonly Row[],
): ChangeTable => ({
  columns: columns.map(({ id }) => id),
  rows: change => rowsOf(change).map(row => Object.fromEntries(columns.map(({ id, read }) => [id, read(row)]))),
  lines: change => csvTable(columns, rowsOf(change)),
})
