import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DirectedGraph } from 'graphology'
import { parse as parseGexf } from 'graphology-gexf'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { afterAll, describe, expect, it } from 'vitest'
import { buildExportModel } from '#graph/exchange/model/build-export-model.ts'
import type { ExportModel } from '#graph/exchange/model/export-model.ts'
import { shieldInfinity, unshieldInfinity } from '#graph/exchange/write/gexf-text.ts'
import { writeGexf, type GexfVersion } from '#graph/exchange/write/write-gexf.ts'
import { pythonWith } from './readers.ts'
import { sampleModel, sampleSource, siteNode, textOf } from './sample-model.ts'

const gexf = (model: ExportModel = sampleModel(), version: GexfVersion = '1.3', dynamic = false) =>
  textOf(writeGexf(model, { dynamic }, version))

/** Every element of a well-formed file with its attributes; throws where the file is not well-formed. */
function elementsOf(xml: string): SaxesTagPlain[] {
  const elements: SaxesTagPlain[] = []
  const parser = new SaxesParser()
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', tag => elements.push(tag))
  parser.write(xml).close()
  return elements
}

const named = (xml: string, name: string) =>
  elementsOf(xml)
    .filter(tag => tag.name === name)
    .map(tag => tag.attributes)

const folder = mkdtempSync(join(tmpdir(), 'toile-gexf-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const saved = (name: string, text: string) => {
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

/** The schema of 1.2draft forgets to say that its viz elements have their own namespace; with that said, as in 1.3, it can be used. */
function schemaFolder(version: GexfVersion): string {
  const given = join(import.meta.dirname, '../../../schemas', version === '1.3' ? 'gexf-1.3' : 'gexf-1.2draft')
  if (version === '1.3') return given
  const mended = join(folder, 'gexf-1.2draft')
  cpSync(given, mended, { recursive: true })
  const text = readFileSync(join(given, 'gexf.rng'), 'utf8')
  const include = '<include href="viz.rng"'
  expect(text).toContain(`${include}/>`)
  writeFileSync(join(mended, 'gexf.rng'), text.replace(include, `${include} ns="http://www.gexf.net/1.2draft/viz"`))
  return mended
}

const cases: [string, GexfVersion, boolean, ExportModel][] = []
const empty = buildExportModel({ ...sampleSource, graph: { nodes: [], edges: [] }, lastModified: '' })
for (const version of ['1.3', '1.2'] as const)
  for (const dynamic of [false, true])
    cases.push(
      [`${version}${dynamic ? ' dynamic' : ''}`, version, dynamic, sampleModel()],
      [`${version}${dynamic ? ' dynamic' : ''} empty`, version, dynamic, empty],
    )

describe('writeGexf(model, options, version)', () => {
  it.each(cases)('is well-formed: %s', (_, version, dynamic, model) => {
    expect(elementsOf(gexf(model, version, dynamic))[0]!.name).toBe('gexf')
  })

  const hasXmllint = spawnSync('xmllint', ['--version']).status === 0
  it.runIf(hasXmllint).each(cases)(
    'is valid against the schema of its version: %s',
    (name, version, dynamic, model) => {
      const schema = join(schemaFolder(version), 'gexf.rng')
      const file = saved(`${name}.gexf`, gexf(model, version, dynamic))
      const { stderr, status } = spawnSync('xmllint', ['--noout', '--relaxng', schema, file], { encoding: 'utf8' })
      expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.stringContaining('validates') })
    },
  )

  it('keeps labels and values of strangers as text, control and half characters replaced', () => {
    expect(named(gexf(), 'node').map(node => node['label'])).toEqual([
      'Élections & Données « à l’œuvre » 🗳️ <script>alert(1)</script>',
      'bell \ufffd, NUL \ufffd, half \ufffd, tab\tand\nline',
      '=HYPERLINK("https://formula.example","Click")',
      'SWISS INFO',
    ])
  })
})

