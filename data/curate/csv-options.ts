import { resolve } from 'node:path'
import { InvalidArgumentError, type Command } from 'commander'
import type { Surroundings } from '../command/command.ts'
import { Mistake } from '../mistake.ts'
import { csvTable } from '../table/csv-table.ts'
import { writeTableFile } from '../table/write-table-file.ts'
import type { Field } from '../table/column.ts'
import type { LookOptions } from './curating.ts'

export interface CsvOptions extends LookOptions {
  /** True: to standard output. */
  readonly csv?: string | true
  readonly csvSeparator: string
  readonly csvBom?: boolean
}

export const withCsvOptions = (command: Command): Command =>
  command
    .option('--csv [file]', 'a table for a spreadsheet, to be read back by `entity import` (default: standard output)')
    .option('--csv-separator <char>', "between its cells; ';' for a French spreadsheet", parseSeparator, ',')
    .option('--csv-bom', 'begin it with a byte order mark, for spreadsheets that misread accents')
    .hook('preAction', refuseWithoutTable)

function refuseWithoutTable(command: Command): void {
  const { csv, csvBom } = command.opts<CsvOptions>()
  if (csv !== undefined) return
  const lost = csvBom ? '--csv-bom' : command.getOptionValueSource('csvSeparator') === 'cli' ? '--csv-separator' : null
  if (lost !== null) throw new Mistake(`${lost}: no --csv was given; expected one, since it is about that table`)
}

function parseSeparator(text: string): string {
  const separator = text === String.raw`\t` ? '\t' : text
  if (![',', ';', '\t'].includes(separator)) throw new InvalidArgumentError("expected ',', ';' or '\\t'.")
  return separator
}

/** Writes the table to the file named, or to standard output. @throws Mistake when JSON is asked for, too. */
export function writeReviewCsv<Row>(
  surroundings: Surroundings,
  { csv, json, csvSeparator, csvBom }: CsvOptions,
  fields: readonly Field<Row>[],
  rows: readonly Row[],
): void {
  if (json) throw new Mistake('--csv and --json were both given; expected one of them')
  const lines = csvTable(fields, rows, { separator: csvSeparator, ...(csvBom ? { byteOrderMark: true } : {}) })
  if (typeof csv !== 'string') {
    for (const line of lines) surroundings.out(line)
    return
  }
  const file = resolve(surroundings.cwd, csv)
  writeTableFile(file, lines)
  surroundings.err(`${file}: ${rows.length} rows. Read it back with \`entity import\`.\n`)
}
