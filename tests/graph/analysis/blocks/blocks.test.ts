import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SiteGraph } from '#data/records.ts'
import { analyseGraph, type Analysis } from '#graph/analysis/analyse-graph.ts'
import { adjustedRand } from '#graph/analysis/blocks/adjusted-rand.ts'
import { descriptionLength } from '#graph/analysis/blocks/description-length.ts'
import { estimatedLnPartitions, lnPartitions } from '#graph/analysis/blocks/ln-partitions.ts'
import { toMultigraph } from '#graph/analysis/blocks/multigraph.ts'
import { searchBlocks } from '#graph/analysis/blocks/search-blocks.ts'
import { readFinding } from '#graph/analysis/findings/stored-findings.ts'
import { drawableBlocks } from '#graph/report/findings/blocks/block-picture.ts'
import { blockFigure, countryFlowFigure } from '#graph/report/figures/block-figure.ts'
import { speakReport } from '#graph/report/words/speech.ts'
import type { EntityId } from '#data/url/brand.ts'
import { createRandom } from '#graph/analysis/random.ts'
import { toDigraph } from '#graph/analysis/to-digraph.ts'
import { siteOf } from '../site.ts'

/** Two triples of nodes with parallel edges, a loop, and one edge between them. */
const small = [
  [0, 1, 2], [1, 0, 1], [0, 2, 1], [2, 1, 1], [3, 4, 3], [4, 5, 1], [5, 3, 1], [2, 3, 1], [0, 0, 1],
] as const // prettier-ignore
const halves = Uint32Array.of(0, 0, 0, 1, 1, 1)

const pythonOf = `
import graph_tool
from graph_tool.inference import BlockState
g = graph_tool.Graph(directed=True)
g.add_vertex(6)
for s, t, w in ${JSON.stringify(small)}:
    for _ in range(w): g.add_edge(s, t)
state = BlockState(g, b=g.new_vp("int", vals=[0, 0, 0, 1, 1, 1]), deg_corr=True)
def dl(**one): return state.entropy(adjacency=False, dl=True, **{**dict(partition_dl=False, degree_dl=False, edges_dl=False), **one})
print(state.entropy(dl=False), dl(partition_dl=True), dl(edges_dl=True))
`

/** What graph-tool says of the three terms; null where no Python has it: the values written down then stand alone. */
function askGraphTool(): readonly number[] | null {
  // Debian's package is of the system's own Python, before which another may stand.
  for (const python of ['python3', '/usr/bin/python3']) {
    const ask = (words: string) => spawnSync(python, ['-c', words], { encoding: 'utf8' })
    if (ask('import graph_tool').status === 0) return ask(pythonOf).stdout.trim().split(' ').map(Number)
  }
  return null
}

/** 60 sites: activists cite tools, tools cite makers, nobody of a block cites its own. Each has 5 targets. */
function importers(): SiteGraph {
  const random = createRandom('importers')
  const block = ['activist', 'tool', 'maker'] as const
  const lines = new Set<string>()
  for (const [at, own] of block.slice(0, 2).entries())
    for (let site = 0; site < 20; site++)
      for (let tie = 0; tie < 5; tie++)
        lines.add(`${own}-${site}>${block[at + 1]}-${random.int(20)}:${1 + random.int(3)}`)
  const pairs = new Map([...lines].map(line => [line.split(':')[0]!, line]))
  const facts = Object.fromEntries(
    block.flatMap((own, at) => Array.from({ length: 20 }, (_, site) => [`${own}-${site}`, { country: at === 0 ? 'FR' : 'US' }])), // prettier-ignore
  )
  return siteOf([...pairs.values()].join(' '), { ...facts, 'alone-1': {} })
}

