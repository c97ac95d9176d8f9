import { CsvError, parse } from 'csv-parse/sync'
import { unguardText } from '#data/table/csv-cell.ts'
import { decodeFile } from './decode-file.ts'
import { fatalMistake, mistakeList } from './mistake-list.ts'

interface TableRow {
  /** As many as the header has; guards against spreadsheets' formulas taken off. */
  readonly cells: readonly string[]
  /** Line on which the row begins; the header's is 1. */
  readonly line: number
}

export interface ForeignTable {
  readonly file: string
  readonly header: readonly string[]
  readonly rows: readonly TableRow[]
  /** Between the cells. */
  readonly separator: string
  /** Rows of empty cells, as spreadsheets leave them; they are not among `rows`. */
  readonly blankRows: number
}

const separators: readonly string[] = [',', ';', '\t', '|']

/** The separator that stands most often in the header, outside quotes. */
function separatorOf(text: string): string {
  const counts = new Map(separators.map(separator => [separator, 0]))
  let isQuoted = false
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted
    else if (isQuoted) continue
    else if (character === '\r' || character === '\n') break
    else if (counts.has(character)) counts.set(character, counts.get(character)! + 1)
  }
  const best = separators.reduce((most, separator) => (counts.get(separator)! > counts.get(most)! ? separator : most))
  return counts.get(best) === 0 && isSpaced(text) ? ' ' : best
}

/** Ties with spaces between their cells, as R's write.table writes them: their header alone can tell. */
function isSpaced(text: string): boolean {
  const names = new Set(/^[^\r\n]{0,2000}/.exec(text)![0].toLowerCase().replaceAll('"', '').split(' '))
  return (names.has('source') && names.has('target')) || (names.has('from') && names.has('to'))
}

interface Parsed {
  readonly record: readonly string[]
  /** The record as it stands in the file. */
  readonly raw: string
}

function records(file: string, text: string, delimiter: string): readonly Parsed[] {
  try {
    return parse(text, {
      delimiter,
      raw: true,
      relax_column_count: true,
    }) as unknown as readonly Parsed[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw fatalMistake(file, Number(error['lines'] ?? 1), error.message.replace(/\.$/, ''), 'a table (RFC 4180)')
  }
}

/** Rows with the line that each begins on; empty lines are no rows. csv-parse's own count takes CRLF in a cell for two. */
function withLines(parsed: readonly Parsed[]): readonly TableRow[] {
  let next = 1
  return parsed.flatMap(({ record, raw }) => {
    const line = next
    next += raw.match(/\r\n|\r|\n/g)?.length ?? 0
    return raw.trim() === '' ? [] : [{ cells: record.map(unguardText), line }]
  })
}

/** An empty cell of a table of one column is a row; where there are several, all of them empty are none. */
const isBlank = (cells: readonly string[], width: number): boolean =>
  (width > 1 || cells.length > 1) && cells.every(cell => cell.trim() === '')

/** R's write.table leaves out the corner of a matrix: each row has its name before its cells, and the header none. */
function withCorner(head: TableRow, rows: readonly TableRow[]): TableRow {
  const names = new Set(head.cells)
  const isMatrix =
    rows.length > 1 && rows.every(({ cells }) => cells.length === head.cells.length + 1 && names.has(cells[0]!))
  return isMatrix ? { ...head, cells: ['', ...head.cells] } : head
}

/** R's write.table also leaves out the name of the column with the numbers of its rows, which tell nothing. */
function withoutRowNumbers(width: number, rows: readonly TableRow[]): readonly TableRow[] {
  const isNumbered =
    rows.length > 0 && rows.every(({ cells }, at) => cells.length === width + 1 && cells[0] === String(at + 1))
  return isNumbered ? rows.map(({ cells, line }) => ({ cells: cells.slice(1), line })) : rows
}

/**
 * Reads a table as spreadsheets of any country save it: comma, semicolon, tab or bar (ties with spaces, as R writes them), with or without byte order mark,
 * UTF-8 or windows-1252. Throws a Mistake with every row that has another number of cells than the header.
 */
export function readPlainTable(file: string, bytes: Uint8Array): ForeignTable {
  const text = decodeFile(file, bytes)
  const separator = separatorOf(text)
  const [head, ...given] = withLines(records(file, text, separator))
  const first = head && withCorner(head, given)
  if (!first) throw fatalMistake(file, 1, 'an empty file', 'a header and rows')
  const told = withoutRowNumbers(first.cells.length, given)
  const rows = told.filter(({ cells }) => !isBlank(cells, first.cells.length))
  const mistakes = mistakeList(file)
  for (const { cells, line } of rows)
    if (cells.length !== first.cells.length)
      mistakes.add(line, `${cells.length} cells`, `${first.cells.length}, as in the header`)
  mistakes.throwIfAny()
  return { file, header: first.cells, rows, separator, blankRows: told.length - rows.length }
}
