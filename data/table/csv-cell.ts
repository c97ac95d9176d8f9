import { cleanText } from './clean-text.ts'
import type { Value } from './column.ts'
import { formatNumber } from './format-number.ts'
import { writeListCell } from './list-cell.ts'

export interface CsvStyle {
  readonly separator: string
  readonly decimal: '.' | ','
  readonly unguarded?: boolean
}

// A spreadsheet runs a cell that begins so. Apostrophes before it are counted too, or taking one off would lose one.
const couldBeFormula = /^'*[=+\-@\t\r]/

/** Returns the text that spreadsheets show and don't run: a leading `'` before `= + - @`, tab, CR. */
export function guardText(text: string): string {
  return couldBeFormula.test(text) ? `'${text}` : text
}

/** Takes off the `'` that guardText put; any other text is returned as it is. */
export function unguardText(text: string): string {
  return text.startsWith("'") && couldBeFormula.test(text) ? text.slice(1) : text
}

/** RFC 4180: quotes around a cell that holds the separator, a quote or a line's end; quotes inside are doubled. */
function quoteWhenNeeded(text: string, separator: string): string {
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function cellText(value: Value, { decimal, unguarded }: CsvStyle): string {
  if (value === null) return ''
  if (typeof value === 'number') return formatNumber(value, decimal)
  if (typeof value === 'boolean') return String(value)
  const text = cleanText(typeof value === 'string' ? value : writeListCell(value))
  return unguarded ? text : guardText(text)
}

/** Returns one cell as it stands in the file. Numbers are never guarded: `-1` stays a number. */
export function csvCell(value: Value, style: CsvStyle): string {
  return quoteWhenNeeded(cellText(value, style), style.separator)
}
