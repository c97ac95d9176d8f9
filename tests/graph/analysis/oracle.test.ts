import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { buildDigraph, type Digraph, ignoreDirection } from '#graph/analysis/paths/adjacency.ts'
import { attributeOf } from '#graph/analysis/attribute.ts'
import { bibliographicCoupling, coCitation, type CoLink } from '#graph/analysis/co-links.ts'
import { flowOf } from '#graph/analysis/communities/flow.ts'
import { leiden } from '#graph/analysis/communities/leiden.ts'
import { louvain } from '#graph/analysis/communities/louvain.ts'
import { modularityOf } from '#graph/analysis/communities/modularity.ts'
import { nmi } from '#graph/analysis/communities/nmi.ts'
import { betweennessOf } from '#graph/analysis/measures/betweenness.ts'
import { closenessOf } from '#graph/analysis/measures/closeness.ts'
import { clustering, transitivity } from '#graph/analysis/measures/clustering.ts'
import { largestComponent, weakComponents } from '#graph/analysis/measures/components.ts'
import { maxCore } from '#graph/analysis/measures/core.ts'
import { coreNumbers } from '#graph/analysis/paths/core-numbers.ts'
import { inDegree, outDegree } from '#graph/analysis/measures/degree.ts'
import { hits } from '#graph/analysis/measures/hits.ts'
import { assortativityOf, mixingMatrix } from '#graph/analysis/measures/mixing.ts'
import { pagerank } from '#graph/analysis/measures/pagerank.ts'
import { nodeReciprocity, reciprocity } from '#graph/analysis/measures/reciprocity.ts'
import { inStrength, outStrength } from '#graph/analysis/measures/strength.ts'
import { triadCensus, triadTypes } from '#graph/analysis/measures/triads.ts'
import { sumPaths } from '#graph/analysis/paths/shortest-paths.ts'
import type { Scene } from '#graph/analysis/scene.ts'
import { createRandom, type Random } from '#graph/analysis/random.ts'
import { siteOf } from './site.ts'

/** Values by networkx and igraph, stored with the program that made them; see tests/golden/graph/make-oracle.py. */
const golden = new URL('../../golden/graph/', import.meta.url)

interface GraphFile {
  readonly nodes: readonly (readonly [id: string, country: string])[]
  readonly edges: readonly (readonly [source: string, target: string, weight: number])[]
  readonly partition: readonly number[]
}

interface Values {
  readonly node: Readonly<Record<string, readonly (number | null)[]>>
  readonly graph: Readonly<Record<string, number>>
  readonly mixing: Readonly<Record<string, number>>
  readonly triads: Readonly<Record<string, number>>
  readonly triads_igraph: readonly (number | null)[]
  readonly leiden_modularity: number
  readonly louvain_modularity: number
  readonly nmi_of_partition_and_core: number
}

const read = <Content>(name: string): Content => JSON.parse(readFileSync(new URL(name, golden), 'utf8')) as Content

/** The first Python here that has both libraries; null when none has. */
function findPython(): string | null {
  for (const python of ['python3', '/usr/bin/python3'])
    try {
      execFileSync(python, ['-c', 'import networkx, igraph'], { stdio: 'ignore' })
      return python
    } catch {
      continue
    }
  return null
}

const python = findPython()

function expectClose(ours: ArrayLike<number>, theirs: readonly (number | null)[], digits: number): void {
  expect(ours.length).toBe(theirs.length)
  for (const [at, value] of theirs.entries())
    if (value === null) expect(ours[at]).toBeNaN()
    else expect(ours[at]).toBeCloseTo(value, digits)
}

function undirectedOf(graph: Digraph): Digraph {
  const ties = ignoreDirection(graph)
  const source = Uint32Array.from(ties.target)
  for (let node = 0; node < graph.nodeCount; node++) source.fill(node, ties.start[node], ties.start[node + 1])
  return buildDigraph(graph.nodeCount, { source, target: ties.target })
}

