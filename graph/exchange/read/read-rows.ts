import { camelCase } from '#data/table/camel-case.ts'
import type { Field, Value } from '#data/table/column.ts'
import { checkHeader } from './check-rows.ts'
import { mistakeList, shown } from './mistake-list.ts'
import { expectedOf, parseValue } from './parse-value.ts'
import type { ForeignTable } from './read-plain-table.ts'

/** What of a table of ours must be there, and what an absent column stands for; by default nothing. */
export interface Absent {
  readonly needed: readonly string[]
  readonly instead?: Readonly<Record<string, string>>
  /** Absent columns in whose place another one stands. */
  readonly like?: Readonly<Record<string, string>>
}

/**
 * Reads the rows of one of our own tables by the declarations that wrote it; columns may come in any order, and an older
 * export lacks some: `absent` says what stands there.
 */
export function readRows<Row>(
  table: ForeignTable,
  fields: readonly Field<Row>[],
  { needed, instead = {}, like = {} }: Absent,
): readonly Row[] {
  checkHeader(table, needed)
  const mistakes = mistakeList(table.file)
  const placeOf = (id: string): number => {
    const at = table.header.indexOf(id)
    return at === -1 && like[id] !== undefined ? table.header.indexOf(like[id]) : at
  }
  const columns = fields.map(field => ({ ...field, name: camelCase(field.id), at: placeOf(field.id) }))
  const rows = table.rows.map(({ cells, line }) =>
    Object.fromEntries(
      columns.map(({ id, name, at, type }): [string, Value] => {
        const cell = at === -1 ? (instead[id] ?? '') : cells[at]!
        const value = parseValue(cell, type)
        if (value === undefined) mistakes.add(line, `${id}: ${shown(cell)}`, expectedOf[type])
        return [name, value ?? null]
      }),
    ),
  )
  mistakes.throwIfAny()
  // Every property was read by the declaration of the column that writes it.
  return rows as Row[]
}

/** What to say of columns that `table` lacks; an empty list: none. */
export function absentRemarks<Row>(table: ForeignTable, fields: readonly Field<Row>[]): readonly string[] {
  const absent = fields.map(({ id }) => id).filter(id => !table.header.includes(id))
  const name = table.file.slice(table.file.lastIndexOf('/') + 1)
  return absent.length === 0 ? [] : [`${name} has no ${absent.join(', ')}: not known.`]
}
