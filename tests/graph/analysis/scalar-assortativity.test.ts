import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Attribute, attributesOf, computedTags } from '#graph/analysis/attribute.ts'
import { correlation, jackknifeError, sumEnds } from '#graph/analysis/measures/scalar-assortativity.ts'
import { buildDigraph, type Digraph } from '#graph/analysis/paths/adjacency.ts'
import { analyseGraph } from '#graph/analysis/analyse-graph.ts'
import { toDigraph } from '#graph/analysis/to-digraph.ts'
import { printed, pythonWith } from '../exchange/export/readers.ts'
import { siteOf } from './site.ts'

const golden = new URL('../../golden/graph/', import.meta.url)
const read = <Content>(name: string): Content => JSON.parse(readFileSync(new URL(name, golden), 'utf8')) as Content

/** The graph of a golden file; its edges are written in both directions where it has none. */
function graphOf(name: string, isUndirected: boolean): { graph: Digraph; amount: Attribute } {
  const { nodes, edges } = read<{ nodes: string[][]; edges: [string, string][] }>(name)
  const index = new Map(nodes.map(([id], at) => [id, at]))
  const ends = { source: edges.map(([one]) => index.get(one)!), target: edges.map(([, other]) => index.get(other)!) }
  const amounts = Float64Array.from(nodes, (_, at) => (37 * at) % 101)
  return {
    graph: { ...buildDigraph(nodes.length, ends), ...(isUndirected && { undirected: true as const }) },
    amount: {
      name: 'amount',
      values: [...amounts].map(String),
      numbers: amounts,
      classOf: Int32Array.from(nodes, (_, at) => (at % 7 === 0 ? -1 : at)),
    },
  }
}

describe('assortativity of amounts', () => {
  const theirs = read<Record<'karate' | 'random', { r: number; error: number }>>('scalar-values.json')

  it.each(['karate', 'random'] as const)('is what networkx gives, with its jackknife error: %s', name => {
    const { graph, amount } = graphOf(`${name}.json`, name === 'karate')
    expect(correlation(sumEnds(graph, amount))).toBeCloseTo(theirs[name].r, 10)
    expect(jackknifeError(graph, amount)).toBeCloseTo(theirs[name].error, 8)
  })

  const python = pythonWith('igraph')
  it.skipIf(python === null).each(['karate', 'random'] as const)('is what igraph gives, another oracle: %s', name => {
    const isUndirected = name === 'karate'
    const { graph, amount } = graphOf(`${name}.json`, isUndirected)
    const { nodes, edges } = read<{ nodes: string[][]; edges: [string, string][] }>(`${name}.json`)
    const index = new Map(nodes.map(([id], at) => [id, at]))
    const script = `
import igraph, json, sys
n, edges, amounts, known, directed = json.loads(sys.argv[1])
g = igraph.Graph(n=n, edges=edges, directed=directed).simplify().subgraph([v for v in range(n) if known[v]])
print(json.dumps(g.assortativity([amounts[v] for v in range(n) if known[v]], directed=directed)))`
    const asked = [
      nodes.length,
      edges.map(([one, other]) => [index.get(one), index.get(other)]),
      [...amount.numbers!],
      [...amount.classOf].map(own => own >= 0),
      !isUndirected,
    ]
    expect(correlation(sumEnds(graph, amount))).toBeCloseTo(
      printed(python!, script, JSON.stringify(asked)) as number,
      10,
    )
  })

  it('is 1 along ties of equals, and not defined when all amounts are one', () => {
    const amounts = (of: Record<string, string>) =>
      Object.fromEntries(Object.entries(of).map(([id, value]) => [id, { tags: [['staff', value] as const] }]))
    const equals = siteOf('a>b c>d e>f', amounts({ a: '1', b: '1', c: '2,5', d: '2,5', e: '1 200', f: '1 200' }))
    const [staff] = attributesOf(equals)
    expect(staff).toMatchObject({ name: 'staff' })
    expect(correlation(sumEnds(toDigraph(equals), staff!))).toBeCloseTo(1, 12)
    const flat = siteOf('a>b b>a a>c', amounts({ a: '4', b: '4', c: '9', d: '7' }))
    expect(
      correlation(sumEnds(toDigraph(flat), { ...attributesOf(flat)[0]!, classOf: Int32Array.of(0, 0, -1, -1) })),
    ).toBeNaN()
  })
})

describe('attributesOf(site, asked)', () => {
  const tags = (at: number): (readonly [string, string])[] => [
    ['Modularity Class', String(at % 3)],
    ['closnesscentrality', String(at / 7)],
    ['Degree', String(at % 4)],
    ['party', at % 2 === 0 ? 'left' : 'right'],
    ['staff', String(at % 5)],
  ]
  const ids = Array.from('abcdefghij')
  const site = siteOf(
    'a>b b>c c>d d>e e>f f>g g>h h>i i>j j>a',
    Object.fromEntries(ids.map((id, at) => [id, { tags: tags(at) }])),
  )

  it('takes no column that a program computed of the ties, unless asked, and tells which', () => {
    expect(attributesOf(site).map(({ name }) => name)).toEqual(['party', 'staff'])
    expect(computedTags(site)).toEqual(['Degree', 'Modularity Class', 'closnesscentrality'])
    expect(attributesOf(site, ['Modularity Class', 'party']).map(({ name }) => name)).toEqual([
      'Modularity Class',
      'party',
    ])
    expect(computedTags(site, ['Modularity Class'])).toEqual(['Degree', 'closnesscentrality'])
  })

  it('correlates amounts and counts classes: each has its own rows, and no other', async () => {
    const { graphValues, findings } = await analyseGraph(site, { runs: 4, workers: 1 })
    const of = (group: string) => new Set(graphValues.filter(row => row.group === group).map(({ measure }) => measure))
    expect(of('party').has('assortativity')).toBe(true)
    expect(of('party').has('assortativity_number')).toBe(false)
    expect([...of('staff')]).toEqual(['assortativity_number', 'assortativity_number_error'])
    expect([...of('Degree')]).toEqual([])
    expect(findings.get('computed_columns')).toContain('Degree')
  })
})
