/** What is left out of the map. Names are those of columns, ids those of sites, so that filters outlive an analysis. */
export interface Filters {
  /** Column → values kept; '' stands for "not known". A site with several values needs one of them. */
  readonly categories: Readonly<Record<string, readonly string[]>>
  /** Number column → values kept, both ends included. A site without a value is left out. */
  readonly ranges: Readonly<Record<string, Range>>
  /** Least weight of a tie. */
  readonly weight: number
  /** Only what few steps separate from a site, whatever their direction. */
  readonly ego: Ego | null
}

export interface Range {
  readonly least: number
  readonly most: number
}

export interface Ego {
  readonly id: string
  readonly steps: 1 | 2
}

export const noFilters: Filters = { categories: {}, ranges: {}, weight: 0, ego: null }

export const isFiltered = ({ categories, ranges, weight, ego }: Filters): boolean =>
  Object.keys(categories).length > 0 || Object.keys(ranges).length > 0 || weight > 0 || ego !== null

/** Keeps `value` of a column as well, or no longer; a column of which nothing is kept is no filter. */
export function toggleCategory(filters: Filters, column: string, value: string): Filters {
  const kept = filters.categories[column] ?? []
  return keepCategories(filters, column, kept.includes(value) ? kept.filter(one => one !== value) : [...kept, value])
}

export function keepCategories(filters: Filters, column: string, values: readonly string[]): Filters {
  const { [column]: _old, ...rest } = filters.categories
  return { ...filters, categories: values.length === 0 ? rest : { ...rest, [column]: values } }
}

export function keepRange(filters: Filters, column: string, range: Range | null): Filters {
  const { [column]: _old, ...rest } = filters.ranges
  return { ...filters, ranges: range === null ? rest : { ...rest, [column]: range } }
}
