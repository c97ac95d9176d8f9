import { describe, expect, it } from 'vitest'
import { edgeColumns } from '#graph/analysis/paths/adjacency.ts'
import { hullOf } from '#graph/analysis/layout/hull-of.ts'
import { isInside } from '#viewer/client/model/inside.ts'
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

  it('fills a frame about as wide as high: less than 15 % of it lies outside of the box around all discs', () => {
    const chain = Array.from({ length: 29 }, (_, at) => `c${at + 10}>c${at + 11}`).join(' ')
    const pairs = Array.from({ length: 8 }, (_, at) => `p${at}>q${at}`).join(' ')
    const alone = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`z${at + 10}`, siteNode(`z${at + 10}`)]))
    for (const site of [plantedSite(120, 3, 12).site, plantedSite(60, 2, 0).site, siteOf(`${chain} ${pairs}`, alone)]) {
      const points = [...layoutGraph(site, sizesOf(site, 6), createRandom(2)).values()]
      const extent = (values: readonly number[]): number => Math.max(...values) - Math.min(...values) + 12
      const [width, height] = [extent(points.map(({ x }) => x)), extent(points.map(({ y }) => y))]
      const scale = Math.min(1.05 / width, 1 / height)
      expect((width * height * scale ** 2) / 1.05).toBeGreaterThan(0.85)
    }
  })

  it('keeps parts apart: the nearest sites of two parts are half a disc apart at least', () => {
    const star = (name: string, leaves: number): string =>
      Array.from({ length: leaves }, (_, leaf) => `${name}-${leaf}>${name}`).join(' ')
    const site = siteOf(`${star('a', 20)} ${star('b', 9)} ${star('c', 5)} d>e f>g`)
    const positions = layoutGraph(site, sizesOf(site, 6), createRandom(3))
    for (const [one, from] of positions)
      for (const [other, to] of positions)
        if (one[0] !== other[0] && !['de', 'ed', 'fg', 'gf'].includes(one[0]! + other[0]!))
          expect(distance(from, to)).toBeGreaterThan(12 + 6)
    const ring = hullOf([...positions].flatMap(([id, place]) => (id.startsWith('a') ? [place] : [])))
    for (const [id, place] of positions) if (!id.startsWith('a')) expect(isInside(place, ring), id).toBe(false)
  })

  it('has the outermost of points, each once, whatever lies within or between them', () => {
    const corners = [{ x: 0, y: 0 }, { x: 4, y: 0 }, { x: 4, y: 3 }, { x: 0, y: 3 }] // prettier-ignore
    const within = [{ x: 1, y: 1 }, { x: 2, y: 0 }, { x: 4, y: 1.5 }] // prettier-ignore
    expect(hullOf([...within, ...corners])).toEqual(corners)
    expect(hullOf(corners.slice(0, 2))).toEqual(corners.slice(0, 2))
    expect(hullOf(corners.slice(1, 2))).toEqual(corners.slice(1, 2))
  })

  it('draws a star as one: no leaf is twice as far from the middle as another, and it is about as high as wide', () => {
    const site = siteOf(Array.from({ length: 24 }, (_, leaf) => `l${leaf}>m:${1 + (leaf % 7)}`).join(' '))
    const positions = layoutGraph(site, sizesOf(site, 6), createRandom(4))
    const middle = [...positions].find(([id]) => id === 'm')![1]
    const leaves = [...positions].flatMap(([id, place]) => (id === 'm' ? [] : [place]))
    const far = leaves.map(place => distance(place, middle))
    expect(Math.max(...far) / Math.min(...far)).toBeLessThan(2)
    const extent = (values: readonly number[]): number => Math.max(...values) - Math.min(...values)
    const ratio = extent(leaves.map(({ x }) => x)) / extent(leaves.map(({ y }) => y))
    expect(Math.max(ratio, 1 / ratio)).toBeLessThan(1.3)
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
