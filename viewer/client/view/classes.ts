import type { NumberColumn } from '#viewer/protocol/map.ts'

/** Sites whose value lies between two values, both included. */
export interface ValueClass {
  readonly least: number
  readonly most: number
  readonly count: number
}

const mostClasses = 5
const known = new WeakMap<NumberColumn, readonly ValueClass[]>()

/**
 * At most five classes of about as many sites each, lowest first; equal values are never parted. All sites count, so that
 * no filter changes a colour. Measures of networks are skewed: classes of equal width would give one colour to nearly all.
 */
export function classesOf(column: NumberColumn): readonly ValueClass[] {
  let classes = known.get(column)
  if (classes === undefined) known.set(column, (classes = makeClasses(column.values.filter(value => value !== null))))
  return classes
}

function makeClasses(values: readonly number[]): ValueClass[] {
  const counts = [...Map.groupBy(values, value => value)].map(([value, same]) => ({ value, count: same.length }))
  counts.sort((a, b) => a.value - b.value)
  if (counts.length <= mostClasses) return counts.map(({ value, count }) => ({ least: value, most: value, count }))
  const classes: ValueClass[] = []
  let left = values.length
  let open: ValueClass[] = []
  for (const { value, count } of counts) {
    const { least, count: before } = open[0] ?? { least: value, count: 0 }
    const grown = { least, most: value, count: before + count }
    open = [grown]
    if (grown.count < left / (mostClasses - classes.length)) continue
    classes.push(grown)
    left -= grown.count
    open = []
  }
  return [...classes, ...open]
}

/** Rank of the class of a value; -1 when it is not known. */
export const classOf = (column: NumberColumn, value: number | null): number =>
  value === null ? -1 : classesOf(column).findIndex(({ most }) => value <= most)
