import { describe, expect, it } from 'vitest'
import { buildDigraph, type Digraph, ignoreDirection } from '#graph/analysis/paths/adjacency.ts'
import { attributeOf, attributesOf } from '#graph/analysis/attribute.ts'
import { betweennessErrorOf, betweennessIntervalOf, betweennessOf } from '#graph/analysis/measures/betweenness.ts'
import { participation } from '#graph/analysis/measures/bridging.ts'
import { centralisationOf } from '#graph/analysis/measures/centralisation.ts'
import { foreignInShare } from '#graph/analysis/measures/foreign-share.ts'
import { asymmetry, eiPair } from '#graph/analysis/measures/pairs.ts'
import { richClubOf } from '#graph/analysis/measures/rich-club.ts'
import type { Scene } from '#graph/analysis/scene.ts'
import { createRandom } from '#graph/analysis/random.ts'
import { plantedPartition } from './planted.ts'
import { weakComponents } from '#graph/analysis/measures/components.ts'
import { coreNumbers } from '#graph/analysis/paths/core-numbers.ts'
import { hits } from '#graph/analysis/measures/hits.ts'
import { assortativityOf, eiIndexOf, mixingMatrix } from '#graph/analysis/measures/mixing.ts'
import { pagerank } from '#graph/analysis/measures/pagerank.ts'
import { mutualDegrees } from '#graph/analysis/measures/reciprocity.ts'
import { graphCards, graphMeasures, nodeMeasures } from '#graph/analysis/registry.ts'
import { chooseSources, joinPaths, sumPaths } from '#graph/analysis/paths/shortest-paths.ts'
import { toDigraph } from '#graph/analysis/to-digraph.ts'
import { toGraphology } from './to-graphology.ts'
import { siteOf } from './site.ts'

const digraph = (edges: string) => toDigraph(siteOf(edges))
const betweenness = (graph: Digraph) =>
  betweennessOf(
    sumPaths(
      graph,
      Uint32Array.from({ length: graph.nodeCount }, (_, node) => node),
    ),
  )
const close = (values: ArrayLike<number>, expected: readonly number[], digits = 9) => {
  expect(values.length).toBe(expected.length)
  for (const [at, value] of expected.entries())
    if (Number.isNaN(value)) expect(values[at]).toBeNaN()
    else expect(values[at]).toBeCloseTo(value, digits)
}

describe('the registry of measures', () => {
  it('names each measure once per kind, in at most 32 plain characters', () => {
    const names = [...nodeMeasures, ...graphMeasures].map(({ kind, name }) => `${kind} ${name}`)
    expect(new Set(names).size).toBe(names.length)
    for (const { name } of [...nodeMeasures, ...graphCards]) expect(name).toMatch(/^[a-z][a-zA-Z0-9_]{0,31}$/)
  })

  it('says of each, in both languages, what it is, and where its definition stands', () => {
    for (const { title, description, source, range } of [...nodeMeasures, ...graphCards]) {
      for (const text of [title, description]) {
        expect(text.en).not.toBe('')
        expect(text.fr).not.toBe('')
      }
      expect(source).toMatch(/\d{4}/)
      expect(range[0]).toBeLessThan(range[1])
    }
  })
})

describe('toGraphology(site)', () => {
  it('has nodes by id and edges by source, then target, whatever order the site graph has', () => {
    const site = siteOf('b>a c>a a>c b>c', { d: {} })
    const graph = toGraphology({ nodes: site.nodes.toReversed(), edges: site.edges.toReversed() })
    expect(graph.nodes()).toEqual(['a', 'b', 'c', 'd'])
    expect(graph.mapEdges((_, __, source, target) => source + target)).toEqual(['ac', 'ba', 'bc', 'ca'])
  })
})

describe('pagerank(graph)', () => {
  it('follows weights, and lets a site without links pass its share to all', () => {
    // Two nodes, a → b: b = (1 − d)/2 + d·b/2 + d·a, a = (1 − d)/2 + d·b/2, and a + b = 1.
    const a = (0.15 / 2 + 0.85 / 2) / (1 + 0.85 / 2)
    close(pagerank(digraph('a>b')), [a, 1 - a])
    // a gives three quarters of its share to b.
    const ranks = pagerank(digraph('a>b:3 a>c:1 b>a c>a'))
    expect((ranks[1]! - 0.05) / (ranks[2]! - 0.05)).toBeCloseTo(3, 9)
  })

  it('shares equally where there are no edges', () =>
    close(pagerank(toDigraph(siteOf('', { a: {}, b: {} }))), [0.5, 0.5]))
})

