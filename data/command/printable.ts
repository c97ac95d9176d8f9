/**
 * `text` from strangers, safe to print on a terminal: control characters (escape sequences begin with one), line ends
 * and the characters that turn the direction of writing become spaces.
 */
export const printable = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g, ' ')

/** Rows as columns of text, two spaces apart, the widest cell of a column cut at `most` characters. */
export function printedColumns(rows: readonly (readonly string[])[], most = 60): string {
  const cells = rows.map(row => row.map(cell => cut(printable(cell), most)))
  const widths = (cells[0] ?? []).map((_, column) =>
    cells.reduce((widest, row) => Math.max(widest, [...(row[column] ?? '')].length), 0),
  )
  return cells
    .map(
      row =>
        `${row
          .map((cell, column) => pad(cell, widths[column] ?? 0))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('')
}

const cut = (text: string, most: number): string =>
  [...text].length > most ? `${[...text].slice(0, most - 1).join('')}…` : text
const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - [...text].length))