describe("the traps of Gephi's importer", () => {
  it('drops edges of weight 0: every weight is written and > 0', () => {
    expect(named(gexf(), 'edge').map(edge => Number(edge['weight']))).toEqual([0.1 + 0.2, 2, 1, 12])
  })

  it('drops an edge whose id comes twice: ids are distinct', () => {
    const ids = named(gexf(), 'edge').map(edge => edge['id'])
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('drops edges that contradict defaultedgetype: it says directed, and no edge says otherwise', () => {
    expect(named(gexf(), 'graph')[0]).toMatchObject({ defaultedgetype: 'directed' })
    expect(named(gexf(), 'edge').filter(edge => 'type' in edge)).toEqual([])
  })

  it('drops columns typed anyURI: addresses are strings', () => {
    const types = new Map(named(gexf(), 'attribute').map(attribute => [attribute['id'], attribute['type']]))
    expect(types.get('homepage')).toBe('string')
    expect(types.get('pagerank')).toBe('double')
    expect(types.get('in_degree')).toBe('integer')
    expect([...types.values()]).not.toContain('anyURI')
  })

  it('reads an integer beyond 32 bits only as long', () => {
    const big = siteNode('big.example', { selfLinks: 3_000_000_000 })
    const xml = gexf(buildExportModel({ ...sampleSource, graph: { nodes: [big], edges: [] } }))
    expect(named(xml, 'attribute').find(attribute => attribute['id'] === 'self_links')!['type']).toBe('long')
  })

  it('misreads colours that are not three integers: each has r, g, b from 0 to 255 and nothing else', () => {
    const colours = named(gexf(), 'viz:color')
    expect(colours[0]).toEqual({ r: '204', g: '102', b: '119' })
    expect(colours[3]).toEqual({ r: '187', g: '187', b: '187' })
  })

  it('drops a column whose id differs from another only in case: such ids are numbered, titles too', () => {
    const attributes = named(gexf(), 'attribute').filter(({ id }) => /^note/i.test(id!))
    expect(attributes.map(({ id, title }) => [id, title])).toEqual([
      ['Note', 'Note'],
      ['note_2', 'note_2'],
    ])
    const ids = named(gexf(), 'attribute').map(({ id }) => id!.toLowerCase())
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('writes Infinity over every INF of a value: none is left in the 1.3 file, and the eye sees the same', () => {
    const values = named(gexf(), 'attvalue').map(({ value }) => value!)
    expect(values.filter(value => value.includes('INF'))).toEqual([])
    // What Gephi does to each value must change nothing.
    expect(values.map(value => value.replaceAll('INF', 'Infinity'))).toEqual(values)
    expect(values.map(unshieldInfinity)).toContain('SWISS INFO')
  })

  it('has no such trouble in the 1.2 file, which is for other readers: it keeps every character', () => {
    expect(named(gexf(sampleModel(), '1.2'), 'attvalue').map(({ value }) => value)).toContain('SWISS INFO')
  })

  it('scatters graphs whose positions are all 0: nodes without a position stand on a ring around the layout', () => {
    const positions = named(gexf(), 'viz:position').map(({ x, y }) => [Number(x), Number(y)])
    expect(positions.slice(0, 3)).toEqual([
      [-12.5, 3.25],
      [4, -80],
      [0, 0],
    ])
    const [x, y] = positions[3]!
    expect(Math.hypot(x! - -4.25, y! - -38.375)).toBeGreaterThanOrEqual(99.99)
  })

  it.each([1, 2, 5])('places %i nodes that were never laid out at distinct points, not all 0', count => {
    const graph = { nodes: Array.from({ length: count }, (_, n) => siteNode(`n${n}.example`)), edges: [] }
    const zeros = new Map(graph.nodes.map(node => [node.id as string, { community: null, values: {}, x: 0, y: 0 }]))
    for (const results of [new Map(), zeros]) {
      const points = named(gexf(buildExportModel({ ...sampleSource, graph, results })), 'viz:position')
      expect(new Set(points.map(({ x, y }) => `${x} ${y}`)).size).toBe(count)
      expect(points.every(({ x, y }) => x === '0' && y === '0')).toBe(false)
    }
  })

  it('ignores empty values: they are left out, as are NaN and infinities', () => {
    const values = named(gexf(), 'attvalue')
    expect(values.filter(({ value }) => value === '' || /NaN|Infinity/.test(value!))).toEqual([])
  })

  it('wants timerepresentation in dynamic files: first and last sightings are intervals of days', () => {
    const xml = gexf(sampleModel(), '1.3', true)
    expect(named(xml, 'graph')[0]).toMatchObject({
      mode: 'dynamic',
      timeformat: 'date',
      timerepresentation: 'interval',
    })
    expect(named(xml, 'edge').map(({ start, end }) => [start, end])).toEqual([
      ['2026-11-01', '2026-11-20'],
      ['2026-11-01', '2026-11-20'],
      [undefined, undefined],
      ['2026-11-01', '2026-11-20'],
    ])
  })

  it('knows the day of the crawl, not of the export', () => {
    expect(named(gexf(), 'meta')[0]).toEqual({ lastmodifieddate: '2026-11-20' })
  })
})

describe('shieldInfinity(text)', () => {
  it.each(['INF', 'SWISS INFO', 'INFINF', 'I\u2060NF', 'I\u2060\u2060NFO', 'info', 'IN F', '', 'iINF'])(
    'leaves no INF in %j, and unshieldInfinity gives the text back',
    text => {
      expect(shieldInfinity(text)).not.toContain('INF')
      expect(unshieldInfinity(shieldInfinity(text))).toBe(text)
    },
  )
})

describe('other readers of our GEXF', () => {
  it.each(['1.3', '1.2'] as const)('graphology-gexf reads nodes, edges, weights and positions of %s', version => {
    const graph = parseGexf(DirectedGraph, gexf(sampleModel(), version))
    expect(graph.mapNodes((_, { label }) => label)).toEqual(named(gexf(), 'node').map(({ label }) => label))
    expect(graph.mapEdges((_, { weight }, source, target) => [source, target, weight])).toEqual([
      ['accents.example', 'control.example', 0.1 + 0.2],
      ['accents.example', 'swiss.example', 2],
      ['control.example', 'accents.example', 1],
      ['formula.example', 'swiss.example', 12],
    ])
    expect(graph.getNodeAttributes('accents.example')).toMatchObject({
      x: -12.5,
      y: 3.25,
      size: 15.31,
      country: 'FR',
      pagerank: 1 / 3,
    })
  })

  const networkx = pythonWith('networkx')
  const script = `
import json, sys, networkx
graph = networkx.read_gexf(sys.argv[1])
print(json.dumps({"nodes": dict(graph.nodes(data=True)), "edges": list(graph.edges(data=True))}))`
  it.skipIf(networkx === null).each([false, true])('networkx reads the 1.2 file whole (dynamic: %s)', dynamic => {
    const file = saved('networkx.gexf', gexf(sampleModel(), '1.2', dynamic))
    const read = JSON.parse(execFileSync(networkx!, ['-c', script, file], { encoding: 'utf8' }))
    expect(Object.keys(read.nodes)).toEqual(['accents.example', 'control.example', 'formula.example', 'swiss.example'])
    expect(read.nodes['accents.example']).toMatchObject({
      label: 'Élections & Données « à l’œuvre » 🗳️ <script>alert(1)</script>',
      PageRank: 1 / 3,
      'In-degree': 1,
      viz: { size: 15.31, position: { x: -12.5, y: 3.25, z: 0 }, color: { r: 204, g: 102, b: 119, a: 1 } },
    })
    expect(read.nodes['swiss.example']).toMatchObject({ label: 'SWISS INFO', note_2: 'SWISS INFO' })
    expect(
      read.edges.map(([source, target, data]: [string, string, { weight: number }]) => [source, target, data.weight]),
    ).toEqual([
      ['accents.example', 'control.example', 0.1 + 0.2],
      ['accents.example', 'swiss.example', 2],
      ['control.example', 'accents.example', 1],
      ['formula.example', 'swiss.example', 12],
    ])
  })

  it('writes the same bytes for the same model, whatever the order in which its parts come', () => {
    const { nodes, edges } = sampleSource.graph
    const shuffled = { nodes: [...nodes].reverse(), edges: [...edges].reverse() }
    expect(gexf(buildExportModel({ ...sampleSource, graph: shuffled }))).toBe(gexf())
  })
})
