import { normalizeUrl } from '#data/url/normalize-url.ts'
import { mistakeList, shown } from './mistake-list.ts'
import type { ForeignTable } from './read-plain-table.ts'

/** What the cells of some columns of our own tables must be, beyond their type. */
export interface Checks {
  /** By column: the words that may stand there. */
  readonly words?: Readonly<Record<string, readonly string[]>>
  readonly addresses?: readonly string[]
  /** Columns of addresses that may be empty. */
  readonly perhapsAddresses?: readonly string[]
  /** Columns of ISO 8601 times that may be empty. */
  readonly times?: readonly string[]
  /** Columns of ids of nodes. */
  readonly nodes?: readonly string[]
}

const isTime = (text: string): boolean => /^\d{4}-\d\d-\d\d/.test(text) && !Number.isNaN(Date.parse(text))

type Check = readonly [columns: readonly string[], isRight: (cell: string) => boolean, expected: string]

/** Throws a Mistake with every line of `table` that holds something else than `checks` say. */
export function checkRows(table: ForeignTable, checks: Checks, ids: ReadonlySet<string>): void {
  const isAddress = (cell: string): boolean => normalizeUrl(cell) !== null
  const all: readonly Check[] = [
    [checks.addresses ?? [], isAddress, 'an http(s) address'],
    [checks.perhapsAddresses ?? [], cell => cell === '' || isAddress(cell), 'an http(s) address or nothing'],
    [checks.times ?? [], cell => cell === '' || isTime(cell), 'a time (ISO 8601) or nothing'],
    [checks.nodes ?? [], cell => ids.has(cell), 'the id of a node of nodes.csv'],
    ...Object.entries(checks.words ?? {}).map(([column, words]): Check => [
      [column],
      cell => words.includes(cell),
      `one of ${words.join(', ')}`,
    ]),
  ]
  const mistakes = mistakeList(table.file)
  for (const [columns, isRight, expected] of all)
    for (const column of columns) {
      const at = table.header.indexOf(column)
      if (at === -1) continue
      for (const { cells, line } of table.rows)
        if (!isRight(cells[at]!)) mistakes.add(line, `${column}: ${shown(cells[at]!)}`, expected)
    }
  mistakes.throwIfAny()
}

/** The columns without which the rows of `table` mean nothing: one that it lacks is a mistake, whatever else it holds. */
export function checkHeader(table: ForeignTable, needed: readonly string[]): void {
  const mistakes = mistakeList(table.file)
  for (const id of needed)
    if (!table.header.includes(id)) mistakes.add(1, `no column ${id}`, 'the columns of an export')
  mistakes.throwIfAny()
}
