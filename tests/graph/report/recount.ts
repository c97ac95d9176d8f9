import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import type { Num, Trace, Where } from '#graph/report/findings/num.ts'

/** Counts the numbers of a report again from what a reader has: the exported tables, the corpus and the printed questions. */
export interface Sources {
  readonly tables: ReadonlyMap<string, readonly Row[]>
}

type Row = Readonly<Record<string, string>>

/** `markdown`: the report itself; its questions are put to the corpus as they are printed there. */
export function readSources(folder: string, corpusFile: string, markdown: string): Sources {
  const tables = new Map<string, readonly Row[]>()
  for (const name of readdirSync(folder)) tables.set(name, parseCsv(readFileSync(join(folder, name), 'utf8')))
  const db = new Database(corpusFile, { readonly: true })
  for (const [, name = '', sql = ''] of markdown.matchAll(/^#### `corpus:(\w+)`\n\n```\n([^]*?)\n```/gm))
    tables.set(`corpus:${name}`, (db.prepare(sql).all() as Record<string, unknown>[]).map(textOf))
  db.close()
  for (const { name, value } of tables.get('corpus:findings') ?? [])
    tables.set(`finding:${name}`, flatten(JSON.parse(value!)))
  return { tables }
}

/** RFC 4180, with the guard of formula cells taken off. */
export function parseCsv(text: string): Row[] {
  const rows: string[][] = [[]]
  for (const [, quoted, bare = '', end = ''] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    rows.at(-1)!.push((quoted?.replaceAll('""', '"') ?? bare).replace(/^'(?=[=+\-@\t\r])/, ''))
    if (end === '\n') rows.push([])
    if (end === '') break
  }
  const [head = [], ...body] = rows
  return body
    .filter(cells => cells.length === head.length)
    .map(cells => Object.fromEntries(head.map((name, at) => [name, cells[at]!])))
}

const textOf = (row: Record<string, unknown>): Row =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === null ? '' : String(value)]))

/** An array of objects as rows; a nested object by 'outer.inner', a nested array of objects as a row for each. */
function flatten(value: unknown, prefix = ''): Row[] {
  if (Array.isArray(value)) return value.flatMap(each => (isObject(each) ? flatten(each, prefix) : []))
  if (!isObject(value)) return [{ [prefix.slice(0, -1)]: String(value) }]
  return Object.entries(value).reduce<Row[]>(
    (rows, [name, each]) => {
      const inner = flatten(each, `${prefix}${name}.`)
      return inner.length === 0 ? rows : rows.flatMap(row => inner.map(more => ({ ...row, ...more })))
    },
    [{}],
  )
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/** The number counted again; null where its source is a constant of the program. Throws when the source does not say how. */
export async function recount(sources: Sources, { from }: Num): Promise<number | null> {
  if (from.table === 'program') return readConstant(from.take)
  const all = sources.tables.get(from.table)
  if (all === undefined) throw new Error(`no table ${from.table}`)
  const nodes = new Map((sources.tables.get('nodes.csv') ?? []).map(row => [row['id'], row]))
  const cell = (row: Row, column: string): string => {
    const [end = '', own] = column.split('/')
    return own === undefined ? (row[column] ?? nested(row, column)) : (nodes.get(row[end])?.[own] ?? '')
  }
  const choose = (where: Where): Row[] =>
    all.filter(row => Object.entries(where).every(([column, wanted]) => fits(cell, row, column, wanted)))
  const rows = choose(from.where ?? {})
  const special = Object.entries(specials).find(([start]) => from.take.startsWith(start))
  if (special !== undefined) return special[1](rows, from, all)
  const [part = '', whole] = from.take.split(' / ')
  if (whole !== undefined) return taken(rows, part, cell) / taken(rows, whole, cell)
  return from.among === undefined
    ? taken(rows, from.take, cell)
    : taken(rows, from.take, cell) / taken(choose(from.among), from.take, cell)
}

/** 'of' of a flattened finding stands for 'survivals.of'. */
const nested = (row: Row, column: string): string =>
  Object.entries(row).find(([name]) => name.endsWith(`.${column}`))?.[1] ?? ''

type Cell = (row: Row, column: string) => string

function fits(cell: Cell, row: Row, column: string, wanted: string | number): boolean {
  const [own, text] = [cell(row, column), String(wanted)]
  if (own === text) return true
  if (text === '>0') return Number(own) > 0
  if (text === '<0') return Number(own) < 0
  if (text.startsWith('≠')) return own !== '' && own !== (text.includes('/') ? cell(row, text.slice(1)) : text.slice(1))
  return text.startsWith('=') && text.slice(1) in row && own === cell(row, text.slice(1))
}

function taken(rows: readonly Row[], take: string, cell: Cell): number {
  if (take === 'rows') return rows.length
  const [how = '', column = ''] = take.split(':')
  const columns = (column || take).split('+')
  const numbers = rows.map(row => columns.reduce((sum, name) => sum + valueOf(cell, row, name), 0))
  const sum = numbers.reduce((total, own) => total + own, 0)
  if (how === 'distinct') return new Set(rows.map(row => cell(row, column)).filter(text => text !== '')).size
  if (how === 'sum') return sum
  if (how === 'mean') return sum / numbers.length
  if (how === 'max') return Math.max(...numbers)
  if (how === 'median') return median(numbers)
  if (new Set(numbers).size !== 1) throw new Error(`${numbers.length} values for '${take}'`)
  return numbers[0]!
}

function valueOf(cell: Cell, row: Row, name: string): number {
  const option = /^options\.(\w+)$/.exec(name)?.[1]
  if (option !== undefined) return (JSON.parse(row['options'] ?? '{}') as Record<string, number>)[option] ?? Number.NaN
  const text = cell(row, name)
  if (text === '') throw new Error(`no value for '${name}'`)
  return Number(text)
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1)
  return middle.reduce((sum, own) => sum + own, 0) / middle.length
}

const bySource = (rows: readonly Row[]): number[] =>
  [...Map.groupBy(rows, ({ source }) => source).values()].map(own => own.length).sort((a, b) => b - a)

const byEdge = (rows: readonly Row[]): (readonly Row[])[] => [
  ...Map.groupBy(rows, ({ source, target }) => `${source} ${target}`).values(),
]

/** What a source says in words. */
const specials: Readonly<Record<string, (rows: readonly Row[], from: Trace, all: readonly Row[]) => number | null>> = {
  'fewest sources of half the rows': rows => {
    let sum = 0
    return bySource(rows).findIndex(own => (sum += own) >= rows.length / 2) + 1
  },
  'share of the first': (rows, { take }) =>
    bySource(rows)
      .slice(0, Number(/\d+/.exec(take)![0]))
      .reduce((sum, own) => sum + own, 0) / rows.length,
  'pairs of sites': rows => rows.filter(({ source = '', target = '' }) => source < target).length,
  'sites alone in their community': (_, __, all) =>
    [...Map.groupBy(all, ({ community }) => community)].filter(([name, own]) => name !== '' && own.length === 1).length,
  'distinct:community of several sites': (_, { take }, all) =>
    Math.max(
      0,
      [...Map.groupBy(all, ({ community }) => community)].filter(([name, own]) => name !== '' && own.length > 1)
        .length - Number(/\d+/.exec(take)?.[0] ?? 0),
    ),
  'distinct:group of assortativity, beyond the first': (_, { take }, all) =>
    Math.max(
      0,
      new Set(
        all
          .filter(row => /^assortativity(_number)?$/.test(row['measure']!) && row['null'] === 'permute')
          .map(row => row['group']),
      ).size - Number(/\d+/.exec(take)![0]),
    ),
  'rows / rows of nodes.csv': () => null,
  'equal rows that follow': () => null,
  'p, corrected among': () => null,
  // Counted in the network before it was narrowed, which no export of the narrowed one holds.
  'ties of the network before --codes': () => null,
  // Their values are held to published ones (krippendorffs-alpha.test.ts, cohens-kappa.test.ts).
  'Cohen’s κ': () => null,
  'Krippendorff’s α': () => null,
  'least Krippendorff’s α': () => null,
  'greatest Krippendorff’s α': () => null,
  'edges coded by both': (_, { where }, all) =>
    [...byEdge(all.filter(({ coder = '' }) => String(where!['coder']).split(', ').includes(coder)))].filter(
      own => own.length === 2,
    ).length,
  'edges coded by two or more': (_, __, all) => byEdge(all).filter(own => own.length > 1).length,
  'codes of the edges coded by two or more': (_, __, all) =>
    byEdge(all)
      .filter(own => own.length > 1)
      .flat().length,
}

/** 'triesPerEdge in graph/analysis/nulls/rewire.ts'; what is a function there has no value of its own. */
async function readConstant(take: string): Promise<number | null> {
  const [name = '', file = ''] = take.split(' in ')
  const read = (await import(join(import.meta.dirname, '..', '..', '..', file))) as Record<string, unknown>
  if (!(name in read)) throw new Error(`no ${name} in ${basename(file)}`)
  return typeof read[name] === 'number' ? read[name] : null
}

/** Every number of a value, wherever it stands. */
export function numbersOf(value: unknown): Num[] {
  if (!isObject(value)) return []
  if ('value' in value && 'from' in value) return [value as unknown as Num]
  return Object.values(value).flatMap(numbersOf)
}
