import type { Column, ColumnType, Field, Value } from './column.ts'

/** A moment, not a day: '2026-11-22T03:46:21Z'. */
export const isInstant = ({ type, unit }: Column): boolean => type === 'date' && unit.includes('UTC')

export const dayUnit = 'ISO 8601, day'
export const isDay = ({ type, unit }: Column): boolean => type === 'date' && unit === dayUnit

/** '2026-11-22'; null where no whole day is known. */
const dayOf = (value: Value): string | null =>
  typeof value === 'string' ? (/^\d{4}-\d{2}-\d{2}/.exec(value)?.[0] ?? null) : null

/** `fields` with, beside each moment, its day (`first_seen_day`): spreadsheets take that for a date, and the moment for text. */
export const withDays = <Row>(fields: readonly Field<Row>[]): readonly Field<Row>[] =>
  fields.flatMap(field => (isInstant(field) ? [field, dayField(field)] : [field]))

const dayField = <Row>({ id, title, read }: Field<Row>): Field<Row> => ({
  id: `${id}_day`,
  title: `${title}, day`,
  type: 'date',
  unit: dayUnit,
  description: `The day of ${id}, UTC.`,
  read: row => dayOf(read(row)),
})

/** A column of a table of lines: its id is its title. */
export type LineOf<Row> = readonly [id: string, type: ColumnType, description: string, read: (row: Row) => Value]

/** Columns of `lines`, moments in UTC with their days. */
export const fieldsOf = <Row>(lines: readonly LineOf<Row>[]): readonly Field<Row>[] =>
  withDays(
    lines.map(([id, type, description, read]) => ({
      ...{ id, title: id, type, description, read },
      unit: type === 'date' ? 'ISO 8601, UTC' : '',
    })),
  )
