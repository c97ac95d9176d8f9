import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mergeEntity } from '#data/store/curate/merge-entity.ts'
import { setEntity } from '#data/store/curate/set-entity.ts'
import { undoEvent } from '#data/store/curate/undo.ts'
import { emptyCorpus, seeded } from '#tests/data/store/invented-corpus.ts'
import { importTo, rowsOf } from './through-corpus.ts'
import { author, files, newCorpus, inCorpus, factsOf, attributes } from './imported.ts'

describe('importCorpus(choice): a table of attributes', () => {
  const table =
    'id,url,name,typology,interviewed\n' +
    'a.example,,,vendor,yes\n' +
    ',https://www.b.example/about,,consultant,\n' +
    ',,Échoditto,pioneer,no\n' +
    ',http://nobody.example/,Nobody,?,?\n' +
    ',,Twin,twin,?\n'

  function surveyed(): string {
    const corpus = emptyCorpus()
    seeded(
      corpus,
      'http://a.example/',
      'http://b.example/',
      'http://echo.example/',
      'http://t1.example/',
      'http://t2.example/',
    )
    setEntity(corpus, author, 'echo.example', { label: 'EchoDitto' })
    for (const id of ['t1.example', 't2.example']) setEntity(corpus, author, id, { label: 'Twin' })
    return corpus.file
  }

  it('joins rows by id, address or name into tags, says what did not match, and can be taken back', async () => {
    const corpus = surveyed()
    const report = await attributes(files({ 'codes.csv': table }), corpus)
    expect(report).toMatchObject({
      kind: 'attributes',
      rows: 5,
      matched: { id: 1, address: 1, name: 1 },
      unmatched: [{ line: 5, name: 'Nobody' }],
      ambiguous: [{ line: 6, name: 'Twin', entities: ['t1.example', 't2.example'] }],
      tags: 5,
    })
    const tags = (id: string) => factsOf(corpus, id).tags.map(({ category, value }) => `${category}: ${value}`)
    expect(tags('a.example')).toEqual(['interviewed: yes', 'typology: vendor'])
    expect(tags('b.example')).toEqual(['typology: consultant'])
    expect(tags('echo.example')).toEqual(['interviewed: no', 'typology: pioneer'])
    expect(rowsOf(corpus)['entity']).toHaveLength(5)
    const before = rowsOf(corpus)
    expect(await attributes(files({ 'codes.csv': table }), corpus)).toMatchObject({ changed: false, tags: 0 })
    expect(rowsOf(corpus)).toEqual(before)
    inCorpus(corpus, open => undoEvent(open, author))
    expect(rowsOf(corpus)['tag']).toEqual([])
  })

  it('finds an entity by a name that it bore before', async () => {
    const corpus = surveyed()
    inCorpus(corpus, open => mergeEntity(open, author, 'b.example', 'a.example'))
    const report = await attributes(files({ 'codes.csv': 'name,code\nb.example,1\n' }), corpus)
    expect(report.matched).toEqual({ id: 0, address: 0, name: 1 })
    expect(factsOf(corpus, 'a.example').tags).toEqual([{ category: 'code', value: '1' }])
  })

  it('fills a country that is not known, and leaves one that a person set', async () => {
    const corpus = surveyed()
    inCorpus(corpus, open => setEntity(open, author, 'a.example', { country: 'FR' }))
    const report = await attributes(files({ 'codes.csv': 'id,country\na.example,US\nb.example,Belgique\n' }), corpus)
    expect([factsOf(corpus, 'a.example').country, factsOf(corpus, 'b.example').country]).toEqual(['FR', 'BE'])
    expect(report.remarks).toContain("1 values of country, kind or status differ from the corpus', which stay.")
  })

  it('is what a table of addresses with further columns is taken for, where the corpus named has entities', async () => {
    const survey = files({ 'codes.csv': 'url,typology\nhttp://a.example,vendor\nhttp://new.example,new\n' })
    const list = files({ 'list.csv': 'url,typology,status\nhttp://a.example,vendor,IN\nhttp://new.example,new,IN\n' })
    expect(await importTo(surveyed(), survey)).toMatchObject({ kind: 'attributes', unmatched: [{ line: 3 }] })
    expect(await importTo(surveyed(), list)).toMatchObject({ kind: 'entities', entities: { made: 1, changed: 1 } })
    expect(await importTo(newCorpus(), survey)).toMatchObject({ kind: 'entities', entities: { made: 2 } })
    expect(await importTo(surveyed(), survey, { as: 'entities' })).toMatchObject({ kind: 'entities' })
  })

  it('makes no corpus where there is none', async () => {
    const none = newCorpus()
    await expect(attributes(files({ 'codes.csv': 'name,code\nA,1\n' }), none)).rejects.toThrow(
      'there is no corpus here',
    )
    expect(existsSync(none)).toBe(false)
  })
})
