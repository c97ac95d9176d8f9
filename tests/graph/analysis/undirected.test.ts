import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { SiteGraph } from '#data/records.ts'
import { analyseGraph } from '#graph/analysis/analyse-graph.ts'
import { hashOfGraph } from '#graph/analysis/hash-of-graph.ts'
import { rewire } from '#graph/analysis/nulls/rewire.ts'
import { buildDigraph, degreesOf, type Digraph, edgeColumns } from '#graph/analysis/paths/adjacency.ts'
import { createRandom } from '#graph/analysis/random.ts'
import type { GraphFindings } from '#graph/analysis/findings/find-all.ts'
import { siteOf } from './site.ts'

interface Golden {
  readonly nodes: number
  readonly ties: readonly (readonly [number, number])[]
  readonly values: Readonly<Record<string, number>>
  readonly betweenness: readonly number[]
  readonly nulls: Readonly<Record<string, { readonly mean: number; readonly sd: number; readonly runs: number }>>
}

/** By networkx and igraph; tests/golden/graph/make-undirected.py says how. */
const golden = JSON.parse(
  readFileSync(new URL('../../golden/graph/undirected.json', import.meta.url), 'utf8'),
) as Record<string, Golden>

const name = (node: number) => `s${String(node).padStart(2, '0')}`
const undirectedSite = (nodes: number, ties: Golden['ties']): SiteGraph => ({
  ...siteOf(
    ties.flatMap(([a, b]) => [`${name(a)}>${name(b)}`, `${name(b)}>${name(a)}`]).join(' '),
    Object.fromEntries(Array.from({ length: nodes }, (_, node) => [name(node), {}])),
  ),
  ties: 'undirected',
})

const inBoth = (nodes: number, ties: readonly (readonly [number, number])[]): Digraph => ({
  ...buildDigraph(nodes, {
    source: ties.flatMap(([a, b]) => [a, b]),
    target: ties.flatMap(([a, b]) => [b, a]),
  }),
  undirected: true,
})

describe.each(Object.entries(golden))('an undirected network: %s', (_, { nodes, ties, values, betweenness, nulls }) => {
  it(
    'has the values that networkx and igraph give, and lies where theirs lie among graphs of the same degrees',
    { timeout: 60_000 },
    async () => {
      const runs = 200
      const { graphValues, nodeValues } = await analyseGraph(undirectedSite(nodes, ties), { runs, workers: 1 })
      const row = (measure: string) => graphValues.find(value => value.measure === measure && value.null !== 'permute')!
      for (const measure of ['edges', 'density', 'transitivity', 'max_core', 'components', 'largest_component'])
        expect(row(measure).value).toBeCloseTo(values[measure]!, 12)
      expect(row('modularity').value).toBeCloseTo(values['modularity']!, 6)
      for (const [node, value] of betweenness.entries())
        expect(nodeValues.get('betweenness')!.get(name(node) as never)).toBeCloseTo(value, 10)
      for (const measure of ['transitivity', 'max_core', 'components', 'largest_component']) {
        const { mean, sd, runs: theirs } = nulls[measure]!
        // Four standard errors of the difference of two means.
        const bound = 4 * sd * Math.sqrt(1 / runs + 1 / theirs) + 1e-9
        expect(Math.abs(row(measure).nullMean! - mean), measure).toBeLessThan(bound)
      }
    },
  )
})

