import type { ExportModel } from '../model/export-model.ts'
import { isDay, isInstant } from '#data/table/day-columns.ts'
import type { Column } from '#data/table/column.ts'
import { tableFile, withManifest } from './manifest.ts'
import { stataNames } from './stata-names.ts'
import { tablesOf, type WrittenTable } from './tables.ts'
import type { NamedFile } from '#data/table/write-when-whole.ts'

const namesOf = (columns: readonly Column[]) => stataNames(columns.map(column => column.id))
const isNumeric = ({ type }: Column) => type === 'integer' || type === 'number'

/** Text for a do-file. A tag's name comes from strangers: Stata runs what stands between ` and ' or after $, and // or /* hide the rest. */
function harmless(text: string, most: number): string {
  const plain = text
    .replace(/[`'"$\\\p{C}\s]+/gu, ' ')
    .replace(/\/(?=[/*])/g, '/ ')
    .trim()
  return [...plain].slice(0, most).join('')
}

function positions(columns: readonly Column[], wanted: (column: Column) => boolean): string {
  return columns.flatMap((column, index) => (wanted(column) ? [index + 1] : [])).join(' ')
}

/** Puts `expression` in place of the text variable `name`. */
function replaced(name: string, type: string, expression: string): readonly string[] {
  return [`generate ${type} toile_new = ${expression} if ${name} != ""`, `drop ${name}`, `rename toile_new ${name}`]
}

function conversion(column: Column, name: string): readonly string[] {
  if (column.type === 'boolean') return replaced(name, 'byte', `(${name} == "true")`)
  if (isDay(column)) return [...replaced(name, 'long', `date(${name}, "YMD")`), `format ${name} %td`]
  if (!isInstant(column)) return []
  const instant = `clock(substr(${name}, 1, 10) + " " + substr(${name}, 12, 8), "YMDhms")`
  return [...replaced(name, 'double', instant), `format ${name} %tc`]
}

function readTable({ name, columns }: WrittenTable): readonly string[] {
  const names = namesOf(columns)
  const numbers = positions(columns, isNumeric)
  const texts = columns.flatMap((column, index) => (isNumeric(column) ? [] : [names[index]!]))
  return [
    `import delimited using "${name}.csv", clear varnames(1) case(preserve) encoding("utf-8") delimiters(",") ///`,
    `    bindquotes(strict) maxquotedrows(unlimited) asdouble stringcols(${positions(columns, column => !isNumeric(column))})` +
      (numbers === '' ? '' : ` numericcols(${numbers})`),
    `foreach name in ${texts.join(' ')} {`,
    "    replace `name' = substr(`name', 2, .) if ustrregexm(`name', \"^'+[=+@\\t\\r-]\")",
    '}',
    ...columns.flatMap((column, index) => conversion(column, names[index]!)),
    `order ${names.join(' ')}`,
    ...columns.flatMap((column, index) => [
      `label variable ${names[index]!} "${harmless(column.title, 80)}"`,
      `notes ${names[index]!}: ${harmless(`${column.description} ${column.unit}`, 1000)}`,
    ]),
    `save "${name}.dta", replace`,
    '',
  ]
}

function* doFile(tables: readonly WrittenTable[]): Generator<string> {
  yield '* Reads the tables of this folder into Stata 14 or newer, with labels, and saves each as .dta.\n'
  yield '* Run it from this folder: cd to it, then type: do read.do\n'
  yield 'version 14\n\n'
  for (const table of tables) yield readTable(table).join('\n') + '\n'
}

/**
 * Returns the tables under names that Stata takes, and a do-file that reads and labels them: no kept library writes
 * .dta files from JavaScript. Own separators and decimal marks would only make the reading harder, so there are none.
 */
export function writeStata(model: ExportModel): readonly NamedFile[] {
  const tables = tablesOf(model, namesOf)
  const script = { name: 'read.do', text: doFile(tables), description: 'Reads the tables into Stata, with labels.' }
  return withManifest(model, [script, ...tables.map(table => tableFile(table, namesOf(table.columns), {}))])
}
