import type { ImportedNetwork } from '#graph/exchange/import/imported-network.ts'
import { decodeFile } from '../decode-file.ts'
import { fatalMistake, shown } from '../mistake-list.ts'
import { couldBeEdges, couldBeNodes, readForeignTable, readForeignTables } from '../read-foreign-table.ts'
import type { ForeignTable } from '../read-plain-table.ts'
import { readSheet, type SheetRow } from './read-sheet.ts'
import { unzipParts } from './unzip-parts.ts'
import { readWorkbook } from './workbook-parts.ts'

const isPart = (name: string): boolean =>
  /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml|styles\.xml|worksheets\/[^/]+\.xml)$/.test(name)

/** Rows above the header that a sheet may have: NodeXL groups its columns by a row of titles. */
const mostTitles = 4

/** The table of a sheet from the row `at` on; columns without a name are left out, but the corner of a matrix. */
function tableFrom(file: string, rows: readonly SheetRow[], at: number): ForeignTable {
  const head = rows[at]!.cells
  const named = [...head.keys()].sort((a, b) => a - b)
  let first = named[0]!
  for (const { cells } of rows.slice(at + 1)) for (const column of cells.keys()) if (column < first) first = column
  const columns = first < named[0]! ? [first, ...named] : named
  const told = rows
    .slice(at + 1)
    .map(({ cells, line }) => ({ cells: columns.map(column => cells.get(column) ?? ''), line }))
  return {
    file,
    header: columns.map(column => head.get(column) ?? ''),
    rows: told.filter(({ cells }) => cells.some(cell => cell.trim() !== '')),
    separator: '',
    blankRows: 0,
  }
}

/** The table that stands in a sheet: from the first of its first rows that names ends of ties or nodes; null: none. */
function tableOf(file: string, rows: readonly SheetRow[]): ForeignTable | null {
  const heads = rows.slice(0, mostTitles).map(({ cells }) => ({ header: [...cells.values()] }))
  const [edges, nodes] = [heads.findIndex(couldBeEdges), heads.findIndex(couldBeNodes)]
  if (rows.length < 2) return null
  return tableFrom(file, rows, edges !== -1 ? edges : Math.max(0, nodes))
}

/**
 * What NodeXL says of the whole graph: 'Graph Directedness' among the settings of its hidden sheet Misc, else 'Graph Type'
 * of its Overall Metrics, with the word in the next cell; null: nothing.
 */
function graphType(sheets: readonly { readonly rows: readonly SheetRow[] }[]): 'directed' | 'undirected' | null {
  for (const wanted of ['graph directedness', 'graph type'])
    for (const { cells } of sheets.flatMap(({ rows }) => rows))
      for (const [column, text] of cells) {
        const said = text.trim().toLowerCase() === wanted ? (cells.get(column + 1) ?? '').trim().toLowerCase() : ''
        if (said === 'directed' || said === 'undirected') return said
      }
  return null
}

/**
 * Reads an Excel workbook as the tables in its sheets: one with ends of ties, one with nodes, known by their headers (NodeXL's
 * Edges and Vertices, too); else its first sheet as any table. Formulas count with their stored values, days are ISO 8601.
 */
export function readXlsx(file: string, bytes: Uint8Array): ImportedNetwork {
  const parts = unzipParts(file, bytes, isPart)
  const textOf = (part: string): string | null => {
    const found = parts.get(part)
    return found ? decodeFile(file, found) : null
  }
  const book = readWorkbook(file, textOf)
  const written = book.sheets.flatMap(({ name, part }) => {
    const text = textOf(part)
    return text === null ? [] : [{ name, rows: readSheet(file, text, book) }]
  })
  const sheets = written.flatMap(({ name, rows }) => {
    const table = tableOf(`${file} [${name}]`, rows)
    return table === null || table.rows.length === 0 ? [] : [{ name, table }]
  })
  if (sheets.length === 0) throw fatalMistake(file, 1, 'no sheet with a header and rows', 'a workbook (.xlsx)')
  const edges = sheets.find(({ table }) => couldBeEdges(table))
  const nodes = edges && sheets.find(sheet => sheet !== edges && couldBeNodes(sheet.table))
  const used = edges ? [edges, ...(nodes ? [nodes] : [])] : [sheets[0]!]
  const type = edges ? graphType(written.filter(({ name }) => name !== edges.name && name !== nodes?.name)) : null
  const areDirected = type !== 'undirected'
  const read =
    edges && nodes
      ? readForeignTables(nodes.table, edges.table, areDirected)
      : readForeignTable(used[0]!.table, areDirected)
  const others = sheets.filter(sheet => !used.includes(sheet)).map(({ name }) => shown(name))
  return {
    ...read,
    format: `Excel workbook, ${read.format}`,
    remarks: [
      ...(type === null ? [] : [`The workbook says that its graph is ${type}.`]),
      ...(others.length > 0 ? [`Sheets that were left out: ${others.slice(0, 20).join(', ')}.`] : []),
      ...read.remarks,
    ],
  }
}
