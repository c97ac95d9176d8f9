import { csvTable } from '#data/table/csv-table.ts'
import { linkTable, measureTable, pageTable } from '../model/evidence-fields.ts'
import type { ExportModel, WriteOptions } from '../model/export-model.ts'
import type { Column, Field } from '#data/table/column.ts'
import { similarTable } from '#graph/words/similar/similar-rows.ts'
import { withDays } from '#data/table/day-columns.ts'
import { nodeTable } from '../model/node-fields.ts'
import { fieldsOfEmptyTable } from '../model/of-file.ts'
import { columnsOfEdges } from '../model/columns-of-edges.ts'

/** A table of an export: its columns, and its lines as they are asked for. */
export interface WrittenTable {
  /** File name without its .csv. */
  readonly name: string
  readonly columns: readonly Column[]
  /** The lines of the file, its columns called `names`. */
  readonly lines: (options: WriteOptions, names: readonly string[]) => Iterable<string>
}

export function writtenTable<Row>(name: string, plain: readonly Field<Row>[], rows: Iterable<Row>): WrittenTable {
  const fields = withDays(plain)
  const renamed = (names: readonly string[]) =>
    fields.map((field, index) => ({ ...field, id: names[index] ?? field.id }))
  return { name, columns: fields, lines: (options, names) => csvTable(renamed(names), rows, options) }
}

interface CodebookRow {
  readonly table: string
  readonly column: string
  readonly about: Column
}

const codebookFields: readonly Field<CodebookRow>[] = [
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
    read: row => row.column,
  },
  {
    id: 'type',
    title: 'Type',
    type: 'text',
    unit: '',
    description: 'text, integer, number, boolean (true, false), date, or list (values separated by |).',
    read: row => row.about.type,
  },
  {
    id: 'unit',
    title: 'Unit',
    type: 'text',
    unit: '',
    description: 'What one unit counts or measures, or the notation of the values; empty if there is none.',
    read: row => row.about.unit,
  },
  {
    id: 'description',
    title: 'Description',
    type: 'text',
    unit: '',
    description: 'What the column holds.',
    read: row => row.about.description,
  },
]

type Namer = (columns: readonly Column[]) => readonly string[]

/** Returns one row for every column of `tables`, and for those of the codebook itself. */
export function codebookOf(tables: readonly Pick<WrittenTable, 'name' | 'columns'>[], namesOf: Namer): WrittenTable {
  const all = [...tables, { name: 'codebook', columns: codebookFields }]
  const rows = all.flatMap(({ name, columns }) => {
    const names = namesOf(columns)
    return columns.map((about, index) => ({ table: name, column: names[index]!, about }))
  })
  return writtenTable('codebook', codebookFields, rows)
}

export const ownNames: Namer = columns => columns.map(column => column.id)

/**
 * Returns the tables of CONTRACT.md and their codebook, last; of a graph that is not of links, its nodes and edges
 * alone. Links, pages and whom sites resemble are read once, lazily.
 */
export function tablesOf(model: ExportModel, namesOf: Namer = ownNames): readonly WrittenTable[] {
  const relation = model.relation ?? 'links'
  const graph = [
    writtenTable('nodes', nodeTable(model), model.nodes),
    writtenTable('edges', columnsOfEdges(model).table, model.edges),
  ]
  const evidence = <Row>(fields: readonly Field<Row>[]) => (model.ofFile ? fieldsOfEmptyTable(fields) : fields)
  const rest = () => [
    writtenTable('links', evidence(linkTable), model.links),
    writtenTable('pages', evidence(pageTable), model.pages),
    writtenTable('measures', measureTable(model.ofFile), model.measures),
  ]
  const alike = model.similar === undefined ? [] : [writtenTable('similar', similarTable, model.similar)]
  const tables = relation === 'links' ? [...graph, ...rest(), ...alike] : graph
  return [...tables, codebookOf(tables, namesOf)]
}
