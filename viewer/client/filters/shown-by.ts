import { categoryColumn, type Model } from '../model/model.ts'
import type { Shown } from '../model/shown.ts'
import { keepCategories } from './categories.ts'
import { eachFilter, type Filters } from './filters.ts'

type Keeps = (index: number) => boolean

/** Sites that pass every filter, and ties between two of them that do. O((sites + ties) × filters that are on). */
export function shownBy(model: Model, filters: Filters): Shown {
  const sites = passingSites(model, filters)
  const keeps = eachFilter(filters, (filter, value) =>
    filter.isOn(value) ? filter.keepsTie?.(value, model) : undefined,
  )
  const ties = passing(
    tiesBetween(model, sites),
    keeps.filter(one => one !== undefined),
  )
  return { sites, ties, siteCount: sum(sites), tieCount: sum(ties) }
}

function passingSites(model: Model, filters: Filters): Uint8Array {
  const keeps = eachFilter(filters, (filter, value) =>
    filter.isOn(value) ? filter.keepsSite?.(value, model) : undefined,
  )
  return passing(
    new Uint8Array(model.siteCount).fill(1),
    keeps.filter(one => one !== undefined),
  )
}

function tiesBetween({ tieCount, ties: { source, target } }: Model, sites: Uint8Array): Uint8Array {
  const flags = new Uint8Array(tieCount)
  for (let tie = 0; tie < tieCount; tie++) flags[tie] = sites[source[tie]!]! & sites[target[tie]!]!
  return flags
}

/** Takes the flags of those that a filter does not keep. Filter by filter: of 250,000 ties that takes a quarter of what each tie asked of all filters does. */
function passing(flags: Uint8Array, keeps: readonly Keeps[]): Uint8Array {
  for (const keep of keeps)
    for (let index = 0; index < flags.length; index++) if (flags[index] === 1 && !keep(index)) flags[index] = 0
  return flags
}

function sum(flags: Uint8Array): number {
  let total = 0
  for (const flag of flags) total += flag
  return total
}

/**
 * How many sites each category of a column would show: sites that pass all filters but the column's own. The last entry
 * counts those whose category is not known.
 */
export function facetCounts(model: Model, filters: Filters, name: string): number[] {
  const column = categoryColumn(model, name)
  if (!column) return []
  const sites = passingSites(model, { ...filters, categories: keepCategories(filters.categories, name, []) })
  const counts = Array.from({ length: column.categories.length + 1 }, () => 0)
  const { values, categories } = column
  for (let site = 0; site < values.length; site++) {
    const category = values[site]!
    if (sites[site] === 1) counts[category < 0 ? categories.length : category]! += 1
  }
  for (const [site, category] of column.more) if (sites[site] === 1) counts[category]! += 1
  return counts
}
