import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildExportModel } from '#graph/exchange/model/build-export-model.ts'
import { amountType } from '#graph/exchange/model/amount-type.ts'
import { exportTo } from '#graph/exchange/write/export-to.ts'
import { formats, type FormatName } from '#graph/exchange/write/formats.ts'
import { importFrom } from '../imported-model.ts'
import { printed, pythonWith } from './readers.ts'
import { sampleSource, siteEdge, siteNode, textOf } from './sample-model.ts'
import { temporaryFolder } from '#tests/data/store/invented-corpus.ts'

/** Ids that case, or the composition of a letter, tells apart; staff counted, a share, a postcode, and a label called NA. */
const model = buildExportModel({
  ...sampleSource,
  graph: {
    nodes: [
      siteNode('caf\u00e9', {
        label: 'NA',
        country: 'NA',
        tags: [
          ['staff', '12 500'],
          ['share', '-0,5'],
          ['post', '01000'],
        ],
      }),
      siteNode('cafe\u0301', {
        label: 'Same',
        tags: [
          ['staff', '7'],
          ['post', '75011'],
        ],
      }),
      siteNode('Demos', {
        label: 'Same',
        tags: [
          ['share', '2'],
          ['party', 'a'],
          ['party', '3'],
        ],
      }),
      siteNode('demos', { label: 'line\n"quoted" & =cmd 🗳️' }),
    ],
    edges: [siteEdge('caf\u00e9', 'Demos', { weight: 2.5 }), siteEdge('demos', 'cafe\u0301', { weight: 1e-7 })],
  },
  links: [],
  pages: [],
})
const ids = model.nodes.map(({ id }) => id)

const written = (format: FormatName): string => {
  const { kind, write } = formats[format]
  return kind === 'file' ? textOf(write(model, {})) : textOf(write(model, {}).map(([, text]) => textOf(text)))
}

function fileOf(format: 'gexf' | 'gexf1.2' | 'graphml' | 'gml'): string {
  const file = join(temporaryFolder(), `graph${formats[format].extension}`)
  writeFileSync(file, written(format))
  return file
}

describe('amountType(ofSites)', () => {
  it.each([
    [[['12'], ['-3'], []], 'integer'],
    [[['12 500']], 'integer'],
    [[['1.5'], ['2']], 'number'],
    [[['1,5']], 'number'],
    [[['1'], ['two']], null],
    [[['1', '2']], null],
    [[['01000'], ['75011']], null],
    [[['12345678901234567890']], null],
    [[['1,200']], null],
    [[[], []], null],
  ] as const)('takes %j for %j', (ofSites, type) => {
    expect(amountType(ofSites)).toBe(type)
  })
})

describe('a tag of numbers', () => {
  it('is declared as numbers where a format has types, and stays a text beside a word or a code', () => {
    expect(written('gexf')).toMatch(/id="staff" title="staff" type="integer"/)
    expect(written('gexf')).toMatch(/id="share" title="share" type="double"/)
    expect(written('gexf')).toMatch(/id="post" title="post" type="string"/)
    expect(written('graphml')).toMatch(/attr.name="staff" attr.type="long"/)
    expect(written('graphml')).toMatch(/attr.name="share" attr.type="double"/)
    expect(written('csv')).toContain('nodes,staff,integer,')
    const read = written('stata')
    expect(read).toMatch(/label variable staff "staff"/)
    expect(/using "nodes\.csv"[^{]*?numericcols\(([\d ]+)\)/.exec(read)![1]!.split(' ')).toHaveLength(11)
  })

  it.each(['csv', 'gexf', 'gexf1.2', 'graphml', 'json'] as const)(
    'is a tag again when %s is imported',
    async format => {
      const out = join(temporaryFolder(), `out${format === 'csv' ? '' : formats[format].extension}`)
      await exportTo(format, out, model)
      const { nodes } = await importFrom(out)
      expect(nodes.map(({ id, tags }) => [id, tags])).toEqual([
        [
          'Demos',
          [
            ['party', '3'],
            ['party', 'a'],
            ['share', '2'],
          ],
        ],
        [
          'cafe\u0301',
          [
            ['post', '75011'],
            ['staff', '7'],
          ],
        ],
        [
          'caf\u00e9',
          [
            ['post', '01000'],
            ['share', '-0.5'],
            ['staff', '12500'],
          ],
        ],
        ['demos', []],
      ])
    },
  )
})

describe('readers of other programs', () => {
  const networkx = pythonWith('networkx')
  it.skipIf(networkx === null)('networkx finds the ids apart, and numbers as numbers, in GraphML, GEXF and GML', () => {
    const script = `
import json, sys, networkx as nx
def told(g): return [[str(n), str(d.get("label")), d.get("staff"), d.get("share")] for n, d in g.nodes(data=True)]
gml = nx.read_gml(sys.argv[3], label="name")
gml_labels = list(nx.read_gml(sys.argv[3]))
print(json.dumps([told(nx.read_graphml(sys.argv[1])), told(nx.read_gexf(sys.argv[2])), told(gml), gml_labels, [d["weight"] for _, _, d in gml.edges(data=True)]]))`
    const files = [fileOf('graphml'), fileOf('gexf1.2'), fileOf('gml')]
    const [graphml, gexf, gml, labels, weights] = printed(networkx!, script, ...files) as unknown[][]
    const rows = [
      ['Demos', 'Same', null, 2],
      ['cafe\u0301', 'Same', 7, null],
      ['caf\u00e9', 'NA', 12500, -0.5],
      ['demos', 'line\n"quoted" & =cmd 🗳️', null, null],
    ]
    expect(graphml).toEqual(rows)
    expect(gexf).toEqual(rows)
    expect(gml).toEqual([rows[0], ['cafe\u0301', 'Same (2)', 7, null], ...rows.slice(2)])
    expect(labels).toEqual(['Same', 'Same (2)', 'NA', 'line\n"quoted" & =cmd 🗳️'])
    expect(weights).toEqual([2.5, 1e-7])
  })

  const igraph = pythonWith('igraph')
  it.skipIf(igraph === null)('igraph finds the ids as names in GraphML and GML', () => {
    const script = `
import html, json, sys, igraph
graphs = [igraph.Graph.Read(file) for file in sys.argv[1:]]
print(json.dumps([[[html.unescape(name) for name in g.vs["name"]], g.is_directed(), g.es["weight"]] for g in graphs]))`
    const [graphml, gml] = printed(igraph!, script, fileOf('graphml'), fileOf('gml')) as [string[], boolean, number[]][]
    expect(graphml).toEqual([ids, true, [2.5, 1e-7]])
    // igraph leaves GML's references as they are; the specification allows no other way for é.
    expect(gml).toEqual(graphml)
  })

  it('this project reads its own GML: ids, directions and weights', async () => {
    const { nodes, edges } = await importFrom(fileOf('gml'))
    expect(nodes.map(({ label }) => label)).toEqual(['Same', 'Same (2)', 'NA', 'line\n"quoted" & =cmd 🗳️'])
    expect(edges.map(({ weight }) => weight)).toEqual([2.5, 1e-7])
  })
})
