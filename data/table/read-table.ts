import { CsvError, parse } from 'csv-parse/sync'
import { Mistake } from '../mistake.ts'
import { showCell } from '../show-cell.ts'
import type { MistakePlace, Said } from '../vocabulary/words/say.ts'
import { decodeText, unmarkedUtf16, noTextKind } from './decode-text.ts'

/** Something to say about a line of a list. */
export type Remark = Said & Pick<MistakePlace, 'line'>

/** The remarks with their file, in the order of its lines. */
export const inFile = (file: string, remarks: readonly Remark[]): Said[] =>
  remarks.toSorted((a, b) => a.line - b.line).map(remark => ({ ...remark, file: showCell(file) }))

/** A CSV file's rows below its header, blank ones left out. */
export interface Table {
  /** Column names: known ones as the caller spells them, others as written. */
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
  /** What is wrong with the file's form. */
  readonly mistakes: readonly Remark[]
  /** What was understood of the file's form. */
  readonly notes: readonly Remark[]
}

export interface TableRow {
  /** Line on which the row begins, the file's first being 1. */
  readonly line: number
  /** The cell under `column`, trimmed, a formula's escaping quote taken off; '' where there is none. */
  readonly cell: (column: string) => string
}

/** A row before anything is made of it. */
export interface RawRecord {
  readonly line: number
  readonly cells: readonly string[]
}

const delimiters = [',', ';', '\t'] as const

/**
 * Reads a CSV file as spreadsheet programs write it: with or without a byte order mark, comma, semicolon or tab (whichever
 * the header shows), quotes, any line ends. `known` column names are found whatever their case.
 * @throws Mistake when there is no table to read: another kind of file, no header, none of the `required` columns.
 */
export function readTable(
  file: string,
  bytes: Uint8Array,
  known: readonly string[],
  ...required: readonly string[]
): Table {
  return tableOf(file, readRecords(file, bytes), known, ...required)
}

interface Records {
  readonly records: readonly RawRecord[]
  /** Where reading had to end. */
  readonly broken: Remark | null
  readonly notes: readonly Remark[]
}

/** What a text is that is no table, and what was understood of it. */
export interface Lines {
  readonly records: readonly RawRecord[]
  readonly notes: readonly Remark[]
}

/**
 * The rows of a file, the header among them. `asLines` may take the text for something simpler than a table.
 * @throws Mistake when it is a workbook.
 */
export function readRecords(
  file: string,
  bytes: Uint8Array,
  asLines: (text: string) => Lines | null = () => null,
): Records {
  const workbook = noTextKind(bytes)
  if (workbook !== null) throw new Mistake(inFile(file, [{ line: 1, code: workbook, values: {} }]))
  const encoding = unmarkedUtf16(bytes)
  const decoded = decodeText(bytes)
  const notes: Remark[] =
    encoding === null ? [] : [{ line: 1, code: 'unmarked-encoding', values: { found: encoding.toUpperCase() } }]
  const lines = asLines(decoded)
  if (lines !== null) return { records: lines.records, broken: null, notes: [...notes, ...lines.notes] }
  const { text, delimiter, declared } = withDelimiter(decoded)
  if (declared !== null) notes.push({ line: 1, code: 'separator-line', values: { found: declared } })
  return { ...parseRecords(text, delimiter), notes }
}

/** The table that `records` make. @throws Mistake when they have no header, or none of the `required` columns. */
export function tableOf(
  file: string,
  { records, broken, notes }: Records,
  known: readonly string[],
  ...required: readonly string[]
): Table {
  const [header, ...body] = records
  const expected = { required, known: known.join(', ') }
  if (header === undefined)
    throw new Mistake(inFile(file, [broken ?? { line: 1, code: 'no-header', values: expected }]))
  const names = header.cells.map(name => name.replace(/\s+/g, ' '))
  const columns = names.map(name => known.find(word => word === name.toLowerCase()) ?? name)
  if (!required.some(name => columns.includes(name)))
    throw new Mistake(inFile(file, [wrongHeader(header.line, columns, expected)]))
  const places = new Map(columns.map((name, at) => [name, at] as const).toReversed())
  return {
    columns: columns.filter(name => name !== ''),
    rows: body.map(record => ({
      line: record.line,
      cell: column => (column === '' ? '' : (record.cells[places.get(column) ?? -1] ?? '')),
    })),
    mistakes: [
      ...repeatedColumns(columns).map((name): Remark => ({
        line: header.line,
        code: 'repeated-column',
        values: { column: showCell(name) },
      })),
      ...body.flatMap(record => strayCells(record, columns)),
      ...(broken ? [broken] : []),
    ],
    notes,
  }
}

