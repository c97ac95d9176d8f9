import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { zones } from '#data/vocabulary/zones.ts'
import { codeEdge } from '#data/store/curate/code-edge.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { exportCorpus, type ExportChoice } from '#graph/exchange/export-corpus.ts'
import { exportTo } from '#graph/exchange/write/export-to.ts'
import { stretchesOf, waveUnits } from '#graph/exchange/write/r/presence.ts'
import { writeR } from '#graph/exchange/write/r/write-r.ts'
import { changingCorpus, datePage, planted } from '#tests/graph/analysis/change/planted-change.ts'
import { someTime, temporaryFolder } from '#tests/data/store/invented-corpus.ts'
import { hasR, printed } from './readers.ts'
import { textOf } from './sample-model.ts'

const choice = { title: 'change', statuses: ['IN'], zones, minWeight: 0 } as const

type More = Partial<Pick<ExportChoice, 'wave' | 'codes' | 'minWeight'>>

const filesOf = (corpus: Corpus, more: More = {}): Record<string, string> =>
  Object.fromEntries(writeR(exportCorpus(corpus, { ...choice, ...more })).map(([name, text]) => [name, textOf(text)]))

const rows = (text: string): Record<string, string>[] => parse(text, { columns: true })

/** u2 has its address since 2016 alone. */
function dated(): Corpus {
  const corpus = changingCorpus()
  corpus.sql(`UPDATE prefix SET valid_from = '2016' WHERE url LIKE '%u2%'`).run()
  return corpus
}

