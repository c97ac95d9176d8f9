import { isMissing, parseFileNumber } from '../read/parse-value.ts'

/** What a column of numbers says when its cells are read together. */
export interface ReadNumbers {
  /** One for each text: a number; null where the cell says that there is none (NA, NaN, Infinity, nothing). */
  readonly numbers: readonly (number | null)[]
  /** The cells that can't be read, with what is wrong with them. */
  readonly wrong: readonly { readonly at: number; readonly found: string }[]
  /** A cell whose mark was taken for decimals though it could group thousands; empty if there is none. */
  readonly doubtful: string
}

type Mark = ',' | '.'

/** How one cell can be read: its mark surely sets off decimals, surely groups thousands, or either. */
type Sign = 'plain' | 'decimal' | 'grouped' | 'either' | 'none'

const patterns: Readonly<Record<Mark, readonly (readonly [Sign, RegExp])[]>> = {
  ',': [
    ['either', /^[+-]?[1-9]\d{0,2},\d{3}$/],
    ['grouped', /^[+-]?[1-9]\d{0,2}(?:,\d{3}){2,}$/],
    ['grouped', /^[+-]?[1-9]\d{0,2}(?:,\d{3})+\.\d+$/],
    ['decimal', /^[+-]?(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+),\d+(?:e[+-]?\d+)?$/i],
  ],
  '.': [
    ['either', /^[+-]?[1-9]\d{0,2}\.\d{3}$/],
    ['grouped', /^[+-]?[1-9]\d{0,2}(?:\.\d{3}){2,}$/],
    ['grouped', /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+,\d+$/],
    ['decimal', /^[+-]?(?:\d+\.\d*|\.\d+|[1-9]\d{0,2}(?:,\d{3})+\.\d+)(?:e[+-]?\d+)?$/i],
  ],
}

const plain = /^[+-]?\d+(?:e[+-]?\d+)?$/i

const signOf = (text: string, mark: Mark): Sign =>
  plain.test(text) ? 'plain' : (patterns[mark].find(([, pattern]) => pattern.test(text))?.[0] ?? 'none')

/** Thousands set apart by spaces or apostrophes, as in French and Swiss tables, leave no doubt. */
const withoutGaps = (text: string): string => {
  const trimmed = text.trim()
  return /^[+-]?\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+(?:[.,]\d+)?$/.test(trimmed)
    ? trimmed.replace(/[ \u00a0\u2009\u202f'’]/g, '')
    : trimmed
}

type Meaning = 'decimal' | 'grouped' | 'unknown' | 'both'

/**
 * What `mark` means in the column: decided by its cells that leave no doubt; else by a cell like 1,200 beside 950, as
 * decimals written to a fixed length leave no bare 950, and trimmed ones no final 0.
 */
function meaningOf(texts: readonly string[], mark: Mark, separator: string): Meaning {
  const other: Mark = mark === ',' ? '.' : ','
  const signs = texts.map(text => signOf(text, mark))
  const others = texts.map(text => signOf(text, other))
  const isDecimal = signs.includes('decimal') || others.includes('grouped')
  const isGrouped = signs.includes('grouped') || others.includes('decimal')
  if (isDecimal || isGrouped) return isDecimal && isGrouped ? 'both' : isDecimal ? 'decimal' : 'grouped'
  // A point groups thousands in tables of countries that write semicolons, nowhere else.
  if (mark === '.' && separator !== ';') return 'unknown'
  const doubtful = texts.filter((_, at) => signs[at] === 'either')
  const bare = texts.filter((_, at) => signs[at] === 'plain')
  const isRound = doubtful.some(text => text.endsWith('0'))
  return isRound && bare.length > 0 && bare.every(text => Math.abs(Number(text)) < 1000) ? 'grouped' : 'unknown'
}

const asWritten = (text: string, decimal: Mark): number =>
  parseFileNumber(decimal === ',' ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', ''))

/**
 * Reads the cells of one column as numbers. `1,200` alone could be 1200 or 1.2: the column as a whole decides. Where it
 * doesn't, a point is a decimal point, and a comma is refused, but in a table with semicolons, where it is a decimal
 * comma; `doubtful` quotes such a cell. O(cells).
 */
export function readNumberColumn(given: readonly string[], separator: string): ReadNumbers {
  const texts = given.map(withoutGaps)
  const told = texts.filter(text => !isMissing(text))
  const decimal = decimalMark(told, separator)
  const numbers = texts.map(text => (isMissing(text) ? null : asWritten(text, decimal ?? '.')))
  const wrong = texts.flatMap((text, at) =>
    isMissing(text) || (!Number.isNaN(numbers[at]) && fits(text, decimal))
      ? []
      : [{ at, found: wrongCell(text, told, separator) }],
  )
  return { numbers, wrong, doubtful: doubtfulCell(told, decimal, separator) }
}

/** Null: nothing decides. */
function decimalMark(told: readonly string[], separator: string): Mark | null {
  const comma = meaningOf(told, ',', separator)
  const point = meaningOf(told, '.', separator)
  if (comma === 'both' || point === 'both') return null
  if (comma === 'decimal' || point === 'grouped') return ','
  if (comma === 'grouped' || point === 'decimal') return '.'
  const hasDoubtfulComma = told.some(text => signOf(text, ',') === 'either')
  if (!hasDoubtfulComma) return '.'
  return separator === ';' ? ',' : null
}

const isNumberLike = (text: string): boolean => signOf(text, ',') !== 'none' || signOf(text, '.') !== 'none'

/** With no mark decided, a cell with a comma can't be read. */
function fits(text: string, decimal: Mark | null): boolean {
  if (!isNumberLike(text)) return false
  return decimal !== null || plain.test(text) || !text.includes(',')
}

function wrongCell(text: string, told: readonly string[], separator: string): string {
  if (!isNumberLike(text)) return 'a weight that is no number'
  return meaningOf(told, ',', separator) === 'both'
    ? `the weight '${text}', whose comma sets off decimals in some rows and thousands in others,`
    : `the weight '${text}', which may be ${text.replace(',', '')} or ${text.replace(',', '.')},`
}

/** A mark that was taken for decimals on the ground of the table's habit alone. */
function doubtfulCell(told: readonly string[], decimal: Mark | null, separator: string): string {
  if (separator !== ';' || decimal === null || meaningOf(told, decimal, separator) !== 'unknown') return ''
  return told.find(text => signOf(text, decimal) === 'either') ?? ''
}