interface Delimited {
  readonly text: string
  readonly delimiter: string
  /** What a line that had become a cell declared; null: there is none. */
  readonly declared: string | null
}

/**
 * Excel may begin a file with `sep=;`, which is no row; elsewhere the header tells. Other programs take that line for a cell
 * and write it back as one, with their own separators: '"sep=;"', 'sep=;,,,'. Then the header tells, too.
 */
function withDelimiter(text: string): Delimited {
  const declared = /^("?)sep=([,;\t])\1([,;\t]*)\n/i.exec(text)
  if (declared === null) return { text, delimiter: commonest(text), declared: null }
  const [line, quote, separator] = declared
  const rest = text.slice(line.length - 1)
  if (quote === '' && declared[3] === '') return { text: rest, delimiter: separator!, declared: null }
  return { text: rest, delimiter: commonest(rest, separator), declared: line.trim() }
}

/** The delimiter that the header holds most of, `likely` among equals. */
function commonest(text: string, likely: string = delimiters[0]): string {
  const header = text
    .trimStart()
    .replace(/"[^"]*"/g, '')
    .split('\n', 1)[0]!
  const countOf = (delimiter: string): number => header.split(delimiter).length
  return [likely, ...delimiters].reduce((best, one) => (countOf(one) > countOf(best) ? one : best))
}

/** Records that aren't blank, and the place where reading had to end if quotes are wrong. */
function parseRecords(text: string, delimiter: string): { records: RawRecord[]; broken: Remark | null } {
  const records: RawRecord[] = []
  let lastLine = 0
  try {
    parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      trim: true,
      on_record: (record: string[], info) => {
        const cells = record.map(cleanCell)
        // Blank lines are records too, so each one begins where the one before it ended.
        if (cells.some(cell => cell !== '')) records.push({ line: lastLine + 1, cells })
        lastLine = info.lines
        return null
      },
    })
    return { records, broken: null }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const code = error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'quote-not-closed' : 'quote-inside'
    return { records, broken: { line: lastLine + 1, code, values: {} } }
  }
}

interface Expected {
  readonly required: readonly string[]
  readonly known: string
}

function wrongHeader(line: number, columns: readonly string[], expected: Expected): Remark {
  const found = columns.map(name => `'${showCell(name)}'`).join(', ')
  return { line, code: 'wrong-header', values: { columns: found, ...expected } }
}

const cleanCell = (cell: string) =>
  cell
    .trim()
    .replace(/^'(?=[=+\-@\t\n])/, '')
    .trim()

/** Names that a column before them has, but for their case. */
function repeatedColumns(columns: readonly string[]): string[] {
  const seen = new Set<string>()
  return columns.filter(name => {
    const isRepeated = seen.has(name.toLowerCase())
    seen.add(name.toLowerCase())
    return name !== '' && isRepeated
  })
}

function strayCells({ line, cells }: RawRecord, columns: readonly string[]): Remark[] {
  const beyond = cells.slice(columns.length).findLast(cell => cell !== '')
  if (beyond !== undefined) {
    const values = { count: cells.length, found: showCell(beyond), expected: columns.length }
    return [{ line, code: 'too-many-cells', values }]
  }
  const unnamed = cells.findIndex((cell, at) => cell !== '' && columns[at] === '')
  if (unnamed === -1) return []
  return [{ line, code: 'unnamed-column', values: { found: showCell(cells[unnamed]!), column: unnamed + 1 } }]
}
