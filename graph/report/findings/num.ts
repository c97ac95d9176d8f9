/** A choice of rows: column → the value that it has there. `source/x` and `target/x` are column x of nodes.csv for an edge's ends. */
export type Where = Readonly<Record<string, string | number>>

/** Where a number of the report comes from, so that a reader can find it again. */
export interface Trace {
  /** A table of the CSV export ('measures.csv'), or a question to the corpus ('corpus:effort'), see sources.ts. */
  readonly table: string
  /** Rows taken; all of the table when absent. */
  readonly where?: Where
  /** What is taken of them: a column of the one row, 'rows' (how many), or 'sum:', 'mean:', 'median:' and a column. */
  readonly take: string
  /** Set: the number is the share that `where` has of these rows, by the same `take`. */
  readonly among?: Where
}

/** A number of the report, with where it comes from. There are no others. */
export interface Num {
  readonly value: number
  readonly from: Trace
}

export const num = (value: number, from: Trace): Num => ({ value, from })

/** A number that may not be defined. */
export const numOrNull = (value: number | null | undefined, from: Trace): Num | null =>
  value === null || value === undefined || !Number.isFinite(value) ? null : { value, from }

/** How many rows of `table` are like `where`. */
export const rowsOf = (table: string, value: number, where?: Where): Num =>
  num(value, { table, take: 'rows', ...(where && { where }) })

/** A column of the one row of `table` that is like `where`. */
export const cellOf = (table: string, value: number, take: string, where?: Where): Num =>
  num(value, { table, take, ...(where && { where }) })

/** Tables and questions that any number of a value comes from, however deep it stands. */
export function tablesOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'from' in value && 'value' in value ? [(value as Num).from.table] : []
  return [...new Set([...own, ...Object.values(value).flatMap(tablesOf)])]
}

/** The trace in one line: 'measures.csv · measure=reciprocity · null=rewire · z'. */
export function writeTrace({ table, where = {}, take, among }: Trace): string {
  const rows = (choice: Where): string[] => Object.entries(choice).map(([column, value]) => `${column}=${value}`)
  const parts = [table, ...rows(where), take]
  return parts.join(' · ') + (among === undefined ? '' : ` / ${[...rows(among), take].join(' · ')}`)
}
