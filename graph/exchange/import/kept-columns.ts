import type { ToldOfTie } from '#data/records.ts'
import { formatNumber } from '#data/table/format-number.ts'
import type { Value } from '#data/table/column.ts'
import { cleanText } from '#data/table/clean-text.ts'
import { tiePrefix } from '../model/columns-of-edges.ts'
import { readListCell } from '#data/table/list-cell.ts'

/** Every tie may have a value in each: without a bound a file could ask for the product of both. */
export const mostColumns = 200

/** Values that one tie is told, once parallel ones are joined. */
const mostTold = 100

const textsOf = (value: Value): readonly string[] => {
  if (value === null || value === '') return []
  if (typeof value === 'number') return [formatNumber(value)]
  if (typeof value === 'boolean') return [String(value)]
  return typeof value === 'string' ? [value] : value
}

/** The values of the columns that are kept; in files of this project each cell is a list, and its prefix is taken off. */
export function keptOf(
  attributes: readonly (readonly [name: string, value: Value])[],
  kept: ReadonlySet<string>,
  isOwn: boolean,
): ToldOfTie {
  if (kept.size === 0) return []
  return attributes.flatMap(([name, value]) => {
    if (!kept.has(name)) return []
    const column = isOwn && name.startsWith(tiePrefix) ? name.slice(tiePrefix.length) : name
    const texts = isOwn && typeof value === 'string' ? readListCell(value) : textsOf(value)
    return texts
      .map(text => [cleanText(column), cleanText(text).trim()] as const)
      .filter(([clean, text]) => clean !== '' && text !== '')
  })
}

/** What is told of two parallel ties: each value once, the first ones; how many more there were. */
export function joinTold(
  a: ToldOfTie | undefined,
  b: ToldOfTie | undefined,
): { readonly told: ToldOfTie | undefined; readonly left: number } {
  if (b === undefined) return { told: a, left: 0 }
  if (a === undefined) return { told: b, left: 0 }
  const known = new Set(a.map(pair => JSON.stringify(pair)))
  const further = b.filter(pair => !known.has(JSON.stringify(pair)))
  const fitting = further.slice(0, Math.max(0, mostTold - a.length))
  return { told: [...a, ...fitting], left: further.length - fitting.length }
}
