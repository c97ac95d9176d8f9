import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { array, assert, asyncProperty, record, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildExportModel } from '#graph/exchange/model/build-export-model.ts'
import type { ExportModel, WriteOptions } from '#graph/exchange/model/export-model.ts'
import { exportTo } from '#graph/exchange/write/export-to.ts'
import type { FormatName } from '#graph/exchange/write/formats.ts'
import { importedModel, importFrom } from '../imported-model.ts'
import { id, sampleModel, sampleSource, siteNode } from '../export/sample-model.ts'
import { temporaryFolder } from '#tests/data/store/invented-corpus.ts'

/** The text of a file, or of every file of a folder by its name; the manifest aside, whose title no table has. */
function textsOf(path: string): string | Record<string, string> {
  if (!spawnSync('test', ['-d', path]).status) {
    const names = readdirSync(path).filter(name => name !== 'datapackage.json')
    return Object.fromEntries(names.map(name => [name, readFileSync(join(path, name), 'utf8')]))
  }
  return readFileSync(path, 'utf8')
}

const cases: [string, FormatName, string, WriteOptions][] = [
  ['csv', 'csv', 'out', {}],
  ['csv as French spreadsheets have it', 'csv', 'out', { separator: ';', decimal: ',', byteOrderMark: true }],
  ['csv with decimal commas', 'csv', 'out', { decimal: ',' }],
  ['gexf', 'gexf', 'out.gexf', {}],
  ['gexf, dynamic', 'gexf', 'out.gexf', { dynamic: true }],
  ['gexf1.2', 'gexf1.2', 'out.gexf', {}],
  ['graphml', 'graphml', 'out.graphml', {}],
  ['json', 'json', 'out.json', {}],
  ['pajek', 'pajek', 'out.net', {}],
  ['edges', 'edges', 'out.tsv', {}],
]

async function roundTrip(model: ExportModel, format: FormatName, name: string, options: WriteOptions) {
  const [one, two] = [temporaryFolder(), temporaryFolder()]
  await exportTo(format, join(one, name), model, options)
  const network = await importFrom(join(one, name))
  await exportTo(format, join(two, name), importedModel(network), options)
  return { first: textsOf(join(one, name)), second: textsOf(join(two, name)), network }
}

describe('export → import → export', () => {
  it.each(cases)('gives the same bytes: %s', async (_, format, name, options) => {
    const { first, second } = await roundTrip(sampleModel(), format, name, options)
    expect(second).toEqual(first)
  })

  it.each(cases.slice(0, 8))('keeps names, tags and weights of strangers: %s', async (_, format, name, options) => {
    const { network } = await roundTrip(sampleModel(), format, name, options)
    const [accents, control, formula, swiss] = network.nodes
    expect(accents!.label).toBe('Élections & Données « à l’œuvre » 🗳️ <script>alert(1)</script>')
    expect(accents!.tags.toSorted()).toEqual([
      ['country', 'BE'],
      ['party', 'all|of them'],
      ['party', 'none'],
    ])
    expect(control!.label).toBe('bell \ufffd, NUL \ufffd, half \ufffd, tab\tand\nline')
    expect(formula!.label).toBe('=HYPERLINK("https://formula.example","Click")')
    expect(swiss!.label).toBe('SWISS INFO')
    expect(swiss!.tags.map(([, value]) => value)).toContain('SWISS INFO')
    expect(accents!.values).toMatchObject({ pagerank: 1 / 3, core: 2 })
    expect(network.edges.map(edge => edge.weight)).toEqual([0.1 + 0.2, 2, 1, 12])
    expect(network.edges[0]!.linksByZone.content).toBe(2)
  })

  it('keeps links, pages and measures of the tables', async () => {
    const { network } = await roundTrip(sampleModel(), 'csv', 'out', {})
    const whole = sampleModel()
    expect(network.links).toEqual([...whole.links])
    expect(network.pages).toEqual([...whole.pages])
    expect(network.measures).toEqual([...whole.measures])
    expect(network.nodeColumns.map(({ id, type, unit }) => [id, type, unit])).toEqual([
      ['pagerank', 'number', ''],
      ['core', 'integer', ''],
    ])
  })

  const hostile = array(
    record({
      label: string({ unit: 'binary' }),
      kind: string({ unit: 'binary' }),
      tag: string({ unit: 'binary', minLength: 1 }),
      value: string({ unit: 'binary', minLength: 1 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  it.each(cases.slice(0, 8))('gives the same bytes for any text: %s', async (_, format, name, options) => {
    await assert(
      asyncProperty(hostile, async texts => {
        const nodes = texts.map(({ label, kind, tag, value }, index) =>
          siteNode(`n${index}.example`, { label, kind, tags: [[tag, value]] }),
        )
        const model = buildExportModel({ ...sampleSource, graph: { nodes, edges: [] }, links: [], pages: [] })
        const { first, second } = await roundTrip(model, format, name, options)
        expect(second).toEqual(first)
      }),
      { numRuns: 25 },
    )
  })

  it('reads the folder when one of its tables is named', async () => {
    const folder = temporaryFolder()
    await exportTo('csv', join(folder, 'out'), sampleModel())
    const network = await importFrom(join(folder, 'out', 'edges.csv'))
    expect(network.nodes.map(node => node.id)).toEqual(sampleModel().nodes.map(node => node.id))
    expect(network.nodes[0]!.id).toBe(id('accents.example'))
  })
})