describe('descriptionLength(graph, blocks)', () => {
  it('has the terms of graph-tool 2.45, and degrees by the true number of partitions', () => {
    const found = descriptionLength({ nodeCount: 6, directed: true, ties: small }, halves)
    const written = [6.956545, 6.39693, 6.120297]
    for (const [at, value] of [found.adjacency, found.partition, found.edges].entries())
      expect(value).toBeCloseTo(written[at]!, 5)
    expect(found.degrees).toBeCloseTo(14.054591, 5)
    expect(found.total).toBeCloseTo(33.528363, 5)
  })

  const asked = askGraphTool()
  it(`agrees with graph-tool ${asked === null ? '(not installed here: its values above stand alone)' : 'as it is installed here'}`, () => {
    const found = descriptionLength({ nodeCount: 6, directed: true, ties: small }, halves)
    const own = [found.adjacency, found.partition, found.edges]
    for (const [at, value] of (asked ?? own).entries()) expect(own[at]).toBeCloseTo(value, 6)
  })

  it('has those of two complete groups of four with an edge between, worked out by exact counting', () => {
    const group = (first: number) =>
      [0, 1, 2, 3].flatMap(a => [0, 1, 2, 3].filter(b => b !== a).map(b => [first + a, first + b, 1] as const))
    const told = { nodeCount: 8, directed: true, ties: [...group(0), ...group(4), [3, 4, 1] as const] }
    expect(descriptionLength(told, new Uint32Array(8)).total).toBeCloseTo(46.789056, 5)
    expect(descriptionLength(told, Uint32Array.of(0, 0, 0, 0, 1, 1, 1, 1)).total).toBeCloseTo(47.184246, 5)
  })
})

describe('lnPartitions(m, n)', () => {
  it('counts the ways to write a number as a sum', () => {
    for (const [m, n, ways] of [
      [6, 3, 7],
      [5, 5, 7],
      [10, 10, 42],
      [100, 100, 190569292],
      [4, 9, 5],
      [0, 0, 1],
      [7, 1, 1],
    ] as const)
      // prettier-ignore
      expect(Math.exp(lnPartitions(m, n))).toBeCloseTo(ways, ways > 1e6 ? -1 : 6)
  })

  it.each([[2000, 2], [2000, 7], [2000, 40], [2000, 300], [2000, 2000]])('estimates q(%i, %i) to 4 %%', (m, n) =>
    expect(Math.abs(estimatedLnPartitions(m, n) - lnPartitions(m, n))).toBeLessThan(0.04),
  ) // prettier-ignore
})

describe('adjustedRand(one, other)', () => {
  it('is 1 of the same division, by whatever names, and by hand elsewhere', () => {
    expect(adjustedRand([1, 1, 2, 2], [7, 7, 3, 3])).toBe(1)
    // Pairs together in both 0, in each 2 of 6: (0 − 2/3) / (2 − 2/3).
    expect(adjustedRand([1, 1, 2, 2], [1, 2, 1, 2])).toBeCloseTo(-0.5, 12)
    // Of Hubert and Arabie's formula: pairs 2, 4 and 3 of 15.
    expect(adjustedRand([1, 1, 1, 2, 2, 3], [1, 1, 2, 2, 2, 2])).toBeCloseTo((2 - 28 / 15) / (5.5 - 28 / 15), 12)
  })
})

describe('searchBlocks(graph, random)', () => {
  it('finds that one block tells the karate club shortest, whatever the seed', () => {
    const file = join(import.meta.dirname, '../../../golden/graph/karate.json')
    const { edges } = JSON.parse(readFileSync(file, 'utf8')) as { edges: readonly (readonly [string, string])[] }
    const site = siteOf(edges.flatMap(([a, b]) => [`${a}>${b}`, `${b}>${a}`]).filter((tie, at, all) => all.indexOf(tie) === at).join(' ')) // prettier-ignore
    expect([site.nodes.length, site.edges.length]).toEqual([34, 156])
    const all = Uint32Array.from(site.nodes.keys())
    const graph = toMultigraph(toDigraph({ ...site, ties: 'undirected' }), all)
    for (const seed of [1, 2, 3]) {
      const { label, length } = searchBlocks(graph, createRandom(seed))
      expect(new Set(label).size).toBe(1)
      // graph-tool, whose numbers of partitions are a little low: 222.69.
      expect(Math.abs(length.total - 222.69)).toBeLessThan(0.5)
    }
  })
})

