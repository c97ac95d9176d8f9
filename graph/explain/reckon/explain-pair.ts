import { shortestChain } from '../ways/shortest-chain.ts'
import { between, type Between, quoteTie, type QuotedTie } from './between.ts'
import { type End, findEnds, type FoundEnd, wordsEnd } from './ends.ts'
import { type Explained, isSilent, type WordsOfEnds } from './explained.ts'
import { type Leaning, leaningsOf } from './leanings.ts'
import { sharedCited, sharedCiters, type SharedSites } from './shared-sites.ts'
import { type TogetherInRuns, togetherInRuns } from './together-in-runs.ts'
import { type Cut, cutOf, type PartingSites, partingOf } from './what-parts.ts'

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
  /** With which communities either has its ties: what holds each where it is. */
  readonly leanings: readonly Leaning[]
  /** Null: more ties than a list is made of. */
  readonly cut: Cut | null
  /** Null: more sites than a list is made of. */
  readonly parting: PartingSites | null
}

/** The ties of a chain, from its beginning, each with a hyperlink where there is one. */
export type Chain = readonly QuotedTie[]

const mostQuoted = { ties: 10, quotes: 2 }

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
    leanings: leaningsOf(explained, first, second),
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
