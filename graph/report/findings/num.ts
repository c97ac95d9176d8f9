import type { Num, Trace, Where } from '#data/vocabulary/words/num.ts'

export type { Num, Trace, Where }

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
export function tablesBehind(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  const own = 'from' in value && 'value' in value ? [(value as Num).from.table] : []
  return [...new Set([...own, ...Object.values(value).flatMap(tablesBehind)])]
}

/** The trace in one line: 'measures.csv · measure=reciprocity · null=rewire · z'. */
export function writeTrace({ table, where = {}, take, among }: Trace): string {
  const rows = (choice: Where): string[] => Object.entries(choice).map(([column, value]) => `${column}=${value}`)
  const parts = [table, ...rows(where), take]
  return parts.join(' · ') + (among === undefined ? '' : ` / ${[...rows(among), take].join(' · ')}`)
}