describe('analyse --blocks', () => {
  const site = importers()
  let analysis: Analysis
  beforeAll(async () => {
    analysis = await analyseGraph(site, { runs: 4, blocks: true, workers: 1 })
  })

  it('finds who only cites, who is between, and who is only cited; a site without ties has no block', () => {
    const block = analysis.nodeValues.get('block')!
    const kinds = site.nodes.filter(({ id }) => block.has(id)).map(({ id }) => id.split('-')[0]!)
    const found = [...block.values()]
    expect(block.size).toBe(site.nodes.filter(({ id }) => id !== 'alone-1').length)
    expect(new Set(found).size).toBe(3)
    expect(adjustedRand(kinds.map(kind => ['activist', 'tool', 'maker'].indexOf(kind)), found)).toBe(1) // prettier-ignore
  })

  it('tells the spread of its runs, the gain over one block, and how little communities show of it', () => {
    const found = readFinding(analysis, 'blocks')!
    expect(found).toMatchObject({ blocks: 3, byEvidence: true })
    expect(found.runs).toHaveLength(10)
    expect(Math.min(...found.runs)).toBeCloseTo(found.length.total, 9)
    expect(found.oneBlock - found.length.total).toBeGreaterThan(50)
    expect(found.ari).toBeLessThan(0.9)
    const { flows, countries } = found
    expect(flows).toHaveLength(2)
    const all = site.edges.reduce((sum, { weight }) => sum + weight, 0)
    expect(flows.reduce((sum, { weight }) => sum + weight, 0)).toBe(all)
    const out = countries.find(({ from, to }) => from === 'FR' && to === 'US')!
    expect(countries.some(({ from, to }) => from === 'US' && to === 'FR')).toBe(false)
    // All that FR gives goes to US, and US gets all: as expected by its margins.
    expect(out.expected).toBeCloseTo(out.weight, 9)
  })

  it('is drawn in block order, with an arrow where more goes than both ends let expect and none elsewhere', () => {
    const picture = drawableBlocks({ site, analysis }, readFinding(analysis, 'blocks')!)
    const speech = speakReport('fr', { tieOrigin: 'hyperlinks' })
    const { cells, ends } = picture.matrix
    expect(ends).toEqual(picture.blocks.sizes.map((_, at, sizes) => sizes.slice(0, at + 1).reduce((a, b) => a + b)))
    expect(ends.at(-1)).toBe(cells)
    const [activist, tool, maker] = ['activist-0', 'tool-0', 'maker-0'].map(id => `bloc ${analysis.nodeValues.get('block')!.get(id as EntityId)}`) // prettier-ignore
    const { alt, svg } = blockFigure(picture, { speech, undirected: false })
    expect(alt.replaceAll(/\s/g, ' ')).toMatch(/^Plus qu’attendu : /)
    expect(alt.match(/bloc \d → bloc \d/g)!.toSorted()).toEqual([`${activist} → ${tool}`, `${tool} → ${maker}`].toSorted()) // prettier-ignore
    expect(svg).not.toMatch(/NaN|undefined/)
    // What France gives goes to one country, which gets from no other: as its margins let expect.
    expect(countryFlowFigure(picture.countries!, { speech, undirected: false }).alt).toMatch(
      /^Entre aucune paire de pays/,
    )
  })

  it('is the same again, and is left out unless it is asked for', async () => {
    const again = await analyseGraph(site, { runs: 4, blocks: true, workers: 2 })
    expect(again.findings.get('blocks')).toEqual(analysis.findings.get('blocks'))
    const without = await analyseGraph(site, { runs: 4, workers: 1 })
    expect(without.findings.has('blocks')).toBe(false)
    expect(without.nodeValues.get('block')!.size).toBe(0)
  })
})