describe('hits(graph)', () => {
  it('scores a hand-worked graph: h = A·Aᵀ·h by its greatest eigenvalue', () => {
    // a → c, d; b → d. A·Aᵀ = [[2, 1], [1, 1]], eigenvalue (3 + √5)/2, h ∝ (φ, 1), authority ∝ (φ, φ + 1).
    const φ = (1 + Math.sqrt(5)) / 2
    const { hub, authority } = hits(digraph('a>c a>d b>d'))
    close(hub, [φ / (φ + 1), 1 / (φ + 1), 0, 0])
    close(authority, [0, 0, φ / (2 * φ + 1), (φ + 1) / (2 * φ + 1)])
  })

  it('is 0 everywhere without edges, and ends where two parts are equally strong', () => {
    close(hits(toDigraph(siteOf('', { a: {}, b: {} }))).hub, [0, 0])
    close(hits(digraph('a>b c>d')).authority, [0, 0.5, 0, 0.5])
  })
})

describe('betweennessOf(paths)', () => {
  it('counts a hand-worked graph: two equal ways from a to d, one tail', () => {
    // Pairs through b: a→d and a→e, half each; through c the same; through d: a→e, b→e, c→e.
    close(betweenness(digraph('a>b a>c b>d c>d d>e')), [0, 1 / 12, 1 / 12, 3 / 12, 0])
  })

  it('takes no weight for a distance', () => {
    close(betweenness(digraph('a>b:9 b>c:9 a>c:1')), [0, 0, 0])
  })

  it('is 0 below three nodes', () => close(betweenness(digraph('a>b')), [0, 0]))
})

describe('coreNumbers(ties)', () => {
  it('peels a clique of four with a triangle and a tail', () => {
    const ties = ignoreDirection(digraph('a>b a>c a>d b>c b>d c>d d>a d>e e>f f>d f>g'))
    expect([...coreNumbers(ties)]).toEqual([3, 3, 3, 3, 2, 2, 1])
  })
})

describe('weakComponents(ties)', () => {
  it('finds the parts that no tie connects, isolates included', () => {
    const ties = ignoreDirection(toDigraph(siteOf('a>c d>c b>e', { f: {} })))
    expect(weakComponents(ties)).toEqual({ of: Uint32Array.of(0, 1, 0, 0, 1, 2), count: 3, largest: 3 })
  })
})

describe('mutualDegrees(graph)', () => {
  it('counts for each node the edges that are answered', () => {
    expect([...mutualDegrees(digraph('a>b b>a a>c c>a b>c d>a'))]).toEqual([2, 1, 1, 0])
  })
})

describe('measures by attribute', () => {
  const site = siteOf('a>b b>a a>c c>d d>b e>a', {
    a: { country: 'FR', tags: [['side', 'left']] },
    b: {
      country: 'FR',
      tags: [
        ['side', 'left'],
        ['side', 'right'],
      ],
    },
    c: { country: 'US', tags: [['side', 'right']] },
    d: { country: 'US', tags: [['side', 'right']] },
    e: { tags: [['side', 'left']] },
  })
  const counts = mixingMatrix(toDigraph(site), attributeOf(site, 'country'))

  it('counts edges among nodes that have the attribute', () => {
    expect(counts).toEqual([
      [2, 1],
      [1, 1],
    ])
  })

  it('gives the E-I index and the assortativity of that matrix', () => {
    expect(eiIndexOf(counts)).toBeCloseTo((2 - 3) / 5, 12)
    // Σ e_ii = 3/5; a = (3/5, 2/5), b = (3/5, 2/5); Σ a·b = 13/25.
    expect(assortativityOf(counts)).toBeCloseTo((3 / 5 - 13 / 25) / (1 - 13 / 25), 12)
  })

  it('leaves out a node with two values of one tag: it belongs to no single class', () => {
    expect([...attributeOf(site, 'side').classOf]).toEqual([0, -1, 1, 1, 0])
  })

  it('takes as attributes what classifies, not what names each node', () => {
    const named = siteOf('a>b', {
      a: { kind: 'x', tags: [['note', 'one']] },
      b: { kind: 'y', tags: [['note', 'two']] },
    })
    expect(attributesOf(named).map(({ name }) => name)).toEqual(['kind'])
    expect(attributesOf(site).map(({ name }) => name)).toEqual(['country', 'side'])
  })
})

describe('centralisationOf(rows)', () => {
  it('is 1 for a star, 0 for a ring', () => {
    expect(centralisationOf(digraph('b>a c>a d>a').in)).toBe(1)
    expect(centralisationOf(digraph('a>b b>c c>a').in)).toBe(0)
  })
})

describe('richClubOf(graph)', () => {
  it('is the density among sites of more than k edges, for a few k', () => {
    // Degrees: a 5, b 4, c 4, d 2, e 1, f 2; sorted 1 2 2 4 4 5. Above 2: a, b, c with a>b b>a a>c c>b of 6 possible.
    const graph = digraph('a>b b>a a>c c>b d>a c>d e>c f>a f>b')
    expect(richClubOf(graph).find(({ of }) => of === 'degree:2')!.value).toBeCloseTo(4 / 6, 12)
  })
})

