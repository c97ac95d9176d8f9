// npm run eval:layout -- FILES: our layout beside ForceAtlas2 and noverlap, as Gephi Lite offers them, on networks in files that
// `import` reads. Prints the table of EVALUATION.md.
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { UndirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import noverlap from 'graphology-layout-noverlap'
import type { SiteGraph } from '#data/records.ts'
import { readNetwork } from '#graph/exchange/read/read-network.ts'
import { createGraphologyLouvain } from '#graph/analysis/communities/graphology-louvain.ts'
import { layoutGraph } from '#graph/analysis/layout/layout-graph.ts'
import { degreeOf } from '#graph/analysis/paths/adjacency.ts'
import { createRandom } from '#graph/analysis/random.ts'
import { toDigraph } from '#graph/analysis/to-digraph.ts'
import { measureLayout, type DrawnGraph } from './measure-layout.ts'

const files = process.argv.slice(2)
const rounds = 1000
const side = 1000

function readSites(file: string): SiteGraph {
  const { nodes, edges, ties } = readNetwork(file, readFileSync(file))
  const ids = new Set(nodes.map(({ id }) => id as string))
  const kept = edges.filter(({ source, target }) => ids.has(source) && ids.has(target))
  return { nodes, edges: kept, ...(ties && { ties }) } as unknown as SiteGraph
}

/** As an analysis has them. */
function radiiOf(site: SiteGraph): number[] {
  const { in: cited } = toDigraph(site)
  return site.nodes.map((_, node) => 3 + 1.4 * Math.sqrt(degreeOf(cited, node)))
}

function ours(site: SiteGraph, radius: readonly number[]): readonly (readonly [number, number])[] {
  const graph = toDigraph(site)
  const community = createGraphologyLouvain(graph, { directed: true, weighted: true })(1, createRandom(1))
  const places = layoutGraph(
    site,
    new Map(site.nodes.map(({ id }, at) => [id, radius[at]!])),
    createRandom(1),
    community,
  )
  return site.nodes.map(({ id }) => [places.get(id)!.x, places.get(id)!.y])
}

/** ForceAtlas2 with the settings that its package infers, from places by chance; scaled to our side; then noverlap as it comes. */
function theirs(site: SiteGraph, radius: readonly number[]): readonly (readonly [number, number])[] {
  const random = createRandom('places')
  const graph = new UndirectedGraph()
  for (const [at, { id }] of site.nodes.entries())
    graph.addNode(id, { x: random.next() * side, y: random.next() * side, size: radius[at] })
  for (const { source, target, weight } of site.edges)
    graph.updateEdge(source, target, before => ({ weight: ((before['weight'] as number) ?? 0) + weight }))
  forceAtlas2.assign(graph, { iterations: rounds, settings: forceAtlas2.inferSettings(graph) })
  const xs = graph.mapNodes((_, { x }) => x as number)
  const ys = graph.mapNodes((_, { y }) => y as number)
  const extent = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys))
  graph.updateEachNodeAttributes((_, node) => ({
    ...node,
    x: (node['x'] * side) / extent,
    y: (node['y'] * side) / extent,
  }))
  noverlap.assign(graph, { maxIterations: 500 })
  return graph.mapNodes((_, { x, y }) => [x as number, y as number] as const)
}

function drawn(site: SiteGraph, radius: number[], places: readonly (readonly [number, number])[]): DrawnGraph {
  const at = new Map(site.nodes.map(({ id }, index) => [id, index]))
  const once = new Set(
    site.edges.map(({ source, target }) => [at.get(source)!, at.get(target)!].sort((a, b) => a - b).join()),
  )
  return {
    names: site.nodes.map(({ label, id }) => label || id),
    ties: [...once].map(pair => pair.split(',').map(Number) as [number, number]),
    x: places.map(([x]) => x),
    y: places.map(([, y]) => y),
    radius,
  }
}

const percent = (value: number): string => `${(100 * value).toFixed(1)} %`
const heads = ['graph', 'sites', 'ties', 'layout', 'crossings', 'length variation', 'names that meet', 'neighbours near', 'discs that overlap', 'empty margin', 'seconds'] // prettier-ignore
process.stdout.write(`| ${heads.join(' | ')} |\n| ${heads.map(() => '---').join(' | ')} |\n`)
for (const file of files) {
  const site = readSites(file)
  const radius = radiiOf(site)
  for (const [name, lay] of [
    ['Toile', ours],
    ['ForceAtlas2 + noverlap', theirs],
  ] as const) {
    const before = process.cpuUsage()
    const graph = drawn(site, radius, lay(site, radius))
    const { user, system } = process.cpuUsage(before)
    const values = measureLayout(graph, createRandom('pairs'))
    const cells = [
      basename(file).replace(/\.\w+$/, ''),
      graph.names.length,
      graph.ties.length,
      name,
      percent(values.crossings),
      values.lengthVariation.toFixed(2),
      percent(values.nameOverlaps),
      percent(values.neighbourhood),
      values.overlaps,
      percent(values.emptyMargin),
      ((user + system) / 1e6).toFixed(1),
    ]
    process.stdout.write(`| ${cells.join(' | ')} |\n`)
  }
}
