import { communityColour } from '../../graph/export/colours.ts'
import type { CategoryColumn, ColumnOrigin } from '../protocol/map.ts'

/**
 * A column of categories out of the values of each site (none, one or several). The most frequent value comes first and
 * takes the first colour; equal ones go by value. Since all sites of the map are counted, no filter changes a colour.
 */
export function categoryColumn(
  name: string,
  origin: ColumnOrigin,
  ofSite: readonly (readonly string[])[],
): CategoryColumn {
  const counts = new Map<string, number>()
  for (const values of ofSite) for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return column(
    name,
    origin,
    ofSite,
    ranked.map(([value, count], rank) => ({ value, label: '', count, colour: communityColour(rank + 1) })),
  )
}

/** A column of numbered groups (communities), 1 first, with the names that `labelOf` proposes. */
export function groupColumn(
  name: string,
  ofSite: readonly (number | null)[],
  labelOf: (group: number) => string,
): CategoryColumn {
  const counts = new Map<number, number>()
  for (const value of ofSite) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1)
  const categories = [...counts]
    .sort(([a], [b]) => a - b)
    .map(([group, count]) => ({ value: String(group), label: labelOf(group), count, colour: communityColour(group) }))
  const values = ofSite.map(value => (value === null ? [] : [String(value)]))
  return column(name, 'analysis', values, categories)
}

function column(
  name: string,
  origin: ColumnOrigin,
  ofSite: readonly (readonly string[])[],
  categories: CategoryColumn['categories'],
): CategoryColumn {
  const indexOf = new Map(categories.map(({ value }, index) => [value, index]))
  return {
    kind: 'category',
    name,
    origin,
    categories,
    values: ofSite.map(([first]) => (first === undefined ? -1 : indexOf.get(first)!)),
    more: ofSite.flatMap(([, ...rest], site) => rest.map(value => [site, indexOf.get(value)!] as const)),
  }
}
