import { describe, expect, it } from 'vitest'
import { analyseGraph } from '#graph/analysis/analyse-graph.ts'
import { createCommunityRunner } from '#graph/analysis/communities/community-runner.ts'
import { methodOf } from '#graph/analysis/communities/community-runs.ts'
import { flowOf } from '#graph/analysis/communities/flow.ts'
import { modularityOf } from '#graph/analysis/communities/modularity.ts'
import { buildDigraph, type Digraph, edgeColumns } from '#graph/analysis/paths/adjacency.ts'
import { rewire } from '#graph/analysis/nulls/rewire.ts'
import { createRandom } from '#graph/analysis/random.ts'
import { searchCommunities } from '#graph/analysis/graph-view-of.ts'
import type { GraphFindings } from '#graph/analysis/findings/find-all.ts'
import { plantedPartition } from './planted.ts'
import { siteOf } from './site.ts'

interface Tie {
  readonly source: number
  readonly target: number
  readonly weight: number
}

/** Leicht & Newman 2008 from a list of ties, by community, without the program's own sums. */
function modularity(ties: readonly Tie[], label: ArrayLike<number>, resolution: number): number {
  const total = ties.reduce((sum, { weight }) => sum + weight, 0)
  const out = new Map<number, number>()
  const into = new Map<number, number>()
  let inside = 0
  for (const { source, target, weight } of ties) {
    const [from, to] = [label[source]!, label[target]!]
    out.set(from, (out.get(from) ?? 0) + weight)
    into.set(to, (into.get(to) ?? 0) + weight)
    if (from === to) inside += weight
  }
  const expected = [...out].reduce((sum, [own, weight]) => sum + weight * (into.get(own) ?? 0), 0)
  return inside / total - (resolution * expected) / total ** 2
}

/** The most that moving one node to any other community, or out of all, would gain. */
function bestMove(ties: readonly Tie[], label: Uint32Array, resolution: number): number {
  const before = modularity(ties, label, resolution)
  const targets = [...new Set(label), label.length]
  const gains = [...label.keys()].flatMap(node =>
    targets.filter(to => to !== label[node]).map(to => modularity(ties, label.with(node, to), resolution) - before),
  )
  return Math.max(...gains)
}

const tiesOf = (graph: Digraph): Tie[] => {
  const { source, target, weight } = edgeColumns(graph)
  return Array.from(weight, (own, at) => ({ source: source[at]!, target: target[at]!, weight: own }))
}

const reweighted = (graph: Digraph, seed: number): Digraph => {
  const { source, target } = edgeColumns(graph)
  const random = createRandom(seed)
  return buildDigraph(graph.nodeCount, { source, target, weight: Array.from(source, () => 1 + random.int(9)) })
}

const planted = (groups: number, degree: number, inside: number) =>
  plantedPartition({ nodes: 48, groups, degree, inside }, createRandom(groups)).graph

/** Two cliques of three with a bridge, a pair, a node that only cites, one that is only cited, and one without ties. */
const byHand = buildDigraph(11, {
  source: [0, 1, 2, 3, 4, 5, 2, 6, 7, 8, 8, 0],
  target: [1, 2, 0, 4, 5, 3, 3, 7, 6, 0, 4, 9],
  weight: [2, 1, 1, 1, 3, 1, 1, 1, 1, 1, 2, 1],
})

const graphs: readonly (readonly [string, Digraph])[] = [
  ['made by hand', byHand],
  ['four clear groups', planted(4, 5, 0.8)],
  ['six groups that are hard to see', planted(6, 4, 0.45)],
  ['weighted', reweighted(planted(4, 4, 0.5), 7)],
  ['random, sparse', rewire(planted(3, 2, 0.4), createRandom(2)).graph],
  ['random, dense', rewire(planted(3, 10, 0.4), createRandom(3)).graph],
]

describe.each(graphs)('every run of the search for communities: %s', (_, graph) => {
  const ties = tiesOf(graph)
  const options = { directed: true, weighted: true }

  it.each([1, 0.5, 2])('ends where no move of a single node raises modularity, at resolution %f', resolution => {
    const run = createCommunityRunner({ graph, seed: 1, ...options })
    for (let at = 0; at < 6; at++) {
      const label = run({ method: methodOf(at), resolution, stream: String(at) })
      expect(modularityOf(flowOf(graph, options), label, resolution)).toBeCloseTo(
        modularity(ties, label, resolution),
        10,
      )
      expect(bestMove(ties, label, resolution)).toBeLessThan(1e-9)
    }
  })

  it('ends there in null models, too', () => {
    for (const label of searchCommunities(graph, 4, 1, createRandom(5)).labels)
      expect(bestMove(ties, label, 1)).toBeLessThan(1e-9)
  })
})

describe('the partition that an analysis keeps', () => {
  it('is the best of all runs, says by which, and counts sites alone apart', async () => {
    const name = (node: number) => `s${String(node).padStart(2, '0')}`
    const ties = tiesOf(byHand)
    const edges = ties.map(({ source, target, weight }) => `${name(source)}>${name(target)}:${weight}`).join(' ')
    const { nodeValues, graphValues, findings } = await analyseGraph(siteOf(edges, { [name(10)]: {} }), { runs: 10 })
    const value = (measure: string) => graphValues.find(row => row.measure === measure)!.value
    const label = Uint32Array.from(nodeValues.get('community')!.values())
    const sizes = Map.groupBy(label, own => own)
      .values()
      .map(({ length }) => length)
      .toArray()
    expect(value('communities')).toBe(sizes.filter(size => size > 1).length)
    expect(value('single_sites')).toBe(sizes.filter(size => size === 1).length)
    expect(value('single_sites')).toBeGreaterThan(0)
    // Numbers above the number of communities are those of sites alone.
    for (const [own, members] of Map.groupBy(label, number => number))
      expect(members.length > 1).toBe(own <= value('communities')!)
    const search = findings.get('community_search') as GraphFindings['community_search']
    const runs = findings.get('community_runs') as GraphFindings['community_runs']
    expect(search).toMatchObject({
      runs: 10,
      modularity: Math.max(...runs),
      method: methodOf(runs.indexOf(search.modularity)),
    })
    expect(value('modularity_weighted')).toBeCloseTo(search.modularity, 12)
    const methods = findings.get('methods') as GraphFindings['methods']
    for (const { directed, modularity: own } of methods)
      if (directed) expect(own).toBeLessThanOrEqual(search.modularity)
  })
})
