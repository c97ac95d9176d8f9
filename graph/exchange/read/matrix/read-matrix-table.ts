import { emptyNetwork, type RawNetwork } from '#graph/exchange/import/raw-network.ts'
import { mistakeList, shown } from '../mistake-list.ts'
import { isMissing } from '../parse-value.ts'
import { plainSpaces } from '../plain-spaces.ts'
import type { ForeignTable } from '../read-plain-table.ts'
import { matrixRemarks, matrixTies } from './matrix-ties.ts'
import { nameNode } from './name-node.ts'

const numberLike = /^[+-]?[\d.,\s]+(?:e[+-]?\d+)?$/i

const isCell = (text: string): boolean => isMissing(text) || text.trim() === '.' || numberLike.test(text.trim())

/**
 * Whether a table is a matrix: the names of its rows are those of its columns, or most of them are and all cells are
 * numbers, so that what is missing can be told.
 */
export function isMatrixTable({ header, rows }: ForeignTable): boolean {
  const columns = new Set(header.slice(1).map(plainSpaces))
  const names = rows.map(({ cells }) => plainSpaces(cells[0] ?? ''))
  if (columns.size < 2 || names.length < 2) return false
  const shared = names.filter(name => columns.has(name)).length
  if (shared === names.length && columns.size === names.length) return true
  return shared * 2 > Math.max(names.length, columns.size) && rows.every(({ cells }) => cells.slice(1).every(isCell))
}

const quoted = (names: readonly string[]): string =>
  names.slice(0, 5).map(shown).join(', ') + (names.length > 5 ? `, … (${names.length})` : '')

/**
 * Reads a square matrix with names in its first row and column; the columns may come in another order than the rows.
 * Throws a Mistake that names rows without a column, columns without a row, and names that come twice.
 */
export function readMatrixTable(table: ForeignTable): RawNetwork {
  const columns = table.header.slice(1).map(plainSpaces)
  const rows = table.rows.map(({ cells }) => plainSpaces(cells[0]!))
  const mistakes = mistakeList(table.file)
  const twice = [columns, rows].flatMap(names => names.filter((name, at) => names.indexOf(name) !== at))
  const [rowSet, columnSet] = [new Set(rows), new Set(columns)]
  const rowless = columns.filter(name => !rowSet.has(name))
  const columnless = rows.filter(name => !columnSet.has(name))
  const size = `a matrix of ${rows.length} rows and ${columns.length} columns`
  if (twice.length > 0) mistakes.add(1, `${size} with ${quoted(twice)} twice`, 'each name once')
  if (rowless.length > 0)
    mistakes.add(1, `${size}, without a row of ${quoted(rowless)},`, 'a square matrix: the same names in both')
  if (columnless.length > 0)
    mistakes.add(1, `${size}, without a column of ${quoted(columnless)},`, 'a square matrix: the same names in both')
  mistakes.throwIfAny()
  const places = new Map(columns.map((name, at) => [name, at + 1]))
  const order = rows.map(name => places.get(name)!)
  const cells = table.rows.map(row => order.map(at => row.cells[at] ?? ''))
  const lines = table.rows.map(({ line }) => line)
  const ties = matrixTies({ rows, columns: rows, cells, lines }, true)
  return {
    ...emptyNetwork,
    format: 'matrix',
    separator: table.separator,
    nodes: rows.map((id, at) => nameNode(id, lines[at]!)),
    edges: ties.edges,
    remarks: matrixRemarks(ties),
  }
}
