import type { Num } from '../findings/num.ts'
import type { TableBlock, TableColumn } from './block.ts'
import { type Inline, type Prose, prose } from '#data/vocabulary/words/prose.ts'

/** What stands in a cell; nothing leaves it empty. */
type Cell = Prose | Inline | Num | null | undefined

/** A column: its head, and what stands under it in each row. The first column names the rows. */
export interface ReadColumn<Row> extends TableColumn {
  readonly cell: (row: Row) => Cell
}

const columnOf =
  (align: TableColumn['align']) =>
  <Row>(head: Inline, cell: (row: Row) => Cell): ReadColumn<Row> => ({ head: [head], align, cell })
export const wordColumn = columnOf('start')
/** Words that stay on one line. */
export const shortWords = columnOf('short')
export const numbers = columnOf('end')

/** A table of `rows`, each column told with its cells. */
export const table = <Row>(caption: Prose, rows: readonly Row[], columns: readonly ReadColumn<Row>[]): TableBlock => ({
  kind: 'table',
  caption,
  columns: columns.map(({ head, align }) => ({ head, align })),
  rows: rows.map(row => columns.map(({ cell }) => prose`${cell(row) ?? []}`)),
})