describe('what needs a direction', () => {
  it('is left out by name, and no value of it is told', async () => {
    const { ties, nodes } = golden['karate']!
    const site = undirectedSite(nodes, ties)
    const { graphValues, nodeValues, findings } = await analyseGraph(site, { runs: 5, workers: 1 })
    const { leftOut, ties: direction } = findings.get('direction') as GraphFindings['direction']
    expect(direction).toBe('undirected')
    expect(leftOut).toEqual([
      'asymmetry',
      'authority',
      'foreign_in_share',
      'hub',
      'in_centralisation',
      'out_centralisation',
      'reciprocity',
      'role_…',
      'triad_…',
    ])
    const told = [...nodeValues.keys(), ...graphValues.map(({ measure }) => measure)]
    for (const measure of told) expect(leftOut).not.toContain(measure.replace(/^(role|triad)_.+/, '$1_…'))
    const methods = findings.get('methods') as GraphFindings['methods']
    expect(methods.map(({ method, directed }) => [method, directed])).toEqual([
      ['louvain', false],
      ['leiden', false],
    ])
  })

  it('counts each tie once in the mixing matrix', async () => {
    const site = siteOf('a>b b>a b>c c>b c>d d>c a>c c>a', {
      a: { country: 'FR' },
      b: { country: 'FR' },
      c: { country: 'US' },
      d: { country: 'US' },
    })
    const { graphValues } = await analyseGraph({ ...site, ties: 'undirected' }, { runs: 5, workers: 1 })
    const cell = (group: string) =>
      graphValues.find(value => value.measure === 'mixing' && value.group === group)?.value
    expect([cell('country:FR>FR'), cell('country:FR>US'), cell('country:US>US')]).toEqual([1, 2, 1])
    expect(cell('country:US>FR')).toBeUndefined()
    // Two ties of four cross the border.
    expect(graphValues.find(({ measure, group }) => measure === 'ei_index' && group === 'country')!.value).toBe(0)
  })

  it('makes another graph of the same edges, so that its analysis is not taken for theirs', () => {
    const site = undirectedSite(3, [[0, 1]])
    const { ties: _, ...directed } = site
    expect(hashOfGraph(site)).not.toBe(hashOfGraph(directed))
    expect(hashOfGraph({ ...directed, ties: 'mixed' })).toBe(hashOfGraph(directed))
  })
})

describe('rewire(graph, random) of an undirected graph', () => {
  const asText = (graph: Digraph) => {
    const { source, target } = edgeColumns(graph)
    return Array.from(source, (from, at) => `${from}-${target[at]}`)
      .filter(pair => Number(pair.split('-')[0]) < Number(pair.split('-')[1]))
      .join(' ')
  }

  it('keeps every degree, and every tie in both directions with one weight', () => {
    const ties = golden['lesmis']!.ties
    const plain = inBoth(77, ties)
    const { source, target } = edgeColumns(plain)
    const weight = Array.from(source, (from, at) => 1 + ((from * target[at]!) % 7))
    const graph: Digraph = { ...buildDigraph(77, { source, target, weight }), undirected: true }
    const rewired = rewire(graph, createRandom(4)).graph
    expect(rewired.undirected).toBe(true)
    expect([...degreesOf(rewired.out)]).toEqual([...degreesOf(graph.out)])
    expect([...rewired.in.target]).toEqual([...rewired.out.target])
    expect([...rewired.in.weight]).toEqual([...rewired.out.weight])
    expect([...rewired.out.weight].toSorted()).toEqual([...graph.out.weight].toSorted())
    expect(asText(rewired)).not.toBe(asText(graph))
  })

  it('finds each graph of the same degrees equally often: all labelled paths and triangles of five nodes', () => {
    // Degrees 2, 2, 2, 1, 1: a path of five, or a triangle beside a tie. Counted by trying every set of four pairs.
    const graph = inBoth(5, [
      [3, 0],
      [0, 1],
      [1, 2],
      [2, 4],
    ])
    const pairs = [0, 1, 2, 3].flatMap(a => [1, 2, 3, 4].filter(b => b > a).map(b => [a, b] as const))
    const wanted = [...degreesOf(graph.out)].join()
    const all = Array.from({ length: 2 ** pairs.length }, (_, bits) => pairs.filter((__, at) => (bits >> at) & 1))
      .filter(set => set.length === 4)
      .map(set => inBoth(5, set))
      .filter(other => [...degreesOf(other.out)].join() === wanted)
      .map(asText)
    const counts = new Map(all.map(text => [text, 0]))
    const runs = 700
    for (let run = 0; run < runs; run++) {
      const text = asText(rewire(graph, createRandom(`uniform ${run}`)).graph)
      counts.set(text, counts.get(text)! + 1)
    }
    expect(counts.size).toBe(7)
    const expected = runs / counts.size
    const chiSquare = counts.values().reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0)
    // Six degrees of freedom: 99.9 % lie below 22.5.
    expect(chiSquare).toBeLessThan(22.5)
  })
})
