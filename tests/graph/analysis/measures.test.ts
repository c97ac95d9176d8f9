import { describe, expect, it } from 'vitest'
import { ignoreDirection } from '../../../graph/analysis/adjacency.ts'
import { attributeOf, attributesOf } from '../../../graph/analysis/attribute.ts'
import { betweenness } from '../../../graph/analysis/measures/betweenness.ts'
import { weakComponents } from '../../../graph/analysis/measures/components.ts'
import { coreNumbers } from '../../../graph/analysis/measures/core.ts'
import { hits } from '../../../graph/analysis/measures/hits.ts'
import { assortativityOf, eiIndexOf, mixingMatrix } from '../../../graph/analysis/measures/mixing.ts'
import { pagerank } from '../../../graph/analysis/measures/pagerank.ts'
import { mutualDegrees } from '../../../graph/analysis/measures/reciprocity.ts'
import { measures } from '../../../graph/analysis/registry.ts'
import { toDigraph } from '../../../graph/analysis/to-digraph.ts'
import { toGraphology } from '../../../graph/analysis/to-graphology.ts'
import { siteOf } from './site.ts'

const digraph = (edges: string) => toDigraph(siteOf(edges))
const close = (values: ArrayLike<number>, expected: readonly number[], digits = 9) => {
  expect(values.length).toBe(expected.length)
  for (const [at, value] of expected.entries()) expect(values[at]).toBeCloseTo(value, digits)
}

describe('the registry of measures', () => {
  it('names each measure once per kind, in at most 32 plain lower-case characters', () => {
    const names = measures.map(({ kind, name }) => `${kind} ${name}`)
    expect(new Set(names).size).toBe(names.length)
    for (const { name } of measures) expect(name).toMatch(/^[a-z][a-z0-9_]{0,31}$/)
  })

  it('says of each, in both languages, what it is, and where its definition stands', () => {
    for (const { title, description, source, range } of measures) {
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

describe('betweenness(graph)', () => {
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
    expect(attributesOf(named)).toEqual([])
    expect(attributesOf(site).map(({ name }) => name)).toEqual(['country', 'side'])
  })
})
