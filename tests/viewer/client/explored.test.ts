import { describe, expect, it } from 'vitest'
import { LiveForces } from '#viewer/client/arrange/live-forces.ts'
import { forceMs, forcesTask } from '#viewer/client/arrange/forces-task.ts'
import { besidePlaces, movedSites } from '#viewer/client/arrange/own-places.ts'
import { binsOf } from '#viewer/client/filters/histogram.tsx'
import { noFilters } from '#viewer/client/filters/filters.ts'
import { shownBy } from '#viewer/client/filters/shown-by.ts'
import { connectedParts } from '#viewer/client/model/connected-parts.ts'
import { mapCores } from '#viewer/client/model/map-cores.ts'
import { isInside } from '#viewer/client/model/inside.ts'
import { coreNumbers } from '#graph/analysis/paths/core-numbers.ts'
import { ignoreDirection } from '#graph/analysis/paths/adjacency.ts'
import { toDigraph } from '#graph/analysis/to-digraph.ts'
import { siteOf } from '#tests/graph/analysis/site.ts'
import { tinyModel } from './tiny-model.ts'

const ties = (text: string) => text.split(' ').map(pair => ({ from: Number(pair[0]), to: Number(pair[1]) }))
const letters = (count: number) => Array.from({ length: count }, (_, site) => String(site))
/** A square with both diagonals (0 to 3), a tail (4, 5), a pair that cites each other (6, 7), and 8 alone. */
const model = tinyModel(letters(9), ties('01 12 23 30 02 13 34 45 67 76'))

describe('connectedParts(model)', () => {
  it('numbers the parts from the largest on, those of one size by their first site', () => {
    expect([...connectedParts(model)]).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 2])
    expect([...connectedParts(tinyModel(letters(4), ties('32')))]).toEqual([1, 2, 0, 0])
  })

  it('is what the filter of the largest part keeps', () => {
    expect(shownBy(model, { ...noFilters, part: true })).toMatchObject({ siteCount: 6, tieCount: 8 })
  })
})

describe('mapCores(model)', () => {
  it('is 3 in the square with its diagonals, 1 in tail and pair, 0 alone; both directions count once', () => {
    expect([...mapCores(model)]).toEqual([3, 3, 3, 3, 1, 1, 1, 1, 0])
    expect(shownBy(model, { ...noFilters, core: 3 })).toMatchObject({ siteCount: 4, tieCount: 6 })
  })

  it('agrees with the measure of the analysis', () => {
    const text = 'ab ac ad bc bd ce ef fg ge gh hi ia bi dh eh fi fd'
    const own = tinyModel(
      [...'abcdefghi'],
      text.split(' ').map(([one = '', other = '']) => ({ from: one.charCodeAt(0) - 97, to: other.charCodeAt(0) - 97 })),
    )
    const site = siteOf(text.replaceAll(/(\w)(\w)/g, '$1>$2'))
    expect([...mapCores(own)]).toEqual([...coreNumbers(ignoreDirection(toDigraph(site)))])
  })
})

describe('the filter by words', () => {
  const category = (value: string) => ({ value, label: '', count: 1, place: 0, colour: '#888888' })
  const said = tinyModel(['Isoloir', 'Scrutin', 'Urne'], [], [
    { kind: 'category', name: 'community', origin: 'analysis', categories: ['1', '2'].map(category), values: [0, 1, 1], more: [] },
    { kind: 'category', name: 'tag:sujet', origin: 'tag', categories: ['sondage', 'mairie'].map(category), values: [0, -1, 0], more: [[2, 1]] },
  ]) // prettier-ignore
  const named = { number: 2, size: 2, name: 'Élus locaux', sites: [], countries: [], kinds: [], words: [], mix: null, stability: 1, given: { proposed: 'Scrutin, Urne', sites: 2, left: 2, warning: '' } } // prettier-ignore
  const analysis = { ...said.data.analysis!, communities: [named] } as unknown as NonNullable<typeof said.data.analysis>
  const found = (words: string) => [...shownBy({ ...said, data: { ...said.data, analysis } }, { ...noFilters, words }).sites].join('') // prettier-ignore

  it('finds names, each of several values, and the name that a person gave a community, whatever accents and order', () => {
    expect(['isoloir', 'mairie', 'sondage', 'elus', 'locaux élus', 'urne mairie', 'nobody'].map(found)).toEqual(['100', '001', '101', '011', '011', '001', '000']) // prettier-ignore
  })
})

