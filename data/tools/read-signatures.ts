import { isDate } from '../entity/dated.ts'
import { Mistake } from '../mistake.ts'
import { showCell } from '../show-cell.ts'
import { isCountryCode } from '../table/country-codes.ts'
import { inFile, readTable, type TableRow } from '../table/read-table.ts'
import { type ToolCategory, toolCategories } from '../vocabulary/tool-categories.ts'
import type { Said } from '../vocabulary/words/say.ts'
import { readPattern } from './read-pattern.ts'
import type { Signature } from './signature.ts'

export const signatureColumns = ['name', 'maker', 'country', 'category', 'pattern', 'source', 'checked'] as const

/**
 * Reads a table of tools: CSV with the columns `name`, `maker`, `country`, `category`, `pattern`, `source`, `checked`; the first and `pattern` are required.
 * @throws Mistake that names every bad row of `file`.
 */
export function readSignatures(file: string, bytes: Uint8Array): Signature[] {
  const table = readTable(file, bytes, signatureColumns, 'name')
  const bad = [...table.mistakes]
  const rows = table.rows.map(row => readRow(row, said => bad.push({ ...said, line: row.line })))
  if (bad.length > 0) throw new Mistake(inFile(file, bad))
  if (rows.length === 0)
    throw new Mistake(
      `${file}: no row was found; expected at least one, or --built-in-tools to give the corpus's own table up`,
    )
  return rows.filter(row => row !== null)
}

function readRow({ cell }: TableRow, complain: (problem: Said) => void): Signature | null {
  const [name, maker, country, source] = [cell('name'), cell('maker'), cell('country').toUpperCase(), cell('source')]
  const category = cell('category') || 'other'
  const checked = cell('checked')
  const pattern = readPattern(cell('pattern'))
  if (name === '') complain({ code: 'tool-without-name', values: {} })
  if (country !== '' && !isCountryCode(country))
    complain({ code: 'not-a-country', values: { found: showCell(cell('country')) } })
  if (!isCategory(category))
    complain({ code: 'not-a-tool-category', values: { found: showCell(category), known: toolCategories.join(', ') } })
  if (pattern === null) complain({ code: 'not-a-tool-pattern', values: { found: showCell(cell('pattern')) } })
  if (checked !== '' && !isDate(checked)) complain({ code: 'not-a-date-cell', values: { found: showCell(checked) } })
  return pattern === null || !isCategory(category) ? null : { name, maker, country, category, pattern, source, checked }
}

const isCategory = (text: string): text is ToolCategory => (toolCategories as readonly string[]).includes(text)