describe.each(['karate', 'random', 'sparse'])('the measures of %s', name => {
  const file = read<GraphFile>(`${name}.json`)
  const theirs = read<Values>(`${name}-values.json`)
  const site = siteOf(
    file.edges.map(([source, target, weight]) => `${source}>${target}:${weight}`).join(' '),
    Object.fromEntries(file.nodes.map(([id, country]) => [id, { country }])),
  )
  const index = new Map(site.nodes.map(({ id }, at) => [id as string, at]))
  const graph = buildDigraph(site.nodes.length, {
    source: file.edges.map(([source]) => index.get(source)!),
    target: file.edges.map(([, target]) => index.get(target)!),
    weight: file.edges.map(([, , weight]) => weight),
  })
  const ties = ignoreDirection(graph)
  const paths = sumPaths(graph, Uint32Array.from(site.nodes.keys()))
  const partition = Uint32Array.from(file.partition)
  // The measures asked here read only these.
  const scene = { site, graph, ties, paths } as unknown as Scene
  const country = attributeOf(site, 'country')

  it('per node agree with networkx and igraph', () => {
    expectClose(pagerank(graph), theirs.node['pagerank']!, 9)
    expectClose(pagerank(graph), theirs.node['pagerank_igraph']!, 9)
    const pairs = site.nodes.length - 1
    expectClose(betweennessOf(paths), theirs.node['betweenness']!, 10)
    const scaled = betweennessOf(paths).map(value => value * pairs * (pairs - 1))
    expectClose(scaled, theirs.node['betweenness_igraph']!, 8)
    expectClose(closenessOf(paths), theirs.node['closeness']!, 10)
    expectClose(coreNumbers(ties), theirs.node['core']!, 10)
    expectClose(coreNumbers(ties), theirs.node['core_igraph']!, 10)
    expectClose(nodeReciprocity.compute(scene), theirs.node['reciprocity']!, 10)
    for (const measure of [inDegree, outDegree, inStrength, outStrength])
      expectClose(measure.compute(scene), theirs.node[measure.name]!, 10)
    expectClose(closenessOf(paths), theirs.node['closeness_igraph']!, 10)
    for (const measure of [inStrength, outStrength])
      expectClose(measure.compute(scene), theirs.node[`${measure.name}_igraph`]!, 10)
    // Both say 0 where a site has fewer than two neighbours, and nothing can be said.
    const filled = Array.from(clustering.compute(scene), value => (Number.isNaN(value) ? 0 : value))
    expectClose(filled, theirs.node['clustering']!, 10)
    expectClose(filled, theirs.node['clustering_igraph']!, 10)
  })

  it('by HITS agree with networkx, where one part of the graph is the strongest', () => {
    const { hub, authority } = hits(graph)
    expectClose(hub, theirs.node['hub']!, 7)
    expectClose(authority, theirs.node['authority']!, 7)
    expectClose(hub, theirs.node['hub_igraph']!, 7)
    expectClose(authority, theirs.node['authority_igraph']!, 7)
  })

  it('of the whole graph agree with networkx and igraph', () => {
    const values = theirs.graph
    const flow = (weighted: boolean) => flowOf(graph, { directed: true, weighted })
    expect(graph.edgeCount / (graph.nodeCount * (graph.nodeCount - 1))).toBeCloseTo(values['density']!, 12)
    expect(reciprocity.compute(scene, country)[0]!.value).toBeCloseTo(values['reciprocity']!, 12)
    expect(reciprocity.compute(scene, country)[0]!.value).toBeCloseTo(values['reciprocity_igraph']!, 12)
    expect(transitivity.compute(scene, country)[0]!.value).toBeCloseTo(values['transitivity']!, 12)
    expect(transitivity.compute(scene, country)[0]!.value).toBeCloseTo(values['transitivity_igraph']!, 12)
    expect(weakComponents(ties).count).toBe(values['components'])
    expect(weakComponents(ties).count).toBe(values['components_igraph'])
    expect(largestComponent.compute(scene, country)[0]!.value).toBe(values['largest_component'])
    expect(maxCore.compute(scene, country)[0]!.value).toBe(values['max_core'])
    expect(assortativityOf(mixingMatrix(graph, country))).toBeCloseTo(values['assortativity']!, 12)
    expect(assortativityOf(mixingMatrix(graph, country))).toBeCloseTo(values['assortativity_igraph']!, 12)
    expect(modularityOf(flow(false), partition)).toBeCloseTo(values['modularity']!, 12)
    expect(modularityOf(flow(true), partition)).toBeCloseTo(values['modularity_weighted']!, 12)
    const undirected = flowOf(undirectedOf(graph), { directed: false, weighted: true })
    expect(modularityOf(undirected, partition)).toBeCloseTo(values['modularity_undirected_igraph']!, 12)
    expect(nmi(partition, coreNumbers(ties))).toBeCloseTo(theirs.nmi_of_partition_and_core, 12)
  })

  it('of sites cited together and citing alike agree with igraph', () => {
    const sums = (links: readonly CoLink[]) =>
      site.nodes.map(({ id }) =>
        links.reduce((sum, { one, other, shared }) => sum + (one === id || other === id ? shared : 0), 0),
      )
    expectClose(sums(coCitation(site)), theirs.node['cited_together_igraph']!, 12)
    expectClose(sums(bibliographicCoupling(site)), theirs.node['citing_alike_igraph']!, 12)
  })

  it('count the same mixing matrix and triads', () => {
    const counts = mixingMatrix(graph, country)
    for (const [row, from] of country.values.entries())
      for (const [column, to] of country.values.entries())
        expect(counts[row]![column]).toBe(theirs.mixing[`${from}>${to}`])
    const census = triadCensus(graph)
    for (const [at, type] of triadTypes.entries()) {
      expect(census[at]).toBe(theirs.triads[type])
      expect(census[at]).toBe(igraphTriads(theirs)[type])
    }
  })

  it('find communities as good as the best of 20 igraph runs', () => {
    const flow = flowOf(undirectedOf(graph), { directed: false, weighted: true })
    const best = (find: (random: Random) => Uint32Array) =>
      Math.max(...Array.from({ length: 50 }, (_, run) => modularityOf(flow, find(createRandom(run)))))
    expect(best(random => leiden(flow, 1, random, 10))).toBeGreaterThan(theirs.leiden_modularity - 1e-3)
    expect(best(random => louvain(flow, 1, random))).toBeGreaterThan(theirs.louvain_modularity - 1e-3)
  })

  it.runIf(python !== null)('are still what networkx and igraph say, here', { timeout: 120_000 }, () => {
    const program = new URL('make-oracle.py', golden).pathname
    const fresh = execFileSync(python!, ['-W', 'ignore', program, new URL(`${name}.json`, golden).pathname])
    expectSame(JSON.parse(fresh.toString()), theirs)
  })
})

/** igraph's order of the 16 types; see its documentation of triad_census. */
function igraphTriads({ triads_igraph }: Values): Record<string, number | null> {
  const order = '003 012 102 021D 021U 021C 111D 111U 030T 030C 201 120D 120U 120C 210 300'.split(' ')
  return Object.fromEntries(order.map((type, at) => [type, triads_igraph[at]!]))
}

/** Equal but for the last digits of numbers, and for how well igraph's search for communities did. */
function expectSame(fresh: unknown, stored: unknown, path = ''): void {
  if (typeof stored === 'number') expect(fresh, path).toBeCloseTo(stored, path.includes('_modularity') ? 2 : 7)
  else if (stored === null || typeof stored !== 'object') expect(fresh, path).toBe(stored)
  else {
    expect(Object.keys(fresh as object)).toEqual(Object.keys(stored))
    for (const [key, value] of Object.entries(stored))
      expectSame((fresh as Record<string, unknown>)[key], value, `${path}/${key}`)
  }
}