describe('isInside(point, outline)', () => {
  it('follows an outline that turns in on itself', () => {
    const cup = [[0, 0], [9, 0], [9, 9], [6, 9], [6, 3], [3, 3], [3, 9], [0, 9]].map(([x, y]) => ({ x: x!, y: y! })) // prettier-ignore
    expect(isInside({ x: 1, y: 8 }, cup)).toBe(true)
    expect(isInside({ x: 4.5, y: 1 }, cup)).toBe(true)
    expect(isInside({ x: 4.5, y: 8 }, cup)).toBe(false)
    expect(isInside({ x: 10, y: 1 }, cup)).toBe(false)
    expect(isInside({ x: 1, y: 1 }, cup.slice(0, 2))).toBe(false)
  })
})

describe('binsOf(values)', () => {
  it('gives few whole numbers a bin each, and loses no value', () => {
    expect(binsOf([0, 1, 1, 3])).toEqual([
      { least: 0, most: 0, sites: 1 },
      { least: 1, most: 1, sites: 2 },
      { least: 2, most: 2, sites: 0 },
      { least: 3, most: 3, sites: 1 },
    ])
    for (const values of [
      [0.1, 0.2, 0.35, 9],
      [0, 1000, 37, 999],
      [-5, 5],
    ]) {
      const bins = binsOf(values)
      expect(bins.reduce((sum, { sites }) => sum + sites, 0)).toBe(values.length)
      expect([bins[0]!.least, bins.at(-1)!.most]).toEqual([Math.min(...values), Math.max(...values)])
    }
  })

  it('has none where all values are the same, or there is none', () => {
    expect(binsOf([4, 4])).toEqual([])
    expect(binsOf([])).toEqual([])
  })
})

describe('LiveForces(task)', () => {
  const star = tinyModel(letters(10), ties('01 02 20 03 04 05 06'))
  const { task, sites } = forcesTask(star, shownBy(star, noFilters), () => 6)
  const forces = new LiveForces(task)
  for (const calm of [0, 0.3, 0.6, 1]) forces.go(500, calm)
  const places = forces.places(true)
  const at = (site: number) => [places[site * 2]!, places[site * 2 + 1]!] as const

  it('stays in the box of the map, whole discs', () => {
    for (const site of sites) {
      const [x, y] = at(site)
      expect(Math.min(x - 6 - task.box.left, task.box.right - x - 6)).toBeGreaterThan(-0.01)
      expect(Math.min(y - 6 - task.box.bottom, task.box.top - y - 6)).toBeGreaterThan(-0.01)
    }
  })

  it('draws a star as one: no leaf is twice as far from the middle as another, and no disc lies on another', () => {
    const leaves = [1, 2, 3, 4, 5, 6].map(leaf => Math.hypot(at(leaf)[0] - at(0)[0], at(leaf)[1] - at(0)[1]))
    expect(Math.max(...leaves) / Math.min(...leaves)).toBeLessThan(2)
    for (const one of sites)
      for (const other of sites.slice(one + 1))
        expect(Math.hypot(at(one)[0] - at(other)[0], at(one)[1] - at(other)[1])).toBeGreaterThan(12)
  })

  it('puts sites without a tie beneath all others', () => {
    const lowest = Math.min(...[0, 1, 2, 3, 4, 5, 6].map(site => at(site)[1]))
    for (const site of [7, 8, 9]) expect(at(site)[1]).toBeLessThan(lowest - 12)
  })

  it('lays out what filters leave and moves nothing else', () => {
    const shown = shownBy(star, { ...noFilters, part: true })
    const part = forcesTask(star, shown, () => 6)
    expect(part.sites).toEqual([0, 1, 2, 3, 4, 5, 6])
    const beside = besidePlaces(star.data, part.sites, new LiveForces(part.task).places())
    expect(beside.x.slice(7)).toEqual(star.data.x.slice(7))
    expect(movedSites(star.data, beside).every(site => site < 7)).toBe(true)
    expect(movedSites(star.data, undefined)).toEqual([])
  })

  it('takes some seconds, more for more sites', () => {
    expect([2, 2000, 1e6].map(forceMs)).toEqual([1508, 8000, 8000])
  })
})
