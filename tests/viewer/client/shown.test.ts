import { describe, expect, it } from 'vitest'
import type { CategoryColumn, NumberColumn } from '#viewer/protocol/map.ts'
import { siteTable, tiesOfCell, tieTable } from '#viewer/client/model/cross-table.ts'
import { keepCategories, toggleCategory } from '#viewer/client/filters/categories.ts'
import { isFiltered, noFilters, type Filters } from '#viewer/client/filters/filters.ts'
import { keepRange, type Range } from '#viewer/client/filters/ranges.ts'
import { facetCounts, shownBy } from '#viewer/client/filters/shown-by.ts'
import { shortestPath } from '#viewer/client/model/shortest-path.ts'
import { within } from '#viewer/client/model/within.ts'
import { tinyModel } from './tiny-model.ts'

const country: CategoryColumn = {
  kind: 'category', name: 'country', origin: 'corpus', values: [0, 0, 1, 1, -1], more: [[3, 0]],
  categories: ['FR', 'US'].map(value => ({ value, label: '', count: 2, place: 0, colour: '#000000' })),
} // prettier-ignore
const kind: CategoryColumn = {
  kind: 'category', name: 'kind', origin: 'corpus', values: [0, 1, 0, 1, 0], more: [],
  categories: ['agency', 'media'].map(value => ({ value, label: '', count: 2, place: 0, colour: '#000000' })),
} // prettier-ignore
const degree: NumberColumn = { kind: 'number', name: 'in_degree', origin: 'analysis', values: [0, 1, 2, 3, null] }

/** a → b → c → d, a → c, and e alone: a b French, c American, d both, e unknown. */
const model = tinyModel(
  ['a', 'b', 'c', 'd', 'e'],
  [
    { from: 0, to: 1, weight: 1 },
    { from: 1, to: 2, weight: 5 },
    { from: 2, to: 3, weight: 2 },
    { from: 0, to: 2, weight: 3 },
  ],
  [country, kind, degree],
)
const sitesOf = (filters: Filters): number[] =>
  [...shownBy(model, filters).sites.entries()].filter(([, on]) => on).map(([site]) => site)
const keepAlso = (filters: Filters, column: string, ...values: string[]): Filters => ({
  ...filters,
  categories: keepCategories(filters.categories, column, values),
})
const keep = (column: string, ...values: string[]): Filters => keepAlso(noFilters, column, ...values)
const between = (filters: Filters, column: string, range: Range | null): Filters => ({
  ...filters,
  ranges: keepRange(filters.ranges, column, range),
})
const toggle = (filters: Filters, column: string, value: string): Filters => ({
  ...filters,
  categories: toggleCategory(filters.categories, column, value),
})

describe('shownBy(model, filters)', () => {
  it('shows everything without filters', () => {
    expect(shownBy(model, noFilters)).toMatchObject({ siteCount: 5, tieCount: 4 })
  })

  it.each<[string, Filters, number[]]>([
    ['a category, sites with several values included', keep('country', 'FR'), [0, 1, 3]],
    ['the unknown, when asked for', keep('country', ''), [4]],
    ['no unknown for a value that no site has', keep('country', 'DE'), []],
    ['what passes all filters', keepAlso(keep('country', 'FR'), 'kind', 'media'), [1, 3]],
    [
      'a range, both ends included, unknown values left out',
      between(noFilters, 'in_degree', { least: 1, most: 2 }),
      [1, 2],
    ],
    ['neighbours in both directions', { ...noFilters, ego: { id: 'site-1.example', steps: 1 } }, [0, 1, 2]],
    ['neighbours of neighbours', { ...noFilters, ego: { id: 'site-1.example', steps: 2 } }, [0, 1, 2, 3]],
    [
      'everything for columns and sites that are gone',
      { ...keep('typology', 'x'), ego: { id: 'gone.example', steps: 1 } },
      [0, 1, 2, 3, 4],
    ],
  ])('keeps %s', (_, filters, sites) => expect(sitesOf(filters)).toEqual(sites))

  it('drops ties that are too light, or that have lost an end', () => {
    expect([...shownBy(model, { ...noFilters, weight: 3 }).ties]).toEqual([0, 1, 0, 1])
    expect([...shownBy(model, keep('kind', 'agency')).ties]).toEqual([0, 0, 0, 1])
  })
})

describe('the filters', () => {
  it('come and go with a click each, and are gone when nothing of them is left', () => {
    const once = toggle(noFilters, 'country', 'FR')
    expect(once.categories).toEqual({ country: ['FR'] })
    expect(toggle(once, 'country', '').categories).toEqual({ country: ['FR', ''] })
    const back = between(between(toggle(once, 'country', 'FR'), 'in_degree', { least: 1, most: 2 }), 'in_degree', null)
    expect(back).toEqual(noFilters)
    expect([isFiltered(once), isFiltered(back)]).toEqual([true, false])
  })
})

describe('facetCounts(model, filters, column)', () => {
  it('counts what a click would show: all other filters hold, the column’s own does not', () => {
    expect(facetCounts(model, noFilters, 'country')).toEqual([3, 2, 1])
    expect(facetCounts(model, keepAlso(keep('country', 'US'), 'kind', 'media'), 'country')).toEqual([2, 1, 0])
  })
})

describe('within(model, centre, steps)', () => {
  it('stops where the network ends', () => expect([...within(model, 4, 2)]).toEqual([4]))
})

describe('shortestPath(model, from, to, isShown)', () => {
  const all = (): boolean => true
  it('follows the direction of citation, by the fewest ties', () => {
    expect(shortestPath(model, 0, 3, all)).toEqual([3, 2])
    expect(shortestPath(model, 3, 0, all)).toBeNull()
    expect(shortestPath(model, 0, 4, all)).toBeNull()
    expect(shortestPath(model, 0, 0, all)).toEqual([])
  })

  it('goes round what is not shown', () => {
    expect(shortestPath(model, 0, 3, tie => tie !== 3)).toEqual([0, 1, 2])
  })
})

describe('the cross tables', () => {
  const shown = shownBy(model, noFilters)
  it('count ties from row to column, the unknown last', () => {
    expect(tieTable(model, shown, 'country')).toEqual([
      [1, 2, 0],
      [0, 1, 0],
      [0, 0, 0],
    ])
  })

  it('count sites by two categories', () => {
    expect(siteTable(model, shown, 'country', 'kind')).toEqual([
      [1, 1, 0],
      [1, 1, 0],
      [1, 0, 0],
    ])
  })

  it('give the ties of a cell, heaviest first', () => {
    expect(tiesOfCell(model, shown, { column: 'country', source: 'FR', target: 'US' })).toEqual([1, 3])
    expect(tiesOfCell(model, shown, { column: 'country', source: '', target: 'US' })).toEqual([])
  })
})
