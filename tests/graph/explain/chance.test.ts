import { describe, expect, it } from 'vitest'
import { againstChance } from '#graph/explain/chance/poisson-binomial.ts'
import { tieChancesOf } from '#graph/explain/chance/tie-chances.ts'
import { createRandom } from '#graph/analysis/random.ts'
import { buildDigraph, degreesOf, type Digraph } from '#graph/analysis/paths/adjacency.ts'
import { toDigraph } from '#graph/analysis/to-digraph.ts'
import { siteOf } from '../analysis/site.ts'

/** The chance that one node cites another. */
function chancesIn(graph: Digraph): (source: number, target: number) => number {
  const { classOf, between } = tieChancesOf(graph)
  return (source, target) => between(classOf[source]!, classOf[target]!)
}

const once = (chances: readonly number[]) => chances.map(p => [p, 1] as const)

const graphOf = (edges: string): Digraph => toDigraph(siteOf(edges))

/** Each node cites the next `degree` ones, in a circle. */
function circle(nodes: number, degree: number): Digraph {
  const source = Array.from({ length: nodes * degree }, (_, edge) => Math.floor(edge / degree))
  return buildDigraph(nodes, { source, target: source.map((node, edge) => (node + 1 + (edge % degree)) % nodes) })
}

/** The greatest distance between a degree and what the model gives on average. */
function farthest(graph: Digraph): number {
  const chanceOf = chancesIn(graph)
  const [out, into] = [degreesOf(graph.out), degreesOf(graph.in)]
  const nodes = [...out.keys()]
  const sum = (own: number, of: (other: number) => number): number =>
    nodes.reduce((all, other) => all + (other === own ? 0 : of(other)), 0)
  return Math.max(
    ...nodes.map(node => Math.abs(sum(node, other => chanceOf(node, other)) - out[node]!)),
    ...nodes.map(node => Math.abs(sum(node, other => chanceOf(other, node)) - into[node]!)),
  )
}

describe('tieChancesOf(graph)', () => {
  it('is k / (n − 1) where all cite and are cited by k of n', () => {
    for (const [nodes, degree] of [
      [5, 1],
      [7, 3],
      [40, 8],
    ] as const)
      // prettier-ignore
      expect(chancesIn(circle(nodes, degree))(0, 2)).toBeCloseTo(degree / (nodes - 1), 5)
  })

  it('is what scipy finds by least squares on the degrees (1.17.1, six sites)', () => {
    const graph = graphOf('a>b a>c b>c c>a d>a d>c e>c e>a f>b')
    const chanceOf = chancesIn(graph)
    const expected = [
      [2, 0, 0.7256],
      [2, 1, 0.2744],
      [1, 2, 0.61847],
      [3, 0, 0.77301],
      [3, 2, 0.89949],
      [5, 1, 0.07059],
      [5, 2, 0.58256],
      // Nobody cites d, e and f.
      [0, 3, 0],
    ] as const
    for (const [from, to, chance] of expected) expect(chanceOf(from, to)).toBeCloseTo(chance, 3)
    expect(chanceOf(0, 1)).toBeGreaterThan(0.999)
  })

  it('keeps every degree on average, of a drawn graph with a site that cites all', () => {
    const random = createRandom(7)
    const pairs = new Set(Array.from({ length: 600 }, () => `${Math.floor(random.next() ** 2 * 120)} ${Math.floor(random.next() ** 3 * 120)}`)) // prettier-ignore
    for (let node = 0; node < 119; node++) pairs.add(`119 ${node}`)
    const edges = [...pairs].map(pair => pair.split(' ').map(Number)).filter(([from, to]) => from !== to)
    const graph = buildDigraph(120, { source: edges.map(([from]) => from!), target: edges.map(([, to]) => to!) })
    expect(farthest(graph)).toBeLessThan(0.01)
  })
})

describe('againstChance(chances, observed)', () => {
  it('sums the tails exactly: by enumeration of five trials', () => {
    const found = againstChance(once([0.1, 0.2, 0.5, 0.9, 0.03]), 3)
    expect(found).toMatchObject({ observed: 3, side: 'more' })
    expect(found.expected).toBeCloseTo(1.73, 12)
    expect(found.p).toBeCloseTo(0.14965, 12)
  })

  it('is the binomial where all chances are one: as scipy has it, far out in both tails', () => {
    const thousand = [[0.01, 1000]] as const
    expect(againstChance(thousand, 2)).toMatchObject({ side: 'fewer', p: expect.closeTo(0.00267943199379151, 12) })
    expect(againstChance(thousand, 30).p / 2.059988850971949e-7).toBeCloseTo(1, 8)
    expect(againstChance([], 0)).toEqual({ observed: 0, expected: 0, side: 'more', p: 1 })
    expect(againstChance(once([1, 1, 0]), 2)).toMatchObject({ expected: 2, p: 1 })
  })

  it('takes the binomial of the same mean and variance for very many trials: near the exact tail where both can be had', () => {
    const chances = [[0.0004, 100_000], [0.0001, 300_000]] as const // prettier-ignore
    // 70 expected; 400,000 × 92 steps are too many. Poisson's law, which differs by less than 0.04% of the variance, has P(X ≥ 90) = 0.01214 (scipy).
    const found = againstChance(chances, 90)
    expect(found.expected).toBeCloseTo(70, 6)
    expect(found.p).toBeCloseTo(0.01214, 4)
  })
})
