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
  ['bb=disparity..0.05', { ...noFilters, backbone: { name: 'disparity', threshold: 0.05 } }],
  ['f.country=FR&f.country=', { ...noFilters, categories: { country: ['FR', ''] } }],
  ['r.in_degree=3..10', { ...noFilters, ranges: { in_degree: { least: 3, most: 10 } } }],
  ['q=mairie+de+lyon', { ...noFilters, words: 'mairie de lyon' }],
  ['part=1', { ...noFilters, part: true }],
  ['core=2', { ...noFilters, core: 2 }],
  ['only=site-0.example&only=site-2.example', { ...noFilters, only: ['site-0.example', 'site-2.example'] }],
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

describe('the filter of lines that stand out', () => {
  // The worked network of four nodes in tests/data/vocabulary/backbones.test.ts.
  const ends = [[0, 1, 10], [0, 2, 2], [0, 3, 6], [1, 0, 5], [1, 2, 4], [1, 3, 1], [2, 0, 1], [2, 3, 8], [3, 0, 3], [3, 1, 2]] as const // prettier-ignore
  const worked = (factor = 1) => tinyModel(['a', 'b', 'c', 'd'], ends.map(([from, to, weight]) => ({ from, to, weight: weight * factor }))) // prettier-ignore

  it('keeps those of the backbone, of all lines of the map', () => {
    const { sites, ties, tieCount } = shownBy(worked(), read('bb=disparity..0.2&w=5'))
    expect([...sites]).toEqual([1, 1, 1, 1])
    // Out and in: a→b .1975 .1667, a→d .4444 .3600, b→a .2500 .1975, c→d .1111 .2178.
    expect(tieCount).toBe(3)
    expect([0, 3, 7].map(tie => ties[tie])).toEqual([1, 1, 1])
  })

  it('leaves all where nobody can say what to expect: weights that are no counts', () => {
    expect(shownBy(worked(0.5), read('bb=noise-corrected..1.64')).tieCount).toBe(ends.length)
    expect(shownBy(worked(), read('bb=noise-corrected..1.64')).tieCount).toBeLessThan(ends.length)
    // Hundredths of a likeness are whole numbers, and count nothing.
    const alike = { ...worked(), as: 'similar' } as const
    expect(shownBy(alike, read('bb=noise-corrected..1.64')).tieCount).toBe(ends.length)
    expect(shownBy(alike, read('bb=disparity..0.2')).tieCount).toBeLessThan(ends.length)
  })

  it.each(['bb=', 'bb=disparity', 'bb=disparity..0', 'bb=disparity..2', 'bb=noise-corrected..x', 'bb=a..1', 'bb=disparity..0.1..1'])(
    'reads nothing of %s',
    address => expect(read(address)).toEqual(noFilters),
  ) // prettier-ignore
})
