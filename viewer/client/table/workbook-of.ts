import { strToU8, zipSync } from 'fflate'
import type { SiteColumn } from './site-column.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org'

/** The parts of a workbook with one sheet (ECMA-376) that are the same for every table. */
const frame = (title: string): Readonly<Record<string, string>> => ({
  '[Content_Types].xml': `${declaration}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
  '_rels/.rels': `${declaration}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
  'xl/workbook.xml': `${declaration}<workbook xmlns="${office}/spreadsheetml/2006/main" xmlns:r="${office}/officeDocument/2006/relationships"><sheets><sheet name="${xml(title)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
})

/** The table as it is shown, as a workbook: numbers are numbers, texts are never formulas. */
export function workbookOf(columns: readonly SiteColumn[], sites: readonly number[], title: string): Blob {
  const texts = (cells: readonly string[]): string => row(cells.map(textCell))
  const rows = sites.map(site =>
    row(columns.map(({ amount, text }) => (amount === null ? textCell(text(site)) : numberCell(amount(site))))),
  )
  const sheet = `${declaration}<worksheet xmlns="${office}/spreadsheetml/2006/main"><sheetData>${texts(columns.map(column => column.title))}${rows.join('')}</sheetData></worksheet>`
  const parts = Object.entries({ ...frame(title), 'xl/worksheets/sheet1.xml': sheet })
  const zip = zipSync(Object.fromEntries(parts.map(([name, text]) => [name, strToU8(text)])))
  return new Blob([zip], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' })
}

const row = (cells: readonly string[]): string => `<row>${cells.join('')}</row>`
const textCell = (text: string): string =>
  text === '' ? '<c/>' : `<c t="inlineStr"><is><t xml:space="preserve">${xml(text.slice(0, mostLetters))}</t></is></c>`
const numberCell = (amount: number | null): string => (amount === null ? '<c/>' : `<c><v>${amount}</v></c>`)

/** Of a cell, ECMA-376 part 1, 3.1. */
const mostLetters = 32_767

/** XML 1.0 has no other control characters, and no halves of pairs. */
const xml = (text: string): string =>
  text
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
