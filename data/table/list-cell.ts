/** Writes several values as one cell: `a|b`. A `|` or `\` of a value is escaped by `\`, so nothing is lost. */
export function writeListCell(values: readonly string[]): string {
  return values.map(value => value.replace(/[\\|]/g, String.raw`\$&`)).join('|')
}

/** Reads what writeListCell wrote; an empty cell is no value. */
export function readListCell(cell: string): readonly string[] {
  if (cell === '') return []
  const values = ['']
  for (let at = 0; at < cell.length; at += 1) {
    const character = cell[at]!
    if (character === '|') values.push('')
    else if (character === '\\' && at + 1 < cell.length) values[values.length - 1] += cell[(at += 1)]!
    else values[values.length - 1] += character
  }
  return values
}
