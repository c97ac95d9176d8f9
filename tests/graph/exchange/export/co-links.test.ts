import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { zones } from '#data/vocabulary/zones.ts'
import { exportCorpus } from '#graph/exchange/export-corpus.ts'
import type { Relation } from '#data/vocabulary/relations.ts'
import { formats, type FormatName } from '#graph/exchange/write/formats.ts'
import { importCorpus } from '#graph/exchange/import/import-corpus.ts'
import { openCorpus } from '#data/store/base/open-corpus.ts'
import { readSiteGraph } from '#data/store/graph/site-graph.ts'
import { writeFileSync } from 'node:fs'
import { emptyCorpus, readPage, seeded, temporaryFolder } from '#tests/data/store/invented-corpus.ts'

/** a and b cite c and d; a cites e too: c and d are cited together twice, by a and b, and each with e once, by a. */
function corpusOfFive() {
  const corpus = emptyCorpus()
  const site = (name: string) => `http://${name}.example/`
  seeded(corpus, ...'abcde'.split('').map(site))
  readPage(corpus, site('a'), [site('c'), site('d'), site('e')])
  readPage(corpus, site('b'), [site('c'), site('d')])
  return corpus
}

function exported(graph: Relation, format: FormatName, minWeight = 0): string {
  const choice = { title: 'five', statuses: ['IN'], zones, minWeight, graph } as const
  const { kind, write } = formats[format]
  const model = exportCorpus(corpusOfFive(), choice)
  if (kind === 'file') return [...write(model, {})].join('')
  return write(model, {})
    .map(([name, text]) => `== ${name}\n${[...text].join('')}`)
    .join('')
}

const tableOf = (text: string, name: string): string => text.split(`== ${name}\n`)[1]!.split('== ')[0]!

describe('an export of what sites share', () => {
  it('has the sites cited together, by how many, and with size set aside', () => {
    const text = exported('co-citation', 'csv')
    const cosine = 1 / Math.sqrt(2)
    expect(tableOf(text, 'edges.csv').trim().split('\n')).toEqual([
      'source,target,weight,type,cosine',
      'c.example,d.example,2,Undirected,1',
      `c.example,e.example,1,Undirected,${cosine}`,
      `d.example,e.example,1,Undirected,${cosine}`,
    ])
    const degrees = tableOf(text, 'nodes.csv')
      .trim()
      .split('\n')
      .map(line => line.split(','))
    const column = degrees[0]!.indexOf('in_degree')
    expect(degrees.slice(1).map(cells => `${cells[0]} ${cells[column]} ${cells[column + 1]}`)).toEqual([
      'a.example 0 0',
      'b.example 0 0',
      'c.example 2 2',
      'd.example 2 2',
      'e.example 2 2',
    ])
  })

  it('has the sites that cite the same', () => {
    const edges = tableOf(exported('coupling', 'csv'), 'edges.csv').trim().split('\n').slice(1)
    expect(edges).toEqual([`a.example,b.example,2,Undirected,${2 / Math.sqrt(6)}`])
  })

  it('holds nodes, edges and their codebook alone: hyperlinks, pages and measures are of another graph', () => {
    const names = [...exported('coupling', 'csv').matchAll(/^== (.*)$/gm)].map(([, name]) => name)
    expect(names).toEqual(['nodes.csv', 'edges.csv', 'codebook.csv', 'read.R', 'read.py', 'datapackage.json'])
    expect(exported('coupling', 'stata')).toContain('label variable cosine')
  })

  it('leaves out what fewer share than the least weight', () => {
    expect(exported('co-citation', 'edges', 2)).toBe('source\ttarget\tweight\nc.example\td.example\t2\n')
  })

  it.each([
    ['gexf', 'defaultedgetype="undirected"'],
    ['gexf1.2', 'defaultedgetype="undirected"'],
    ['graphml', 'edgedefault="undirected"'],
    ['json', '"type": "undirected"'],
    ['pajek', '*Edges\n3 4 2\n'],
  ] as const)('says in %s that its edges have no direction', (format, expected) => {
    expect(exported('co-citation', format)).toContain(expected)
    expect(exported('links', format)).not.toContain(expected)
  })

  it.each(['gexf', 'graphml', 'json', 'pajek'] as const)(
    'comes back from %s as ties in both directions',
    async format => {
      const folder = temporaryFolder()
      const path = join(folder, `ties${formats[format].extension}`)
      writeFileSync(path, exported('co-citation', format))
      const file = join(folder, 'back.sqlite')
      await importCorpus(
        { path, corpus: file, as: undefined },
        { cwd: '/', env: {}, now: () => 0, between: () => Promise.resolve() },
      )
      const corpus = openCorpus(file, 'read')
      try {
        const { edges } = readSiteGraph(corpus, { statuses: ['IN'], zones, weight: 'evidence' })
        const weights = new Map(edges.map(({ source, target, weight }) => [`${source} ${target}`, weight]))
        expect(weights.get('c.example d.example')).toBe(2)
        expect(weights.get('d.example c.example')).toBe(2)
      } finally {
        corpus.close()
      }
    },
  )
})
