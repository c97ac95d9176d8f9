import type { Language } from '#data/vocabulary/languages.ts'
import type { SiteColumn } from './site-column.ts'

/** How spreadsheets of a language read a table. */
const styles: Readonly<Record<Language, { readonly separator: string; readonly decimal: string }>> = {
  en: { separator: ',', decimal: '.' },
  fr: { separator: ';', decimal: ',' },
}

/** The table as it is shown, as CSV for a spreadsheet of that language, with a byte order mark for those that misread accents. */
export function csvOf(columns: readonly SiteColumn[], sites: readonly number[], language: Language): Blob {
  const { separator, decimal } = styles[language]
  const line = (cells: readonly string[]): string => `${cells.join(separator)}\r\n`
  const cellOf = (column: SiteColumn, site: number): string => {
    if (column.amount === null) return textCell(column.text(site))
    const amount = column.amount(site)
    return amount === null ? '' : String(amount).replace('.', decimal)
  }
  const rows = sites.map(site => line(columns.map(column => cellOf(column, site))))
  return new Blob(['\ufeff', line(columns.map(({ title }) => textCell(title))), ...rows], { type: 'text/csv' })
}

/** A stranger's text that a spreadsheet would take for a formula is guarded by an apostrophe, as our exports do. */
function textCell(text: string): string {
  const guarded = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",;\r\n\t]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}
