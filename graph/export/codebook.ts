import { edgeTable } from './edge-fields.ts'
import { linkTable, measureTable, pageTable } from './evidence-fields.ts'
import type { Column, ExportModel, Field } from './export-model.ts'
import { nodeTable } from './node-fields.ts'

export interface CodebookRow {
  readonly table: string
  readonly column: Column
}

/** Columns of codebook.csv. */
export const codebookTable: readonly Field<CodebookRow>[] = [
  {
    id: 'table',
    title: 'Table',
    type: 'text',
    unit: '',
    description: 'File that has the column, without its .csv.',
    read: row => row.table,
  },
  {
    id: 'column',
    title: 'Column',
    type: 'text',
    unit: '',
    description: 'Name of the column in the header.',
    read: row => row.column.id,
  },
  {
    id: 'type',
    title: 'Type',
    type: 'text',
    unit: '',
    description: 'text, integer, number, boolean (true, false), date, or list (values separated by |).',
    read: row => row.column.type,
  },
  {
    id: 'unit',
    title: 'Unit',
    type: 'text',
    unit: '',
    description: 'What one unit counts or measures, or the notation of the values; empty if there is none.',
    read: row => row.column.unit,
  },
  {
    id: 'description',
    title: 'Description',
    type: 'text',
    unit: '',
    description: 'What the column holds.',
    read: row => row.column.description,
  },
]

/** Returns one row for every column that writeCsv writes, its own included. */
export function codebookRows(model: Pick<ExportModel, 'nodes' | 'nodeColumns'>): readonly CodebookRow[] {
  const tables: readonly (readonly [string, readonly Column[]])[] = [
    ['nodes', nodeTable(model)],
    ['edges', edgeTable],
    ['links', linkTable],
    ['pages', pageTable],
    ['measures', measureTable],
    ['codebook', codebookTable],
  ]
  return tables.flatMap(([table, columns]) => columns.map(column => ({ table, column })))
}
