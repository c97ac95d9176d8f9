import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { leastCut } from '#graph/explain/ways/least-cut.ts'
import { leastSites } from '#graph/explain/ways/least-sites.ts'
import { shortestChain } from '#graph/explain/ways/shortest-chain.ts'
import { type Digraph, ignoreDirection, rowOf } from '#graph/analysis/paths/adjacency.ts'
import { toDigraph } from '#graph/analysis/to-digraph.ts'
import { siteOf } from '../analysis/site.ts'

/** Zachary's club, its ties in both directions, members in networkx' order. */
function karate(): Digraph {
  const file = join(import.meta.dirname, '../../golden/graph/karate.json')
  const { edges } = JSON.parse(readFileSync(file, 'utf8')) as { edges: readonly (readonly [string, string])[] }
  const both = edges.flatMap(([one, other]) => [`${one}>${other}`, `${other}>${one}`])
  return toDigraph(siteOf([...new Set(both)].join(' ')))
}

describe('leastCut(ties, sources, targets)', () => {
  it('has as many ties as networkx 3.6.1 finds in the karate club', () => {
    const ties = ignoreDirection(karate())
    for (const [one, other, size] of [
      [0, 33, 10],
      [0, 11, 1],
      [16, 26, 2],
      [5, 32, 4],
      [2, 8, 5],
    ] as const)
      // prettier-ignore
      expect(leastCut(ties, [one], [other])!.ties).toHaveLength(size)
    // Of a member with one tie, that tie.
    expect(leastCut(ties, [11], [33])!.ties).toEqual([[11, 0]])
    expect(leastCut(ties, [0, 1, 2], [32, 33])!.ties).toHaveLength(10)
  })

  it('parts what it says: without its ties nothing is reached; of what nothing ties it is empty', () => {
    // Two triangles and a bridge, each tie one way only.
    const graph = toDigraph(siteOf('a>b b>c c>a d>e e>f f>d d>c g>h'))
    expect(leastCut(ignoreDirection(graph), [0], [5])!.ties).toEqual([[2, 3]])
    expect(leastCut(ignoreDirection(graph), [0], [6])!.ties).toEqual([])
  })
})

describe('leastSites(ties, sources, targets)', () => {
  const ties = ignoreDirection(karate())
  /** Whether something but a tie of the two themselves leads from one to the other without `gone`. */
  function leads(from: readonly number[], to: readonly number[], gone: readonly number[]): boolean {
    const seen = new Set(from)
    for (const node of seen)
      for (const other of rowOf(ties, node)) {
        if (gone.includes(other) || (from.includes(node) && to.includes(other))) continue
        if (to.includes(other)) return true
        seen.add(other)
      }
    return false
  }

  it.each([
    [[0], [33], 6],
    [[16], [26], 1],
    [[5], [32], 1],
    [[2], [8], 4],
    [[3], [29], 3],
    // A member whose one tie is that with the other.
    [[0], [11], 0],
    [[0, 1, 2], [32, 33], 8],
  ])(
    'parts %j from %j by as few as networkx 3.6.1 finds (minimum_node_cut, their own ties left out): %i',
    (from, to, size) => {
      const { sites, ways } = leastSites(ties, from, to)!
      expect(sites).toHaveLength(size)
      expect(leads(from, to, sites)).toBe(false)
      expect(
        sites.every(site =>
          leads(
            from,
            to,
            sites.filter(one => one !== site),
          ),
        ),
      ).toBe(true)
      // Menger: as many ways, no third one on two of them, each by the site it is told for.
      const thirds = ways.flatMap(way => way.slice(1, -1))
      expect(new Set(thirds).size).toBe(thirds.length)
      for (const [at, way] of ways.entries()) {
        expect([from.includes(way[0]!), to.includes(way.at(-1)!), way.includes(sites[at]!)]).toEqual([true, true, true])
        expect(way.slice(1).every((node, step) => rowOf(ties, way[step]!).includes(node))).toBe(true)
      }
    },
  )

  it('takes the sites nearest to the first of the two, and none where nothing leads there', () => {
    const chain = ignoreDirection(toDigraph(siteOf('a>b b>c c>d e>f')))
    expect(leastSites(chain, [0], [3])).toEqual({ sites: [1], ways: [[0, 1, 2, 3]] })
    expect(leastSites(chain, [3], [0])!.sites).toEqual([2])
    expect(leastSites(chain, [0], [4])).toEqual({ sites: [], ways: [] })
  })
})

describe('shortestChain(graph, sources, targets)', () => {
  it('goes along citations, from the nearest source to the nearest target', () => {
    const graph = toDigraph(siteOf('a>b b>c c>d a>x x>y y>d d>a'))
    // a 0, b 1, c 2, d 3, x 4, y 5: of two ways of three steps the one by b, which comes first.
    expect(shortestChain(graph, [0], [3])).toEqual([0, 1, 2, 3])
    expect(shortestChain(graph, [3], [0])).toEqual([3, 0])
    expect(shortestChain(graph, [0, 2], [3, 5])).toEqual([2, 3])
    expect(shortestChain(toDigraph(siteOf('a>b')), [1], [0])).toBeNull()
  })
})