describe('participation(ties, community)', () => {
  it('is 0 inside one community, and grows with the spread over several', () => {
    const ties = ignoreDirection(digraph('a>b a>c a>d b>c'))
    close(participation(ties, Uint32Array.of(1, 1, 2, 3)), [1 - 3 / 9, 1 - 2 / 4, 0, 0])
  })
})

describe('foreign_in_share', () => {
  it('is the share of citing sites from abroad, among those of known country', () => {
    const site = siteOf('b>a c>a d>a e>a a>b b>e', {
      a: { country: 'FR' },
      b: { country: 'US' },
      c: { country: 'FR' },
      d: { country: 'US' },
    })
    const scene = { site, graph: toDigraph(site) } as unknown as Scene
    close(foreignInShare.compute(scene), [2 / 3, 1, NaN, NaN, NaN])
  })
})

describe('asymmetry and ei_pair', () => {
  const site = siteOf('a>c a>d b>c c>a a>b', {
    a: { country: 'FR' },
    b: { country: 'FR' },
    c: { country: 'US' },
    d: { country: 'US' },
  })
  const view = { graph: toDigraph(site) } as unknown as Scene
  const country = attributeOf(site, 'country')

  it('compare the two directions between two values, and what crosses with what stays', () => {
    expect(asymmetry.compute(view, country)).toEqual([{ of: 'FR>US', value: (3 - 1) / 4 }])
    expect(eiPair.compute(view, country)).toEqual([{ of: 'FR>US', value: (4 - 1) / 5 }])
  })
})

describe('betweenness of a sample', () => {
  const { graph } = plantedPartition({ nodes: 800, groups: 4, degree: 5, inside: 0.7 }, createRandom(4))
  const all = Uint32Array.from({ length: 800 }, (_, node) => node)
  const exact = betweenness(graph)

  it('is exact, without error, from all sources, in parts or in one', () => {
    const parts = [all.slice(0, 100), all.slice(100, 250), all.slice(250)].map(part => sumPaths(graph, part))
    const joined = joinPaths(800, parts)
    close(betweennessOf(joined), [...exact])
    expect(betweennessErrorOf(joined).every(error => error === 0)).toBe(true)
  })

  it('walks along a chain of more sites than two bytes number, and of as many as they just do', () => {
    for (const nodeCount of [65_534, 65_535, 70_000]) {
      const source = Uint32Array.from({ length: nodeCount - 1 }, (_, node) => node)
      const chain = buildDigraph(nodeCount, { source, target: source.map(node => node + 1) })
      const { through, steps, reachedBy } = sumPaths(chain, Uint32Array.of(0, 1))
      // Behind node 2 lie all but three; it is two steps from the first source and one from the second.
      expect([through[2], steps[2], reachedBy[2]]).toEqual([2 * (nodeCount - 3), 3, 2])
      expect([through.at(-1), steps.at(-1)]).toEqual([0, nodeCount - 1 + nodeCount - 2])
    }
  })

  it('strays as far as its standard error says, over 30 samples, and is right on average', () => {
    const top = [...all].sort((a, b) => exact[b]! - exact[a]!).slice(0, 100)
    let squares = 0
    let expected = 0
    let bias = 0
    for (let trial = 0; trial < 30; trial++) {
      const sample = createRandom(trial).shuffle(all.slice()).slice(0, 256).sort()
      const paths = sumPaths(graph, sample)
      const estimate = betweennessOf(paths)
      const error = betweennessErrorOf(paths)
      for (const node of top) {
        squares += (estimate[node]! - exact[node]!) ** 2
        expected += error[node]! ** 2
        bias += (estimate[node]! - exact[node]!) / exact[node]! / (30 * top.length)
      }
    }
    expect(squares / expected).toBeGreaterThan(0.8)
    expect(squares / expected).toBeLessThan(1.25)
    expect(Math.abs(bias)).toBeLessThan(0.02)
  })

  it('has an interval that holds 9 times of 10 for the 100 highest sites, over 30 samples, and none where it is exact', () => {
    const top = [...all].sort((a, b) => exact[b]! - exact[a]!).slice(0, 100)
    let held = 0
    for (let trial = 0; trial < 30; trial++) {
      const [low, high] = betweennessIntervalOf(
        sumPaths(graph, createRandom(`interval ${trial}`).shuffle(all.slice()).slice(0, 256).sort()),
      )
      for (const node of top) if (low[node]! <= exact[node]! && exact[node]! <= high[node]!) held++
    }
    expect(held / (30 * top.length)).toBeGreaterThan(0.9)
    expect(betweennessIntervalOf(sumPaths(graph, all)).every(ends => ends.every(Number.isNaN))).toBe(true)
  })

  it('is taken only where all sources would cost too much', () => {
    expect(chooseSources(graph, createRandom(1))).toEqual(all)
    const large = { nodeCount: 100_000, edgeCount: 1_000_000 } as Digraph
    const sources = chooseSources(large, createRandom(1))
    expect(sources.length).toBe(909)
    expect([...sources]).toEqual([...sources].sort((a, b) => a - b))
  })
})
