import { hasNeighbor, ignoreDirection } from '#graph/analysis/paths/adjacency.ts'
import { leastCut } from '../ways/least-cut.ts'
import { leastSites } from '../ways/least-sites.ts'
import { shortestChain } from '../ways/shortest-chain.ts'
import { between, type Between, quoteTie, type QuotedTie } from './between.ts'
import { type End, findEnds, type FoundEnd, wordsEnd } from './ends.ts'
import { type Explained, isSilent, namedSite, type NamedSite, type WordsOfEnds } from './explained.ts'
import { sharedCited, sharedCiters, type SharedSites } from './shared-sites.ts'
import { type TogetherInRuns, togetherInRuns } from './together-in-runs.ts'

/** Why two sites, a site and a community, or two communities are together, or apart. Answer of /api/why, and of `why --json`. */
export interface Why {
  readonly one: End
  readonly other: End
  /** In one community: 'yes', 'no'; 'none': one of them is in none, or the corpus was not analysed; 'communities': they are two of them. */
  readonly isTogether: 'yes' | 'no' | 'none' | 'communities'
  /** Pages were read, or entities changed, since the analysis. */
  readonly isStale: boolean
  /** Where the ties come from: of those of a file nobody has the hyperlinks. */
  readonly origin: 'hyperlinks' | 'file' | 'both'
  readonly isUndirected: boolean
  /** Ties from the first to the second, and back; without directions the first stands for both. */
  readonly there: Between
  readonly back: Between
  /** Third sites that cite both. */
  readonly citers: SharedSites
  /** Sites of the graph of which no page was read, the two left out: whether they cite both is not known. */
  readonly unreadThirds: number
  /** Third sites that both cite; null: of one of them no page was read. */
  readonly cited: SharedSites | null
  /** Null: a page took none along. */
  readonly words: readonly WordsOfEnds[] | null
  /** The shortest chains of citations, there and back; null: there is none. */
  readonly chains: { readonly there: Chain | null; readonly back: Chain | null }
  /** Null: the analysis kept nothing of its runs, or there is none. */
  readonly runs: TogetherInRuns | null
  /** Null: more ties than a list is made of. */
  readonly cut: Cut | null
  /** Null: more sites than a list is made of. */
  readonly parting: PartingSites | null
}

/** The ties of a chain, from its beginning, each with a hyperlink where there is one. */
export type Chain = readonly QuotedTie[]

export interface Cut {
  /** As few ties, direction ignored, as can be dropped so that nothing leads from one to the other any more. */
  readonly size: number
  /** The first of them. */
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

const mostQuoted = { ties: 10, quotes: 2 }
const mostShownOfCut = 30

const mostShownSites = 20

/** @throws Mistake when `one` or `other` is nothing of the graph, or both are the same. */
export function explainPair(explained: Explained, one: string, other: string): Why {
  const { graph, isStale, origin } = explained
  const [first, second] = findEnds(explained, one, other)
  const [a, b] = [first.nodes, second.nodes]
  const among = new Set([...a, ...b])
  return {
    one: endOf(first),
    other: endOf(second),
    isTogether: togetherOf(first, second),
    ...{ isStale, origin, isUndirected: graph.undirected === true },
    there: between(explained, a, b, mostQuoted),
    back: between(explained, b, a, mostQuoted),
    citers: sharedCiters(explained, a, b),
    unreadThirds: (graph.unread ?? new Uint8Array()).reduce(
      (sum, own, node) => sum + (own === 1 && !among.has(node) ? 1 : 0),
      0,
    ),
    cited: isSilent(explained, a) || isSilent(explained, b) ? null : sharedCited(explained, a, b),
    words: explained.beside.wordsOfEnds(wordsEnd(explained, first), wordsEnd(explained, second)),
    chains: { there: chainOf(explained, a, b), back: chainOf(explained, b, a) },
    runs: togetherInRuns(explained, a, b),
    cut: cutOf(explained, a, b),
    parting: partingOf(explained, a, b),
  }
}

const endOf = ({ nodes: _, ...end }: FoundEnd): End => end

function togetherOf(one: FoundEnd, other: FoundEnd): Why['isTogether'] {
  if (one.kind === 'community' && other.kind === 'community') return 'communities'
  if (one.community === null || other.community === null) return 'none'
  return one.community === other.community ? 'yes' : 'no'
}

function chainOf(explained: Explained, from: readonly number[], to: readonly number[]): Chain | null {
  const chain = shortestChain(explained.graph, from, to)
  return chain && chain.slice(1).map((node, at) => quoteTie(explained, chain[at]!, node, 1))
}

function cutOf(explained: Explained, one: readonly number[], other: readonly number[]): Cut | null {
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
      .map(([a, b]) => [namedSite(explained, a), namedSite(explained, b)] as const),
    allOf: isAllOf(one) ? 'one' : isAllOf(other) ? 'other' : null,
  }
}

function partingOf(explained: Explained, one: readonly number[], other: readonly number[]): PartingSites | null {
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
