import { camelCase } from '#data/table/camel-case.ts'
import type { Field, Value } from '#data/table/column.ts'
import { checkHeader } from './check-rows.ts'
import { mistakeList, shown } from './mistake-list.ts'
import { expectedOf, parseValue } from './parse-value.ts'
import type { ForeignTable } from './read-plain-table.ts'

/** Reads the rows of one of our own tables by the declarations that wrote it; columns may come in any order. */
export function readRows<Row>(table: ForeignTable, fields: readonly Field<Row>[]): readonly Row[] {
  checkHeader(table, fields)
  const mistakes = mistakeList(table.file)
  const columns = fields.map(field => ({ ...field, name: camelCase(field.id), at: table.header.indexOf(field.id) }))
  const rows = table.rows.map(({ cells, line }) =>
    Object.fromEntries(
      columns.map(({ id, name, at, type }): [string, Value] => {
        const value = parseValue(cells[at]!, type)
        if (value === undefined) mistakes.add(line, `${id}: ${shown(cells[at]!)}`, expectedOf[type])
        return [name, value ?? null]
      }),
    ),
  )
  mistakes.throwIfAny()
  // Every property was read by the declaration of the column that writes it.
  return rows as Row[]
}