describe('--format r, of several waves', () => {
  it('has matrices for RSiena: 1, 0, NA where nobody looked, 10 for a site that was not there', () => {
    const files = filesOf(dated())
    const matrix = (wave: number): string[] =>
      files[`siena-${wave}.csv`]!.trim()
        .split('\n')
        .slice(1)
        .map(line => line.replace('.example', ''))
    // f1 f2 f3 f4 u1 u2 u3; nobody read f4.
    expect(matrix(1)).toEqual([
      'f1,0,1,0,0,1,10,0',
      'f2,1,0,0,0,0,10,0',
      'f3,1,0,0,0,0,10,1',
      'f4,NA,NA,NA,0,NA,10,NA',
      'u1,0,0,0,0,0,10,1',
      'u2,10,10,10,10,10,0,10',
      'u3,0,0,0,0,1,10,0',
    ])
    expect(matrix(3)[3]).toBe('f4,NA,NA,NA,0,NA,NA,NA')
    expect(matrix(3)[5]).toBe('u2,0,0,0,0,1,0,0')
    // 1349 of the 1827 days between the first two waves had gone on 1 January 2016.
    expect(rows(files['composition.csv']!).map(({ site, from, to }) => [site, from, to])).toContainEqual([
      'u2.example',
      '1.7384',
      '3',
    ])
    expect(rows(files['composition.csv']!)).toHaveLength(7)
  })

  it('has spells for networkDynamic: what nobody looked at ends none, and each end says what it is known by', () => {
    const spells = rows(filesOf(changingCorpus())['edge-spells.csv']!).map(row =>
      [
        `${row['source']} ${row['target']}`.replaceAll('.example', ''),
        ...[
          'tail',
          'head',
          'onset',
          'terminus',
          'onset.censored',
          'terminus.censored',
          'onset.after',
          'terminus.after',
        ].map(name => row[name]),
      ].join(' '),
    )
    // Days since 1970 of the waves: 15452, 17279, 19092.
    expect(spells).toEqual([
      'f1 f2 1 2 15452 19092 true true  19092',
      'f1 u1 1 5 15452 19092 true false  17279',
      'f2 f1 2 1 15452 19092 true true  19092',
      'f2 u1 2 5 17279 19092 false true 15452 19092',
      'f3 f1 3 1 15452 19092 true false  17279',
      'f3 u1 3 5 19092 19092 false true 17279 19092',
      'f3 u3 3 7 15452 17279 true false  15452',
      'f4 u1 4 5 17279 17279 true true  17279',
      'u1 u3 5 7 15452 19092 true true  19092',
      'u2 u1 6 5 15452 19092 true true  19092',
      'u3 u1 7 5 15452 17279 true false  15452',
      'u3 u1 7 5 19092 19092 false true 17279 19092',
    ])
    expect(rows(filesOf(dated())['vertex-spells.csv']!)[5]).toEqual({
      onset: '16801',
      terminus: '19092',
      'vertex.id': '6',
      'onset.censored': 'false',
      'terminus.censored': 'true',
      site: 'u2.example',
    })
  })

  it('has relational events of pages that state a day, in their order', () => {
    const corpus = changingCorpus()
    datePage(corpus, 'http://f2.example/b', 'u1', '2013-05-06')
    datePage(corpus, 'http://f3.example/a', 'u1', '2012-05-06T10:00:00Z')
    datePage(corpus, 'http://f3.example/year', 'u1', '2011')
    expect(rows(filesOf(corpus)['events.csv']!)).toEqual([
      {
        ...{ time: '15466', sender: 'f3.example', receiver: 'u1.example', increment: '1', sender_id: '3' },
        ...{ receiver_id: '5', day: '2012-05-06', origin: 'json-ld', page: 'http://f3.example/a', links: '1' },
      },
      {
        ...{ time: '15831', sender: 'f2.example', receiver: 'u1.example', increment: '1', sender_id: '2' },
        ...{ receiver_id: '5', day: '2013-05-06', origin: 'json-ld', page: 'http://f2.example/b', links: '1' },
      },
    ])
  })

  it('has none of it for a wave that was named', () => {
    const names = Object.keys(filesOf(changingCorpus(), { wave: planted.days[1] }))
    expect(names.filter(name => /siena-|spells|composition|events\.csv/.test(name))).toEqual([])
  })

  it('has spells and events of coded ties alone where the others are not written, and none of ties that weigh enough', () => {
    const corpus = changingCorpus()
    datePage(corpus, 'http://f2.example/b', 'u1', '2013-05-06')
    datePage(corpus, 'http://f3.example/a', 'u1', '2012-05-06')
    const tie = { source: 'f3.example', target: 'u1.example', code: 'credit', note: '' } as const
    codeEdge(corpus, { actor: 'Ada', reason: '', now: someTime }, tie)
    const files = filesOf(corpus, { codes: ['credit'] })
    const ends = (name: string, from: string, to: string): (string | undefined)[][] =>
      rows(files[name]!).map(row => [row[from], row[to]])
    expect(ends('edge-spells.csv', 'source', 'target')).toEqual([['f3.example', 'u1.example']])
    expect(ends('events.csv', 'sender', 'receiver')).toEqual([['f3.example', 'u1.example']])
    const names = Object.keys(filesOf(corpus, { minWeight: 2 }))
    expect(names.filter(name => /siena-1|spells|composition|events\.csv/.test(name))).toEqual([
      'composition.csv',
      'vertex-spells.csv',
      'siena-1.csv',
    ])
  })

  it('ends no spell of a site before it began: one that lies outside all waves has its own day', () => {
    const spellOf = (from: string, to: string): (string | undefined)[] => {
      const corpus = changingCorpus()
      corpus.sql(`UPDATE prefix SET valid_from = ?, valid_to = ? WHERE url LIKE '%u2%'`).run(from, to)
      const spell = rows(filesOf(corpus)['vertex-spells.csv']!)[5]!
      return ['onset', 'terminus', 'onset.censored', 'terminus.censored'].map(name => spell[name])
    }
    // 2010-12-31 is day 14974 since 1970, 2024-01-01 day 19723.
    expect(spellOf('', '2010')).toEqual(['14974', '14974', 'true', 'false'])
    expect(spellOf('2024', '')).toEqual(['19723', '19723', 'false', 'true'])
  })

  it('writes the same twice, with every file in its manifest, and takes away what a smaller export leaves', async () => {
    const folder = join(temporaryFolder(), 'r')
    const corpus = dated()
    await exportTo('r', folder, exportCorpus(corpus, choice))
    const manifest = JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')) as {
      readonly resources: readonly { readonly path: string; readonly description: string; readonly schema?: object }[]
    }
    const paths = manifest.resources.map(({ path }) => path)
    expect([...paths, 'datapackage.json'].sort()).toEqual(readdirSync(folder).sort())
    expect(manifest.resources.find(({ path }) => path === 'edge-spells.csv')!.schema).toBeDefined()
    expect(manifest.resources.filter(({ description }) => description === '')).toEqual([])
    expect(filesOf(corpus)).toEqual(filesOf(dated()))
    // As an export of more than 5,000 sites leaves it: read.R would take the matrices for lists.
    writeFileSync(join(folder, 'unread.csv'), 'wave,id\n')
    await exportTo('r', folder, exportCorpus(corpus, { ...choice, wave: planted.days[0] }))
    expect(readdirSync(folder)).not.toContain('unread.csv')
    expect(readdirSync(folder).filter(name => /siena-|spells|composition|events\.csv/.test(name))).toEqual([])
  })

  it.skipIf(!hasR())('is read by R: tens, missing ties, spells', async () => {
    const folder = join(temporaryFolder(), 'r')
    await exportTo('r', folder, exportCorpus(dated(), choice))
    const script = `
setwd(commandArgs(TRUE)[1]); source("read.R")
one <- read_square("siena-1.csv"); spells <- read.csv("edge-spells.csv", check.names = FALSE)
cat(sprintf("[%d,%d,%d,%d]", sum(one == 10, na.rm = TRUE), sum(is.na(one)), sum(one == 1, na.rm = TRUE), sum(spells$terminus - spells$onset)))`
    // Twelve pairs with u2; five of f4, its own cell left out; seven ties. Spells: 6 × 3640, 1813 and 2 × 1827 days.
    expect(printed('Rscript', script, folder)).toEqual([12, 5, 7, 6 * 3640 + 1813 + 2 * 1827])
  })
})

describe('stretchesOf(node), waveUnits(stretches, days)', () => {
  const of = (...datedPrefixes: string[]) => stretchesOf({ prefixes: datedPrefixes.map(String), datedPrefixes })
  const days = ['2012-01-01', '2014-01-01', '2014-01-11']

  it('joins what follows day on day, and is always where one address has no dates', () => {
    expect(of('a.example (2008/2012)', 'b.example (2013/..)')).toEqual([{ from: '2008-01-01', to: '' }])
    expect(of('a.example (2008/2010-02)', 'b.example (2012-05/2013)')).toEqual([
      { from: '2008-01-01', to: '2010-02-28' },
      { from: '2012-05-01', to: '2013-12-31' },
    ])
    expect(stretchesOf({ prefixes: ['a', 'b'], datedPrefixes: ['a (2008/2010)'] })).toEqual([{ from: '', to: '' }])
  })

  it('counts days in waves, and leaves out what lies outside all', () => {
    expect(waveUnits([{ from: '', to: '' }], days)).toEqual([[1, 3]])
    expect(waveUnits([{ from: '2000-01-01', to: '2014-01-06' }], days)).toEqual([[1, 2.5]])
    expect(waveUnits([{ from: '2015-01-01', to: '' }], days)).toEqual([])
  })
})
