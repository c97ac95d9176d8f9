import type { Value } from '#data/table/column.ts'
import type { NamedValue } from '../named-values.ts'

function valueOf(value: unknown): Value {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (Array.isArray(value)) return value.filter(item => item !== null && item !== '').map(textOf)
  return value === null || value === undefined ? null : JSON.stringify(value)
}

const textOf = (item: unknown): string => (typeof item === 'object' ? JSON.stringify(item) : String(item))

/** The entries of a JSON object as values of columns; an object is its JSON. */
export const namedValues = (record: Readonly<Record<string, unknown>>): readonly NamedValue[] =>
  Object.entries(record).map(([name, value]) => [name, valueOf(value)] as const)
