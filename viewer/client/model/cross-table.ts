import { categoryColumn, type Model } from './model.ts'
import type { Shown } from './shown.ts'

/** Rows and columns are categories in their order; the last one of each stands for "not known". */
export type CrossTable = readonly (readonly number[])[]

const categoryCount = (model: Model, name: string): number => categoryColumn(model, name)?.categories.length ?? 0

/** The category of a site in a column; the number of categories when it is not known. First value of several. */
function categoryOf(model: Model, name: string): (site: number) => number {
  const column = categoryColumn(model, name)
  const unknown = categoryCount(model, name)
  return site => {
    const category = column?.values[site] ?? -1
    return category < 0 ? unknown : category
  }
}

/** Of what a site uses as many as it uses. */
const several: ReadonlySet<string> = new Set(['tool', 'tool_country'])

/** The categories of a site in a column: the first value of several, of tools all. */
function categoriesOf(model: Model, name: string): (site: number) => readonly number[] {
  const first = categoryOf(model, name)
  if (!several.has(name)) return site => [first(site)]
  const more = Map.groupBy(categoryColumn(model, name)?.more ?? [], ([site]) => site)
  return site => [first(site), ...(more.get(site) ?? []).map(([, category]) => category)]
}

const emptyTable = (rows: number, columns: number): number[][] =>
  Array.from({ length: rows + 1 }, () => Array.from({ length: columns + 1 }, () => 0))

/** Shown sites by category of two columns. A site counts in the cells of all tools that it uses. */
export function siteTable(model: Model, shown: Shown, row: string, column: string): CrossTable {
  const table = emptyTable(categoryCount(model, row), categoryCount(model, column))
  const [rowsOf, columnsOf] = [categoriesOf(model, row), categoriesOf(model, column)]
  for (let site = 0; site < model.siteCount; site++)
    if (shown.sites[site] === 1)
      for (const from of rowsOf(site)) for (const to of columnsOf(site)) table[from]![to]! += 1
  return table
}

/** Shown ties from the category of the citing site (row) to that of the cited one (column); without a direction, in both cells. */
export function tieTable(model: Model, shown: Shown, name: string): CrossTable {
  const table = emptyTable(categoryCount(model, name), categoryCount(model, name))
  const category = categoryOf(model, name)
  const { source, target } = model.ties
  for (let tie = 0; tie < model.tieCount; tie++)
    if (shown.ties[tie] === 1) {
      const [row, cell] = [category(source[tie]!), category(target[tie]!)]
      table[row]![cell]! += 1
      if (model.as !== 'links' && row !== cell) table[cell]![row]! += 1
    }
  return table
}

interface Cell {
  readonly column: string
  /** Values; empty: not known. */
  readonly source: string
  readonly target: string
}

/** The shown ties of one cell, heaviest first. */
export function tiesOfCell(model: Model, shown: Shown, { column: name, source: row, target: col }: Cell): number[] {
  const column = categoryColumn(model, name)
  const indexOf = (value: string): number =>
    value === ''
      ? categoryCount(model, name)
      : (column?.categories.findIndex(category => category.value === value) ?? -1)
  const [from, to] = [indexOf(row), indexOf(col)]
  const category = categoryOf(model, name)
  const { source, target, weight } = model.ties
  const isIn = (tie: number, row: number, cell: number): boolean =>
    category(source[tie]!) === row && category(target[tie]!) === cell
  const isOfCell = (tie: number): boolean => isIn(tie, from, to) || (model.as !== 'links' && isIn(tie, to, from))
  return Array.from({ length: model.tieCount }, (_, tie) => tie)
    .filter(tie => shown.ties[tie] === 1 && isOfCell(tie))
    .sort((a, b) => weight[b]! - weight[a]! || a - b)
}
