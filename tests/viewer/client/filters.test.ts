import { describe, expect, it } from 'vitest'
import {
  eachFilter,
  filterKeys,
  filterParts,
  filtersOf,
  isFiltered,
  noFilters,
  type Filters,
} from '#viewer/client/filters/filters.ts'
import { shownBy } from '#viewer/client/filters/shown-by.ts'
import { speak } from '#viewer/client/words/format.ts'
import { tinyModel } from './tiny-model.ts'

const model = tinyModel(['a', 'b', 'c'], [{ from: 0, to: 1, weight: 3 }, { from: 1, to: 2 }]) // prettier-ignore
const read = (address: string): Filters => filtersOf(new URLSearchParams(address), () => true)

/** Addresses as people have shared them since the first version: they stay readable. */
const shared: readonly [address: string, filters: Filters][] = [
  ['w=3', { ...noFilters, weight: 3 }],
  ['f.country=FR&f.country=', { ...noFilters, categories: { country: ['FR', ''] } }],
  ['r.in_degree=3..10', { ...noFilters, ranges: { in_degree: { least: 3, most: 10 } } }],
  ['q=mairie+de+lyon', { ...noFilters, words: 'mairie de lyon' }],
  ['ego=site-0.example&steps=2', { ...noFilters, ego: { id: 'site-0.example', steps: 2 } }],
]

describe('the list of filters', () => {
  it.each(shared)('reads and writes %s', (address, filters) => {
    expect(read(address)).toEqual(filters)
    expect(filterParts(filters).map(([name, value]) => [name, value])).toEqual([...new URLSearchParams(address)])
  })

  it('has an address of each filter above', () => {
    const told = shared.flatMap(([, filters]) => filterKeys.filter(key => filters[key] !== noFilters[key]))
    expect(told.toSorted()).toEqual(filterKeys.toSorted())
  })

  it('gives every filter names of its own: all at once come back as all', () => {
    const all = Object.assign({}, noFilters, ...shared.map(([address]) => {
      const filters = read(address)
      return Object.fromEntries(filterKeys.filter(key => JSON.stringify(filters[key]) !== JSON.stringify(noFilters[key])).map(key => [key, filters[key]]))
    })) as Filters // prettier-ignore
    expect(read(shared.map(([address]) => address).join('&'))).toEqual(all)
    expect(eachFilter(all, (filter, value) => filter.isOn(value))).toEqual(filterKeys.map(() => true))
  })

  it('has none that leaves anything out, writes or says a word before it is set', () => {
    expect(isFiltered(noFilters)).toBe(false)
    expect(filterParts(noFilters)).toEqual([])
    expect(read('')).toEqual(noFilters)
    expect(shownBy(model, noFilters)).toMatchObject({ siteCount: 3, tieCount: 2 })
    expect(eachFilter(noFilters, ({ chips }, value) => chips(value, model, speak('fr'))).flat()).toEqual([])
  })

  it('has a chip for each that is set, which takes it away', () => {
    for (const [, filters] of shared) {
      const left = eachFilter(filters, ({ chips }, value, set) =>
        chips(value, model, speak('en')).map(({ without }) => set(without)),
      )
      expect(left.flat()).toEqual([noFilters])
    }
  })
})
