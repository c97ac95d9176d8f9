import { backbone } from './backbone.ts'
import { categories } from './categories.ts'
import { ego } from './ego.ts'
import type { AddressParts, Filter } from './filter.ts'
import { kCore } from './k-core.ts'
import { largestPart } from './largest-part.ts'
import { leastOfTies, tieWeight } from './least-of-ties.ts'
import { only } from './only.ts'
import { ranges } from './ranges.ts'
import { searched } from './searched.ts'

/** Every filter of the map, in the order of the panel and the trail. A new one is a new line here. */
const table = {
  /** Least weight of a tie. */
  weight: leastOfTies(tieWeight),
  backbone,
  words: searched,
  categories,
  ranges,
  part: largestPart,
  core: kCore,
  ego,
  only,
}

type ValueOf<One> = One extends Filter<infer Value> ? Value : never

/** What is left out of the map: the value of each filter. */
export type Filters = { readonly [Key in keyof typeof table]: ValueOf<(typeof table)[Key]> }

const filterOf: { readonly [Key in keyof Filters]: Filter<Filters[Key]> } = table
export const filterKeys = Object.keys(table) as (keyof Filters)[]

export const noFilters = Object.fromEntries(filterKeys.map(key => [key, filterOf[key].none])) as unknown as Filters

/** Asks every filter with its value; `set` returns the filters with another value of that one. */
export function eachFilter<Result>(
  filters: Filters,
  ask: <Value>(filter: Filter<Value>, value: Value, set: (value: Value) => Filters) => Result,
): Result[] {
  const one = <Key extends keyof Filters>(key: Key): Result =>
    ask<Filters[Key]>(filterOf[key], filters[key], value => ({ ...filters, [key]: value }))
  return filterKeys.map(key => one(key))
}

export const isFiltered = (filters: Filters): boolean =>
  eachFilter(filters, (filter, value) => filter.isOn(value)).some(Boolean)

export const filterParts = (filters: Filters): AddressParts =>
  eachFilter(filters, (filter, value) => filter.write(value)).flat()

/** Reads filters back from an address. */
export function filtersOf(parts: URLSearchParams, isKnown: (column: string) => boolean): Filters {
  const read = <Key extends keyof Filters>(filters: Filters, key: Key): Filters => ({
    ...filters,
    [key]: filterOf[key].read(parts, isKnown),
  })
  return filterKeys.reduce((filters, key) => read(filters, key), noFilters)
}
