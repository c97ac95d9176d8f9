import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DirectedGraph } from 'graphology'
import { describe, expect, it } from 'vitest'
import { Fault, Mistake } from '#data/mistake.ts'
import { buildExportModel } from '#graph/exchange/model/build-export-model.ts'
import { exportTo } from '#graph/exchange/write/export-to.ts'
import { formats, type FormatName } from '#graph/exchange/write/formats.ts'
import { pythonWith } from './readers.ts'
import { linkRow, sampleModel, sampleSource, siteEdge } from './sample-model.ts'
import { temporaryFolder } from '#tests/data/store/invented-corpus.ts'

const names = Object.keys(formats) as FormatName[]

/** Every file under `path` with a digest of its bytes. */
function digests(path: string): string[] {
  if (!statSync(path).isDirectory()) return [createHash('sha256').update(readFileSync(path)).digest('hex')]
  return readdirSync(path)
    .sort()
    .flatMap(name => [name, ...digests(join(path, name))])
}

function* failing() {
  yield linkRow('accents.example', 'control.example')
  throw new Fault('the corpus is corrupt')
}

describe('exportTo(format, out, model, options)', () => {
  it.each(names)('writes the same bytes for the same model, over an earlier export too: %s', async format => {
    const folder = temporaryFolder()
    await exportTo(format, join(folder, 'one'), sampleModel())
    await exportTo(format, join(folder, 'two'), buildExportModel(sampleSource, { minWeight: 2 }))
    expect(digests(join(folder, 'two'))).not.toEqual(digests(join(folder, 'one')))
    await exportTo(format, join(folder, 'two'), sampleModel())
    expect(digests(join(folder, 'two'))).toEqual(digests(join(folder, 'one')))
    expect(readdirSync(folder)).toEqual(['one', 'two'])
  })

  it('leaves nothing behind when the corpus fails in the middle, and an earlier export as it was', async () => {
    const folder = temporaryFolder()
    const out = join(folder, 'csv')
    await expect(exportTo('csv', out, buildExportModel({ ...sampleSource, links: failing() }))).rejects.toThrow(
      'corrupt',
    )
    expect(readdirSync(folder)).toEqual([])
    await exportTo('csv', out, sampleModel())
    const before = digests(out)
    await expect(exportTo('csv', out, buildExportModel({ ...sampleSource, links: failing() }))).rejects.toThrow(
      'corrupt',
    )
    expect(digests(out)).toEqual(before)
    expect(readdirSync(folder)).toEqual(['csv'])
  })

  it('stops when it is told to, and leaves nothing behind', async () => {
    const folder = temporaryFolder()
    const stop = new AbortController()
    const links = (function* () {
      for (;;) {
        yield linkRow('accents.example', 'control.example')
        stop.abort(new Error('stopped'))
      }
    })()
    const model = buildExportModel({ ...sampleSource, links })
    await expect(exportTo('csv', join(folder, 'out'), model, { stop: stop.signal })).rejects.toThrow('stopped')
    expect(readdirSync(folder)).toEqual([])
  })

  it('replaces its own files in the folder of an earlier export and leaves the others alone', async () => {
    const out = join(temporaryFolder(), 'csv')
    await exportTo('csv', out, sampleModel())
    writeFileSync(join(out, 'notes.R'), 'mine')
    await exportTo('csv', out, sampleModel(), { separator: ';' })
    expect(readFileSync(join(out, 'notes.R'), 'utf8')).toBe('mine')
    expect(readFileSync(join(out, 'nodes.csv'), 'utf8')).toMatch(/^id;label;/)
    await exportTo('csv', out, sampleModel())
    expect(readFileSync(join(out, 'nodes.csv'), 'utf8')).toMatch(/^id,label,/)
  })

  it('refuses a folder of other files, a file for a folder, a folder for a file, and a database', async () => {
    const folder = temporaryFolder()
    const foreign = join(folder, 'foreign')
    mkdirSync(foreign)
    writeFileSync(join(foreign, 'nodes.csv'), 'mine')
    writeFileSync(join(folder, 'file'), 'mine')
    writeFileSync(join(folder, 'corpus.sqlite'), 'SQLite format 3\0…')
    await expect(exportTo('csv', foreign, sampleModel())).rejects.toThrow(Mistake)
    await expect(exportTo('csv', join(folder, 'file'), sampleModel())).rejects.toThrow(Mistake)
    await expect(exportTo('gexf', foreign, sampleModel())).rejects.toThrow(Mistake)
    await expect(exportTo('gexf', join(folder, 'corpus.sqlite'), sampleModel())).rejects.toThrow(Mistake)
    expect(readFileSync(join(foreign, 'nodes.csv'), 'utf8')).toBe('mine')
    expect(readdirSync(folder).sort()).toEqual(['corpus.sqlite', 'file', 'foreign'])
  })

  it('says what is safe when the place cannot be written to', async () => {
    const folder = temporaryFolder()
    writeFileSync(join(folder, 'file'), 'mine')
    await expect(exportTo('gexf', join(folder, 'file', 'out.gexf'), sampleModel())).rejects.toThrow(
      /could not be written .*; what stood there before is unchanged/,
    )
  })

  it.each([
    ['weight 0', siteEdge('accents.example', 'formula.example', { weight: 0 }), 'has the weight 0'],
    ['a self-loop', siteEdge('accents.example', 'accents.example'), 'is a self-loop'],
    ['a pair twice', siteEdge('accents.example', 'swiss.example'), 'comes twice'],
  ])('refuses a graph that is not simple: %s', async (_, edge, message) => {
    const graph = { nodes: sampleSource.graph.nodes, edges: [...sampleSource.graph.edges, edge] }
    const out = join(temporaryFolder(), 'out.gexf')
    await expect(exportTo('gexf', out, buildExportModel({ ...sampleSource, graph }))).rejects.toThrow(message)
  })

  it('writes JSON that graphology imports whole', async () => {
    const out = join(temporaryFolder(), 'graph.json')
    await exportTo('json', out, sampleModel())
    const graph = DirectedGraph.from(JSON.parse(readFileSync(out, 'utf8')))
    expect([graph.order, graph.size, graph.type, graph.multi]).toEqual([4, 4, 'directed', false])
    expect(graph.getNodeAttributes('accents.example')).toMatchObject({
      x: -12.5,
      y: 3.25,
      size: 15.31,
      color: '#cc6677',
      pagerank: 1 / 3,
      party: ['all|of them', 'none'],
    })
    expect(graph.getEdgeAttributes('accents.example', 'control.example')).toMatchObject({ weight: 0.1 + 0.2, links: 2 })
  })

  const networkx = pythonWith('networkx')
  it.skipIf(networkx === null)('writes GraphML that networkx reads whole', async () => {
    const out = join(temporaryFolder(), 'graph.graphml')
    await exportTo('graphml', out, sampleModel())
    const script = `
import json, sys, networkx
graph = networkx.read_graphml(sys.argv[1])
print(json.dumps({"nodes": dict(graph.nodes(data=True)), "edges": list(graph.edges(data=True))}))`
    const read = JSON.parse(execFileSync(networkx!, ['-c', script, out], { encoding: 'utf8' }))
    expect(read.nodes['accents.example']).toMatchObject({
      label: 'Élections & Données « à l’œuvre » 🗳️ <script>alert(1)</script>',
      x: -12.5,
      y: 3.25,
      size: 15.31,
      color: '#cc6677',
      pagerank: 1 / 3,
      in_degree: 1,
      party: String.raw`all\|of them|none`,
    })
    expect(read.nodes['control.example'].label).toBe('bell \ufffd, NUL \ufffd, half \ufffd, tab\tand\nline')
    expect(read.edges[0].slice(0, 2)).toEqual(['accents.example', 'control.example'])
    expect(read.edges[0][2]).toMatchObject({ weight: 0.1 + 0.2, links: 2, links_content: 2 })
  })
})
