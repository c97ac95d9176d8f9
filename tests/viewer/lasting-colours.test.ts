import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { zones } from '#data/vocabulary/zones.ts'
import { statuses as allStatuses } from '#data/vocabulary/statuses.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { setEntity } from '#data/store/curate/set-entity.ts'
import { forgetEntity } from '#data/store/curate/forget.ts'
import { tagEntity, untagEntity } from '#data/store/curate/tag-entity.ts'
import { undoEvent } from '#data/store/curate/undo.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { analyseCorpus } from '#graph/analysis/analyse-corpus.ts'
import { exportCorpus } from '#graph/exchange/export-corpus.ts'
import { otherColour } from '#graph/exchange/model/colours.ts'
import { formats } from '#graph/exchange/write/formats.ts'
import { publishedData } from '#viewer/publish/map-page.ts'
import { readMapData } from '#viewer/server/read-map-data.ts'
import type { CategoryColumn, MapData } from '#viewer/protocol/map.ts'
import { copyInventedCorpus } from './copy-invented-corpus.ts'
import { corpusPlace } from './invented-corpus-file.ts'
import { crawledAt } from './invented-network.ts'

const author = { actor: 'test', reason: '', now: crawledAt }
const place = corpusPlace()
let corpus: Corpus
let copies = 0

/** A fresh copy of the invented corpus. */
const openCopy = (): Promise<Corpus> => copyInventedCorpus(`${place.file}-${copies++}`)

beforeEach(async () => {
  corpus = await openCopy()
})
afterEach(() => corpus.close())
afterAll(() => place.remove())

const map = (of = corpus): MapData => readMapData({ corpus: of, title: 'x', now: () => crawledAt })
const columnOf = (data: MapData, name: string): CategoryColumn => {
  const column = data.columns.find(one => one.name === name)
  if (column?.kind !== 'category') throw new TypeError(`no categories ${name}`)
  return column
}
/** Colour by category, in the order of the legend. */
const colours = (name: string, data = map()): Record<string, string> =>
  Object.fromEntries(columnOf(data, name).categories.map(({ value, colour }) => [value, colour]))
const order = (name: string): string[] => columnOf(map(), name).categories.map(({ value }) => value)

const choice = { title: 'x', statuses: ['IN'], zones, minWeight: 0 } as const
const gexf = (of = corpus): string => [...formats.gexf.write(exportCorpus(of, choice), {})].join('')
/** '#rrggbb' of each node of a GEXF file. */
const drawn = (text: string): Map<string, string> =>
  new Map(
    [...text.matchAll(/<node id="([^"]+)"[\s\S]*?<viz:color r="(\d+)" g="(\d+)" b="(\d+)"\/>/g)].map(
      ([, id, ...channels]) => [
        id!,
        `#${channels.map(channel => Number(channel).toString(16).padStart(2, '0')).join('')}`,
      ],
    ),
  )

const analyse = (options: { seed?: number; resolution?: number } = {}): Promise<unknown> =>
  analyseCorpus(
    corpus,
    { seed: 1, statuses: ['IN'], zones, weight: 'evidence', runs: 10, resolution: 1, ...options },
    () => crawledAt,
    () => undefined,
  )

/** The sites of each community, by its number. */
function communities(data: MapData): Map<string, Set<string>> {
  const { categories, values } = columnOf(data, 'community')
  return new Map(
    categories.map(({ value }, index) => [value, new Set(data.ids.filter((_, site) => values[site] === index))]),
  )
}

/** Pairs that are more like each other than like anything else: they share more than half of what either has. */
function* samePairs(before: MapData, after: MapData): Generator<readonly [was: string, is: string]> {
  for (const [was, then] of communities(before))
    for (const [is, now] of communities(after))
      if (then.intersection(now).size * 2 > then.union(now).size) yield [was, is]
}

