import type { ColourPlaces } from '#data/store/map/colours.ts'
import type { GroupPlaces } from '#data/store/graph/results.ts'
import { paletteColour } from '#graph/exchange/model/colours.ts'
import type { Category, CategoryColumn, ColumnOrigin } from '../protocol/map.ts'

/**
 * A column of categories out of the values of each site (none, one or several). The most frequent value comes first; equal
 * ones go by value. Colours are those of the places that the corpus gives.
 */
export function readCategoryColumn(
  name: string,
  origin: ColumnOrigin,
  ofSite: readonly (readonly string[])[],
  places: ColourPlaces,
): CategoryColumn {
  const counts = new Map<string, number>()
  for (const values of ofSite) for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  return column(
    name,
    origin,
    ofSite,
    ranked.map(([value, count]) => ({ value, label: '', count, ...drawn(places.get(value)) })),
  )
}

/** Value of the sites that are alone in their group: a number would look like one. */
const alone = 'alone'

/**
 * A column of numbered groups (communities), 1 first, with the names that `labelOf` proposes. Those that `isAlone` says have
 * one site come last, together: they are no communities.
 */
export function groupColumn(
  name: string,
  ofSite: readonly (number | null)[],
  labelOf: (group: number) => string,
  places: GroupPlaces,
  isAlone: (group: number) => boolean,
): CategoryColumn {
  const counts = new Map<number, number>()
  const isGroup = (value: number | null): value is number => value !== null && !isAlone(value)
  for (const value of ofSite) if (isGroup(value)) counts.set(value, (counts.get(value) ?? 0) + 1)
  const categories = [...counts]
    .sort(([a], [b]) => a - b)
    .map(([group, count]) => ({ value: String(group), label: labelOf(group), count, ...drawn(places.get(group)) }))
  const indexOf = new Map(categories.map(({ value }, index) => [Number(value), index]))
  const values = ofSite.map(value => (value === null ? -1 : (indexOf.get(value) ?? categories.length)))
  const count = values.filter(index => index === categories.length).length
  const rest = count === 0 ? [] : [{ value: alone, label: '', count, ...drawn(), alone: true as const }]
  return { kind: 'category', name, origin: 'analysis', categories: [...categories, ...rest], values, more: [] }
}

const drawn = (place = 0): Pick<Category, 'place' | 'colour'> => ({ place, colour: paletteColour(place) })

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
    more: ofSite.flatMap((values, site) =>
      values.length < 2 ? [] : values.slice(1).map(value => [site, indexOf.get(value)!] as const),
    ),
  }
}
