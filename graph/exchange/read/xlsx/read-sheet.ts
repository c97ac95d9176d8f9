import { formatNumber } from '#data/table/format-number.ts'
import { readXml } from '../read-xml.ts'
import type { Workbook } from './workbook-parts.ts'

/** A row of a sheet: texts by column from 0, and its number. */
export interface SheetRow {
  readonly cells: ReadonlyMap<number, string>
  readonly line: number
}

/** Excel's own bound. */
const mostColumns = 16_384

/** 'AB12' → 27. */
function columnOf(reference: string): number {
  let column = 0
  for (const letter of reference.slice(0, 3)) {
    const code = letter.charCodeAt(0) - 64
    if (code < 1 || code > 26) break
    column = column * 26 + code
  }
  return column - 1
}

const dayMs = 86_400_000

/** A number of days as ISO 8601: the day, and the time where it has one. Excel takes 1900 for a leap year. */
function isoDay(days: number, from1904: boolean): string {
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30)
  const date = new Date(Math.round((epoch + days * dayMs) / 1000) * 1000)
  if (Number.isNaN(date.getTime())) return String(days)
  const text = date.toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : `${text.slice(0, 19)}Z`
}

function cellText(type: string, style: number, value: string, { texts, dated, from1904 }: Workbook): string {
  if (type === 's') return texts[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'true' : 'false'
  if (type === 'e') return ''
  if (type !== '' && type !== 'n') return value
  const number = Number(value)
  if (value.trim() === '' || Number.isNaN(number)) return value.trim()
  return dated[style] ? isoDay(number, from1904) : formatNumber(number)
}

/** Returns the rows of a sheet that have a cell; errors of formulas (#N/A) are empty. */
export function readSheet(file: string, text: string, book: Workbook): readonly SheetRow[] {
  const rows: SheetRow[] = []
  let [cells, line, at, value, type, style, reading] = [new Map<number, string>(), 0, -1, '', '', 0, 0]
  readXml(file, text, {
    open: ({ name, attributes }) => {
      if (name === 'row') {
        line = Number(attributes.get('r') ?? line + 1) || line + 1
        cells = new Map()
        at = -1
      } else if (name === 'c') {
        const reference = attributes.get('r')
        at = reference ? columnOf(reference) : at + 1
        ;[value, type, style] = ['', attributes.get('t') ?? '', Number(attributes.get('s') ?? 0)]
      } else if (name === 'rph') reading += 1
    },
    close: ({ name }, own) => {
      if (name === 'v' || (name === 't' && reading === 0)) value += own
      else if (name === 'rph') reading -= 1
      else if (name === 'c' && at >= 0 && at < mostColumns) {
        const shown = cellText(type, style, value, book)
        if (shown.trim() !== '') cells.set(at, shown)
      } else if (name === 'row' && cells.size > 0) rows.push({ cells, line })
    },
  })
  return rows
}
