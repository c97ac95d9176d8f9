import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Corpus } from '#data/store/base/corpus.ts'
import { tagEntity } from '#data/store/curate/tag-entity.ts'
import { chooseColumns } from '#viewer/publish/choose-columns.ts'
import { readAmount } from '#data/table/read-amount.ts'
import { readMapData } from '#viewer/server/read-map-data.ts'
import { copyInventedCorpus } from './copy-invented-corpus.ts'
import { corpusPlace } from './invented-corpus-file.ts'
import { crawledAt } from './invented-network.ts'

describe('readAmount(text)', () => {
  it.each([
    ['12', 12],
    ['-3.5', -3.5],
    ['+0,25', 0.25],
    ['1e3', 1000],
    [' 007 ', 7],
    ['12 500', 12_500],
    ['12\u202f500,5', 12_500.5],
    ['1\u00a0234\u00a0567', 1_234_567],
    ['0,125', 0.125],
    ['12,500', null],
    ['1,234,567', null],
    ['12 50', null],
    ['', null],
    ['-', null],
    ['1/2', null],
    ['12 %', null],
    ['0x10', null],
    ['Infinity', null],
    ['1e999', null],
    ['NaN', null],
    ['2012-05', null],
    ['douze', null],
  ])('reads %j as %s', (text, amount) => {
    expect(readAmount(text)).toBe(amount)
  })
})

describe('a tag of numbers on the map', () => {
  const place = corpusPlace()
  let corpus: Corpus
  const author = { actor: 'test', reason: '', now: crawledAt }
  const map = () => readMapData({ corpus, title: 'x', now: () => crawledAt })
  const named = (name: string) => map().columns.find(column => column.name === name)
  const of = (id: string, name: string) => named(name)?.values[map().ids.indexOf(id)]

  beforeAll(async () => {
    corpus = await copyInventedCorpus(place.file)
    for (const [id, value] of [['doorstep', '12'], ['ballot-foundry', '3,5'], ['open-canvass', '120']] as const)
      tagEntity(corpus, author, `${id}.example`, 'staff', value) // prettier-ignore
  })
  afterAll(() => {
    corpus.close()
    place.remove()
  })

  it('comes by its amounts, beside its categories', () => {
    expect(named('number:staff')).toMatchObject({ kind: 'number', origin: 'tag' })
    expect(named('tag:staff')).toMatchObject({ kind: 'category', origin: 'tag' })
    expect(of('doorstep.example', 'number:staff')).toBe(12)
    expect(of('ballot-foundry.example', 'number:staff')).toBe(3.5)
    expect(of('isoloir-studio.example', 'number:staff')).toBeNull()
  })

  it('gives a site with several numbers no amount', () => {
    tagEntity(corpus, author, 'open-canvass.example', 'staff', '150')
    expect(of('open-canvass.example', 'number:staff')).toBeNull()
    expect(named('tag:staff')).toMatchObject({
      more: [[map().ids.indexOf('open-canvass.example'), expect.any(Number)]],
    })
  })

  it('is published with its categories, under one name', () => {
    const names = chooseColumns(map(), ['staff', 'country'], false).columns.map(({ name }) => name)
    expect(names).toEqual(['country', 'tag:staff', 'number:staff'])
    expect(chooseColumns(map(), null, true).columns.some(({ origin }) => origin === 'tag')).toBe(false)
  })

  it('is none as soon as one value is no number; words never are', () => {
    expect(named('number:typology')).toBeUndefined()
    tagEntity(corpus, author, 'doorstep.example', 'staff', 'about twenty')
    expect(named('number:staff')).toBeUndefined()
    expect(named('tag:staff')).toBeDefined()
  })
})
