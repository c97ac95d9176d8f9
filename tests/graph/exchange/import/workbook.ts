import { strToU8, zipSync } from 'fflate'

/** A cell: a text, a number, a day (with the style of days), or nothing. */
export type Cell = string | number | { readonly day: number } | null

const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26)

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A workbook by hand (ECMA-376): texts shared, one style for numbers and one for days. */
export function workbook(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Uint8Array {
  const texts: string[] = []
  const cell = (value: Cell, row: number, column: number): string => {
    const place = `r="${letters(column)}${row + 1}"`
    if (value === null) return ''
    if (typeof value === 'number') return `<c ${place}><v>${value}</v></c>`
    if (typeof value === 'object') return `<c ${place} s="1"><v>${value.day}</v></c>`
    return `<c ${place} t="s"><v>${texts.push(value) - 1}</v></c>`
  }
  const parts = Object.entries(sheets).map(([name, rows], at) => {
    const data = rows.map((cells, row) => `<row r="${row + 1}">${cells.map((one, column) => cell(one, row, column)).join('')}</row>`) // prettier-ignore
    return { name, id: `rId${at + 1}`, part: `worksheets/sheet${at + 1}.xml`, text: `<worksheet><sheetData>${data.join('')}</sheetData></worksheet>` } // prettier-ignore
  })
  const files = {
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${parts.map(({ name, id }, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="${id}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${parts.map(({ id, part }) => `<Relationship Id="${id}" Target="${part}"/>`).join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(parts.map(({ part, text }) => [`xl/${part}`, text])),
    'xl/sharedStrings.xml': `<sst>${texts.map(text => `<si><r><t xml:space="preserve">${escaped(text)}</t></r></si>`).join('')}</sst>`,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))
}
