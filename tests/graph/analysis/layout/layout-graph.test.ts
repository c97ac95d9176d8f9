import { describe, expect, it } from 'vitest'
import { edgeColumns } from '#graph/analysis/paths/adjacency.ts'
import { layoutGraph } from '#graph/analysis/layout/layout-graph.ts'
import { createRandom } from '#graph/analysis/random.ts'
import { plantedPartition } from '../planted.ts'
import { siteNode, siteOf } from '../site.ts'

/** A site graph of planted communities with some single sites. */
function plantedSite(nodes: number, groups: number, lone: number) {
  const { graph, planted } = plantedPartition({ nodes, groups, degree: 5, inside: 0.85 }, createRandom(nodes))
  const name = (node: number) => `s${String(node).padStart(5, '0')}`
  const { source, target } = edgeColumns(graph)
  const edges = Array.from(source, (from, at) => `${name(from)}>${name(target[at]!)}`).join(' ')
  const facts = Object.fromEntries(
    Array.from({ length: nodes + lone }, (_, node) => [name(node), siteNode(name(node))]),
  )
  return { site: siteOf(edges, facts), planted: [...planted, ...Array.from({ length: lone }, (_, at) => groups + at)] }
}

const sizesOf = (site: ReturnType<typeof siteOf>, radius: number) => new Map(site.nodes.map(({ id }) => [id, radius]))

describe('layoutGraph(site, sizes, random, community)', () => {
  it.each([40, 300])('sets planted communities of %i sites apart: most of a site’s nearest are of its own', nodes => {
    const { site, planted } = plantedSite(nodes, 4, 5)
    const positions = layoutGraph(site, sizesOf(site, 5), createRandom(1), planted)
    const points = site.nodes.map(({ id }) => positions.get(id)!)
    const own = points.slice(0, nodes).map((point, node) => {
      const nearest = [...points.keys()]
        .filter(other => other !== node)
        .sort((a, b) => distance(point, points[a]!) - distance(point, points[b]!))
        .slice(0, 4)
      return nearest.filter(other => planted[other] === planted[node]).length / 4
    })
    expect(own.reduce((a, b) => a + b, 0) / nodes).toBeGreaterThan(0.85)
  })

  it('fits the square, touches its border, and leaves no disc on another', () => {
    const { site, planted } = plantedSite(120, 3, 12)
    const points = [...layoutGraph(site, sizesOf(site, 8), createRandom(1), planted).values()]
    const reach = Math.max(...points.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]))
    expect(reach).toBeCloseTo(500, 6)
    for (const [at, point] of points.entries())
      for (const other of points.slice(at + 1)) expect(distance(point, other)).toBeGreaterThan(16)
  })

  it('keeps single sites together in rows beneath the rest', () => {
    const { site, planted } = plantedSite(60, 3, 8)
    const points = [...layoutGraph(site, sizesOf(site, 5), createRandom(1), planted).values()]
    const lowest = Math.min(...points.slice(0, 60).map(({ y }) => y))
    const lone = points.slice(60)
    for (const { y } of lone) expect(y).toBeLessThan(lowest)
    expect(new Set(lone.map(({ y }) => y.toFixed(6))).size).toBe(1)
  })

  it('makes no tower of sites without ties', () => {
    const site = siteOf('', Object.fromEntries(Array.from({ length: 70 }, (_, at) => [`s${at}`, siteNode(`s${at}`)])))
    const points = [...layoutGraph(site, sizesOf(site, 5), createRandom(1)).values()]
    const extent = (values: readonly number[]): number => Math.max(...values) - Math.min(...values)
    const ratio = extent(points.map(({ x }) => x)) / extent(points.map(({ y }) => y))
    expect(ratio).toBeGreaterThan(0.6)
    expect(ratio).toBeLessThan(1.7)
  })

  it('gives the same positions for the same seed, and others for another', () => {
    const { site, planted } = plantedSite(50, 3, 2)
    const place = (seed: number) => [...layoutGraph(site, sizesOf(site, 5), createRandom(seed), planted).values()]
    expect(place(1)).toEqual(place(1))
    expect(place(1)).not.toEqual(place(2))
  })

  it.each([
    ['no site', siteOf('')],
    ['one site', siteOf('', { a: {} })],
    ['two sites without a tie', siteOf('', { a: {}, b: {} })],
    ['two tied sites', siteOf('a>b')],
  ])('places %s', (_, site) => {
    const positions = layoutGraph(site, sizesOf(site, 5), createRandom(1))
    expect(positions.size).toBe(site.nodes.length)
    for (const { x, y } of positions.values()) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true)
    expect(new Set([...positions.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(site.nodes.length)
  })
})

function distance(a: { x: number; y: number }, b: { x: number; y: number }): number {
  return Math.hypot(a.x - b.x, a.y - b.y)
}
