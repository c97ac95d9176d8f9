import type { Filters } from './filters.ts'
import { categoryColumn, neighboursOf, numberColumn, type Model } from './model.ts'

/** What the filters leave: flags parallel to sites and ties. */
export interface Shown {
  readonly sites: Uint8Array
  readonly ties: Uint8Array
  readonly siteCount: number
  readonly tieCount: number
}

/** Sites that pass every filter, and ties heavy enough between two of them. O(sites × filters + ties). */
export function shownBy(model: Model, filters: Filters): Shown {
  const sites = passing(model, filters)
  const { source, target, weight } = model.ties
  const ties = new Uint8Array(model.tieCount)
  let tieCount = 0
  for (let tie = 0; tie < model.tieCount; tie++)
    if (weight[tie]! >= filters.weight && sites[source[tie]!] === 1 && sites[target[tie]!] === 1) {
      ties[tie] = 1
      tieCount += 1
    }
  return { sites, ties, siteCount: sites.reduce((sum, flag) => sum + flag, 0), tieCount }
}

function passing(model: Model, filters: Filters, besides = ''): Uint8Array {
  const sites = new Uint8Array(model.siteCount).fill(1)
  for (const [name, kept] of Object.entries(filters.categories))
    if (name !== besides) keepValues(model, sites, name, kept)
  for (const [name, { least, most }] of Object.entries(filters.ranges)) {
    const values = numberColumn(model, name)?.values
    if (values) keep(sites, site => values[site] != null && values[site] >= least && values[site] <= most)
  }
  const centre = filters.ego === null ? undefined : model.indexOf.get(filters.ego.id)
  if (centre !== undefined) {
    const near = within(model, centre, filters.ego!.steps)
    keep(sites, site => near.has(site))
  }
  return sites
}

function keep(sites: Uint8Array, passes: (site: number) => boolean): void {
  for (let site = 0; site < sites.length; site++) if (sites[site] === 1 && !passes(site)) sites[site] = 0
}

function keepValues(model: Model, sites: Uint8Array, name: string, kept: readonly string[]): void {
  const column = categoryColumn(model, name)
  if (!column) return
  const wanted = new Set(kept.map(value => column.categories.findIndex(category => category.value === value)))
  if (!kept.includes('')) wanted.delete(-1)
  const several = new Set(column.more.filter(([, category]) => wanted.has(category)).map(([site]) => site))
  keep(sites, site => wanted.has(column.values[site]!) || several.has(site))
}

/** Sites within `steps` ties of `centre`, itself included. */
export function within(model: Model, centre: number, steps: number): Set<number> {
  const found = new Set([centre])
  let edge = [centre]
  for (let step = 0; step < steps; step++) {
    edge = edge.flatMap(site => [...neighboursOf(model, site)]).filter(site => !found.has(site))
    for (const site of edge) found.add(site)
  }
  return found
}

/**
 * How many sites each category of a column would show: sites that pass all filters but the column's own. The last entry
 * counts those whose category is not known.
 */
export function facetCounts(model: Model, filters: Filters, name: string): number[] {
  const column = categoryColumn(model, name)
  if (!column) return []
  const sites = passing(model, filters, name)
  const counts = Array.from({ length: column.categories.length + 1 }, () => 0)
  const { values, categories } = column
  for (let site = 0; site < values.length; site++) {
    const category = values[site]!
    if (sites[site] === 1) counts[category < 0 ? categories.length : category]! += 1
  }
  for (const [site, category] of column.more) if (sites[site] === 1) counts[category]! += 1
  return counts
}
