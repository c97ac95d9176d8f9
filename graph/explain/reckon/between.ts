import { rowOf } from '#graph/analysis/paths/adjacency.ts'
import { type AgainstChance, againstChance } from '../chance/poisson-binomial.ts'
import { sitesByClass, tieChancesOf } from '../chance/tie-chances.ts'
import { type Explained, type ExplainedTie, isUnread, namedSite, type NamedSite, type TieQuote } from './explained.ts'

export interface QuotedTie {
  readonly source: NamedSite
  readonly target: NamedSite
  readonly weight: number
  /** 0: a file told the tie, or its hyperlinks lie elsewhere. */
  readonly links: number
  readonly quotes: readonly TieQuote[]
}

/** The ties from the sites of one end to those of the other. */
export interface Between {
  /** Null: no page of any source was read, so nobody knows. */
  readonly ties: AgainstChance | null
  /** Sources of which no page was read. */
  readonly unread: number
  /** Hyperlinks of all these ties. */
  readonly links: number
  /** The heaviest, at most so many as were asked for. */
  readonly shown: readonly QuotedTie[]
}

export interface QuoteChoice {
  readonly ties: number
  readonly quotes: number
}

/** Counts and quotes the ties from `sources` to `targets`, two sets of nodes without a common one. */
export function between(
  explained: Explained,
  sources: readonly number[],
  targets: readonly number[],
  choice: QuoteChoice,
): Between {
  const read = sources.filter(node => !isUnread(explained, node))
  const pairs = tiesBetween(explained, sources, targets)
  const known = edgesByPair(explained)
  const edges = pairs.map(([source, target]) => known.get(`${source} ${target}`)!)
  const heaviest = [...edges.keys()].sort((a, b) => edges[b]!.weight - edges[a]!.weight || a - b)
  return {
    ties: read.length === 0 ? null : tiesAgainstChance(explained, sources, targets, pairs.length),
    unread: sources.length - read.length,
    links: edges.reduce((sum, { links }) => sum + links, 0),
    shown: heaviest.slice(0, choice.ties).map(at => quoteTie(explained, ...pairs[at]!, choice.quotes)),
  }
}

/**
 * `observed` ties from some nodes to others against the configuration model: the two have no node in common, or are the same list, and then the ties are
 * those inside; without directions a pair inside is one. O(classes of degrees²).
 */
export const tiesAgainstChance = (
  explained: Pick<Explained, 'graph'>,
  sources: readonly number[],
  targets: readonly number[],
  observed: number,
): AgainstChance => againstChance(trialsBetween(explained, sources, targets), observed)

/** The ties that there could be, by their chances: `sources` and `targets` as of tiesAgainstChance. */
export function trialsBetween(
  { graph }: Pick<Explained, 'graph'>,
  sources: readonly number[],
  targets: readonly number[],
): (readonly [p: number, times: number])[] {
  const chances = tieChancesOf(graph)
  const [from, to] = [sitesByClass(chances, sources), sitesByClass(chances, targets)]
  const isInside = sources === targets
  const pairs = (source: number, target: number): number => {
    const all = from.get(source)! * (to.get(target)! - (isInside && source === target ? 1 : 0))
    if (!isInside || !graph.undirected) return all
    return source === target ? all / 2 : source < target ? all : 0
  }
  return [...from.keys()].flatMap(source =>
    [...to.keys()].map(target => [chances.between(source, target), pairs(source, target)] as const),
  )
}

export function tiesBetween(
  { graph }: Pick<Explained, 'graph'>,
  sources: readonly number[],
  targets: readonly number[],
): (readonly [number, number])[] {
  const wanted = new Set(targets)
  return sources.flatMap(source =>
    [...rowOf(graph.out, source)].filter(target => wanted.has(target)).map(target => [source, target] as const),
  )
}

const pairsOf = new WeakMap<object, ReadonlyMap<string, ExplainedTie>>()

function edgesByPair({ site, nodeOf }: Explained): ReadonlyMap<string, ExplainedTie> {
  const known = pairsOf.get(site)
  if (known !== undefined) return known
  const found = new Map(site.edges.map(edge => [`${nodeOf.get(edge.source)} ${nodeOf.get(edge.target)}`, edge]))
  pairsOf.set(site, found)
  return found
}

/** A tie with its most telling hyperlinks. */
export function quoteTie(explained: Explained, source: number, target: number, most: number): QuotedTie {
  const { weight, links } = edgesByPair(explained).get(`${source} ${target}`)!
  const [from, to] = [namedSite(explained, source), namedSite(explained, target)]
  return {
    source: from,
    target: to,
    weight,
    links,
    quotes: links === 0 ? [] : explained.beside.quotes(from.id, to.id, most),
  }
}
