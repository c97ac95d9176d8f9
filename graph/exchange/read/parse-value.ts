import type { ColumnType, Value } from '#data/table/column.ts'

/** Returns the number that `text` writes, with a point or a comma for its decimals; NaN for any other text. */
export function parseFileNumber(text: string): number {
  const trimmed = text.trim()
  if (trimmed === '') return Number.NaN
  if (/^[+-]?\d+,\d+(?:e[+-]?\d+)?$/i.test(trimmed)) return Number(trimmed.replace(',', '.'))
  return /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(trimmed) ? Number(trimmed) : Number.NaN
}

/** What programs write where there is no number: R and pandas NA, igraph NAN, Gephi null, and what has no end. */
const missing = /^(?:|[+-]?(?:inf|infinity|nan|∞)|null|none|na|n\/a|#n\/a)$/i

/** Whether a cell of numbers says that there is none. */
export const isMissing = (text: string): boolean => missing.test(text.trim())

/**
 * Returns the value of a cell of a declared type; null for an empty one and for numbers that are none on purpose (NaN,
 * INF, NA, null); undefined when the text is no value of the type.
 */
export function parseValue(text: string, type: ColumnType): Value | undefined {
  if (type === 'text' || type === 'date' || type === 'list') return text
  if (isMissing(text)) return null
  if (type === 'boolean')
    return /^\s*(?:true|1)\s*$/i.test(text) ? true : /^\s*(?:false|0)\s*$/i.test(text) ? false : undefined
  const number = parseFileNumber(text)
  if (Number.isNaN(number)) return undefined
  // Beyond 2^53 a number would lose digits: an identifier, not a quantity.
  return Number.isInteger(number) && !Number.isSafeInteger(number) && !/e/i.test(text) ? text : number
}

export const expectedOf: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  date: 'a date',
  list: 'text',
  integer: 'a number',
  number: 'a number',
  boolean: 'true or false',
}