describe('a category of the corpus', () => {
  it('keeps its colour when edits change the ranks', () => {
    const before = colours('country')
    expect(order('country').slice(0, 2)).toEqual(['FR', 'US'])
    const moved = map()
      .ids.filter((_, site) => columnOf(map(), 'country').values[site] === 0)
      .slice(0, 8)
    for (const id of moved) setEntity(corpus, author, id, { country: 'US' })
    expect(order('country').slice(0, 2)).toEqual(['US', 'FR'])
    expect(colours('country')).toEqual(before)
    setEntity(corpus, author, moved[0]!, { country: 'JP' })
    expect(Object.values(before)).not.toContain(colours('country')['JP'])
    expect(colours('country')).toEqual({ ...before, JP: colours('country')['JP'] })
    for (const id of moved.slice(1)) setEntity(corpus, author, id, { country: 'JP' })
    const withJapan = { ...before, JP: colours('country')['JP'] }
    expect(colours('country')).toEqual(withJapan)
    while (undoEvent(corpus, author) !== null) expect(withJapan).toMatchObject(colours('country'))
    expect(colours('country')).toEqual(before)
  })

  it('keeps it in the published page, also one with sites that the map has not', () => {
    const us = map().ids.filter((_, site) => columnOf(map(), 'country').values[site] === 1)
    setEntity(corpus, author, 'unreviewed.example', { country: 'CH', status: 'UNDECIDED' })
    for (const id of us) setEntity(corpus, author, id, { country: 'CA' })
    for (const statuses of [['IN'], allStatuses] as const) {
      const page = publishedData(corpus, { ...choice, statuses }, {}).map
      expect(colours('country', page)).toMatchObject(colours('country'))
    }
  })

  it('keeps it when it was away for a while', () => {
    for (const value of ['a', 'b', 'c']) tagEntity(corpus, author, 'doorstep.example', 'group', value)
    const before = colours('tag:group')
    untagEntity(corpus, author, 'doorstep.example', 'group', 'b')
    tagEntity(corpus, author, 'doorstep.example', 'group', 'd')
    expect(Object.values(before)).not.toContain(colours('tag:group')['d'])
    tagEntity(corpus, author, 'doorstep.example', 'group', 'b')
    expect(colours('tag:group')).toMatchObject(before)
  })

  it('has the same one in a copy that nobody can write, and reading keeps nothing', () => {
    setEntity(corpus, author, 'doorstep.example', { country: 'JP' })
    const rows = () => corpus.sql('SELECT * FROM colour').all()
    const [before, kept] = [colours('country'), rows()]
    const reader = openCorpus(corpus.file, 'read')
    expect(colours('country', map(reader))).toEqual(before)
    expect(gexf(reader)).toBe(gexf())
    reader.close()
    expect(rows()).toEqual(kept)
  })

  it('is forgotten with the only site that had it', () => {
    tagEntity(corpus, author, 'doorstep.example', 'director', 'A Person')
    tagEntity(corpus, author, 'ballot-foundry.example', 'director', 'Another Person')
    setEntity(corpus, author, 'doorstep.example', { kind: 'diary of somebody' })
    setEntity(corpus, author, 'ballot-foundry.example', { note: 'x' })
    const kept = (): string => JSON.stringify(corpus.sql('SELECT category FROM colour').all())
    expect(kept()).toContain('diary of somebody')
    forgetEntity(corpus, author, 'doorstep.example')
    expect(kept()).not.toMatch(/diary of somebody|A Person/)
    expect(kept()).toContain('Another Person')
  })
})

describe('a community of a new analysis', () => {
  it.each([
    ['another seed', { seed: 7 }],
    ['a finer resolution', { resolution: 1.6 }],
    ['a coarser resolution', { resolution: 0.5 }],
  ])('has the colour of the one that it mostly is, after %s', async (_, options) => {
    const before = map()
    await analyse(options)
    const after = map()
    const pairs = [...samePairs(before, after)]
    expect(pairs.length).toBeGreaterThan(0)
    for (const [was, is] of pairs) expect(colours('community', after)[is]).toBe(colours('community', before)[was])
    const own = Object.values(colours('community', after)).filter(colour => colour !== otherColour)
    expect(new Set(own).size).toBe(own.length)
  })

  it('keeps it when sizes, and so the numbers, change', async () => {
    const before = map()
    for (const id of [...communities(before).get('1')!].slice(0, 6)) setEntity(corpus, author, id, { status: 'OUT' })
    await analyse()
    const after = map()
    const pairs = [...samePairs(before, after)]
    expect(pairs.some(([was, is]) => was !== is)).toBe(true)
    for (const [was, is] of pairs) expect(colours('community', after)[is]).toBe(colours('community', before)[was])
  })

  it('has the same colour in GEXF, in the published page and on the map', async () => {
    await analyse({ resolution: 1.6 })
    for (const id of [...communities(map()).get('1')!].slice(0, 6)) setEntity(corpus, author, id, { status: 'OUT' })
    await analyse()
    const data = map()
    const { categories, values } = columnOf(data, 'community')
    const onMap = new Map(data.ids.map((id, site) => [id, categories[values[site]!]!.colour]))
    expect(categories.map(({ colour }) => colour)).not.toEqual(Object.values(colours('community')).toSorted())
    expect(drawn(gexf())).toEqual(onMap)
    expect(colours('community', publishedData(corpus, choice, {}).map)).toEqual(colours('community', data))
    const { nodes } = exportCorpus(corpus, choice)
    expect(new Map(nodes.map(({ id, colour }) => [id as string, colour]))).toEqual(onMap)
  })

  it('looks the same in column `community_previous`, which has it under its number of before', async () => {
    await analyse({ resolution: 1.6 })
    const data = map()
    const [own, before] = [columnOf(data, 'community'), columnOf(data, 'community_previous')]
    for (const site of data.ids.keys())
      expect(before.categories[before.values[site]!]!.colour).toBe(own.categories[own.values[site]!]!.colour)
  })
})

describe('the same corpus with the same seed', () => {
  it('gives the same bytes when it is analysed again, after another analysis in between, and in a fresh copy', async () => {
    await analyse()
    const [first, firstDrawn] = [gexf(), drawn(gexf())]
    await analyse()
    expect(gexf()).toBe(first)
    await analyse({ seed: 5, resolution: 2 })
    expect(drawn(gexf())).not.toEqual(firstDrawn)
    await analyse()
    expect(drawn(gexf())).toEqual(firstDrawn)
    corpus.close()
    corpus = await openCopy()
    await analyse()
    expect(gexf()).toBe(first)
  })
})
