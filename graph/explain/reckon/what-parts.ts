import { hasNeighbor, ignoreDirection } from '#graph/analysis/paths/adjacency.ts'
import { leastCut } from '../ways/least-cut.ts'
import { leastSites } from '../ways/least-sites.ts'
import { quoteTie, type QuotedTie } from './between.ts'
import { type Explained, namedSite, type NamedSite } from './explained.ts'

export interface Cut {
  /** As few ties, direction ignored, as can be dropped so that nothing leads from one to the other any more. */
  readonly size: number
  /** The first of them, from who cites to who is cited; where both do, one of the two. */
  readonly shown: readonly (readonly [NamedSite, NamedSite])[]
  /** They are all ties of that end. */
  readonly allOf: 'one' | 'other' | null
}

/** Third sites that hold the two together, as few as can be, direction ignored. */
export interface PartingSites {
  /** So many would have to be dropped that nothing leads by others from one to the other any more. */
  readonly size: number
  /** Ties between the two themselves, which that leaves: a pair that cites each other counts once. */
  readonly direct: number
  readonly shown: readonly PartingSite[]
}

export interface PartingSite extends NamedSite {
  /** A way between the two that leads by it, and by no other of them; each tie as it is, in whatever direction. */
  readonly way: readonly QuotedTie[]
}

const mostShownOfCut = 30
const mostShownSites = 20

/** The fewest ties that part two ends, which have no node in common. */
export function cutOf(explained: Explained, one: readonly number[], other: readonly number[]): Cut | null {
  const ties = ignoreDirection(explained.graph)
  const cut = leastCut(ties, one, other)
  if (cut === null) return null
  const size = cut.ties.length
  const isAllOf = (nodes: readonly number[]): boolean => {
    const own = new Set(nodes)
    let leaving = 0
    for (const node of nodes)
      for (let at = ties.start[node]!; at < ties.start[node + 1]!; at++) if (!own.has(ties.target[at]!)) leaving++
    return leaving === size
  }
  return {
    size,
    shown: cut.ties
      .slice(0, mostShownOfCut)
      .map(([a, b]) => (hasNeighbor(explained.graph.out, a, b) ? [a, b] : [b, a]))
      .map(([from, to]) => [namedSite(explained, from!), namedSite(explained, to!)] as const),
    allOf: isAllOf(one) ? 'one' : isAllOf(other) ? 'other' : null,
  }
}

/** The fewest other sites that part them. */
export function partingOf(explained: Explained, one: readonly number[], other: readonly number[]): PartingSites | null {
  const ties = ignoreDirection(explained.graph)
  const found = leastSites(ties, one, other)
  if (found === null) return null
  const { out } = explained.graph
  const tie = (from: number, to: number): QuotedTie =>
    hasNeighbor(out, from, to) ? quoteTie(explained, from, to, 1) : quoteTie(explained, to, from, 1)
  return {
    size: found.sites.length,
    direct: one.reduce((sum, node) => sum + other.filter(end => hasNeighbor(ties, node, end)).length, 0),
    shown: found.sites.slice(0, mostShownSites).map((node, at) => {
      const way = found.ways[at]!
      return { ...namedSite(explained, node), way: way.slice(1).map((to, step) => tie(way[step]!, to)) }
    }),
  }
}
