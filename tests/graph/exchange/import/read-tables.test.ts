import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { countryCode } from '#graph/exchange/import/country-code.ts'
import { importFrom } from '../imported-model.ts'
import { readNetwork } from '#graph/exchange/read/read-network.ts'
import { readTables } from '#graph/exchange/read/read-tables.ts'
import { temporaryFolder } from '#tests/data/store/invented-corpus.ts'
import { bytes, read, ties, mistakeOf } from './read-text.ts'

describe('readNetwork(file, bytes) of tables', () => {
  it.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
  ])('reads ties separated by %s', (_, separator) => {
    const text = 'Source,Target,Type,Weight\na,b,Directed,2\nb,c,Undirected,1\n'.replaceAll(',', separator)
    expect(ties(read('e.csv', text))).toEqual([
      ['a', 'b', 2],
      ['b', 'c', 1],
      ['c', 'b', 1],
    ])
  })

  it('reads entities as a French spreadsheet saves them: windows-1252, semicolons, decimal commas, CRLF', () => {
    const text =
      'nom;url;pays;score;remarque\r\n"Élan ; numérique";https://elan.example;Belgique;1,5;"\'=à\r\nvoir"\r\n'
    const network = readNetwork('acteurs.csv', Buffer.from(text, 'latin1'))
    expect(network.kind).toBe('entities')
    expect(network.nodes).toMatchObject([
      {
        id: '',
        label: 'Élan ; numérique',
        homepage: 'https://elan.example',
        country: 'BE',
        tags: [
          ['remarque', '=à\r\nvoir'],
          ['score', '1,5'],
        ],
        line: 2,
      },
    ])
  })

  it('reads a table of attributes, rows in their order', () => {
    const network = read('codes.csv', '\ufeffname,typology\nb,two\na,one\n')
    expect(network.kind).toBe('attributes')
    expect(network.nodes.map(({ label, tags, line }) => [label, tags, line])).toEqual([
      ['b', [['typology', 'two']], 2],
      ['a', [['typology', 'one']], 3],
    ])
  })

  it("reads Hyphe's entities with prefixes, start pages, status and tags", () => {
    const network = read(
      'webentities.csv',
      'id,name,ID,NAME,STATUS,PREFIXES AS URL,PREFIXES AS LRU,HOME PAGE,START PAGES,CRAWLED,CRAWLING STATUS,INDEGREE,edito (TAGS)\n' +
        '41,Un,41,Un,OUT,http://un.example https://un.example,s:http|h:example|h:un|,http://un.example,http://un.example/a,true,FINISHED,3,media|blog\n',
    )
    expect(network).toMatchObject({ kind: 'entities', format: 'Hyphe entities' })
    expect(network.nodes).toMatchObject([
      {
        id: '41',
        label: 'Un',
        status: 'OUT',
        homepage: 'http://un.example',
        prefixes: ['http://un.example', 'https://un.example'],
        startPages: ['http://un.example/a'],
        tags: [
          ['edito', 'media'],
          ['edito', 'blog'],
        ],
      },
    ])
  })

  it("reads Hyphe's JSON, export and backup, LRUs turned into addresses", () => {
    const exported = {
      ID: 41,
      NAME: 'Un',
      STATUS: 'IN',
      'PREFIXES AS LRU': ['s:https|h:example|h:un|h:www|p:blog|'],
      TAGS: { edito: ['media'] },
      INDEGREE: 3,
    }
    const backup = {
      id: '7',
      name: 'Deux',
      status: 'DISCOVERED',
      prefixes: ['s:http|t:8080|h:example|h:deux|'],
      tags: { USER: { edito: ['blog'] }, CORE: { user_agent: ['x'] } },
    }
    const network = read('hyphe.json', JSON.stringify({ exportTimestamp: 1, webentities: [exported, backup] }))
    expect(network.kind).toBe('entities')
    expect(network.nodes).toMatchObject([
      { id: '41', label: 'Un', status: 'IN', prefixes: ['https://www.un.example/blog'], tags: [['edito', 'media']] },
      {
        id: '7',
        label: 'Deux',
        status: 'DISCOVERED',
        prefixes: ['http://deux.example:8080'],
        tags: [['edito', 'blog']],
      },
    ])
  })
})

describe('readTables(folder, files)', () => {
  it('reads nodes.csv and edges.csv of another tool', () => {
    const files = new Map([
      ['nodes.csv', bytes('Id,Label,Country\na,A,France\nb,B,\n')],
      ['edges.csv', bytes('Source,Target,Weight\na,b,3\n')],
    ])
    const network = readTables('gephi', files)
    expect(network.nodes.map(({ id, label, country }) => [id, label, country])).toEqual([
      ['a', 'A', 'FR'],
      ['b', 'B', ''],
    ])
    expect(ties(network)).toEqual([['a', 'b', 3]])
  })

  it('refuses a folder that lacks a table, a path that is not there, and an unknown zone', async () => {
    const folder = temporaryFolder()
    await expect(importFrom(folder)).rejects.toThrow('a folder without nodes.csv and edges.csv')
    await expect(importFrom(join(folder, 'nothing.gexf'))).rejects.toThrow('no such file or folder')
  })
})

describe('countryCode(text)', () => {
  it.each([
    ['fr', 'FR'],
    ['France', 'FR'],
    ['états-unis', 'US'],
    ['United States', 'US'],
    ['USA', 'US'],
    ['UK', 'GB'],
    ['Royaume-Uni', 'GB'],
    ['Czech Republic', 'CZ'],
    ['Allemagne', 'DE'],
    ['International', 'International'],
    ['EU', 'EU'],
    ['', ''],
  ])('%j is %j', (text, code) => {
    expect(countryCode(text)).toBe(code)
  })
})

describe('readTable(file, bytes)', () => {
  it('tells the line on which a row begins, whatever stands in its cells and between rows', () => {
    const text = 'source;target\r\n"a\r\nb";c\r\n\r\nd;e\r\nf\r\n'
    expect(mistakeOf('t.csv', text)).toBe('t.csv:6: 1 cells found, expected 2, as in the header')
    expect(mistakeOf('t.csv', 'source,target\na,"b\nc,d\n')).toMatch(
      /^t\.csv:\d: Quote Not Closed.* found, expected a table/,
    )
  })
})
