import { rowOf } from '#graph/analysis/paths/adjacency.ts'
import { type AgainstChance, againstChance } from '../chance/poisson-binomial.ts'
import { tiesBetween, trialsBetween } from './between.ts'
import { communityText, type FoundEnd } from './ends.ts'
import type { Explained } from './explained.ts'

/** The ties of one end with the sites of one community: what holds it there, or draws it away. */
export interface Leaning {
  readonly end: 'one' | 'other'
  /** Its own; that of the other end; where that is the same, the one of all others with which it has most ties. */
  readonly kind: 'own' | 'asked' | 'next'
  readonly community: number
  /** By which an address names it. */
  readonly text: string
  readonly name: string
  /** Its sites, the end itself left out. */
  readonly sites: number
  /** There and back: two sites that cite each other have two, without directions one. Of sites that nobody read only those to them are known. */
  readonly ties: AgainstChance
}

/**
 * With whom either end has its ties, against what the degrees of both sides would give: a site with its own community and with the other's, which is why a search sets
 * them together or apart; of two communities the ties inside each, since those across are told of the pair. A site in no community has none of its own.
 */
export const leaningsOf = (explained: Explained, one: FoundEnd, other: FoundEnd): Leaning[] => [
  ...leaningsOfEnd(explained, 'one', one, other),
  ...leaningsOfEnd(explained, 'other', other, one),
]

function leaningsOfEnd(explained: Explained, end: Leaning['end'], own: FoundEnd, asked: FoundEnd): Leaning[] {
  // What a community has inside says nothing of a site.
  if (own.kind === 'community' && asked.kind === 'site') return []
  const [kind, community] =
    own.community === asked.community
      ? (['next', nextOf(explained, own)] as const)
      : (['asked', own.kind === 'community' ? null : asked.community] as const)
  const leaning = (to: number | null, of: Leaning['kind']): Leaning[] =>
    to === null ? [] : [leaningTo(explained, own, to, { end, kind: of })]
  return [...leaning(own.community, 'own'), ...leaning(community, kind)]
}

function leaningTo(
  explained: Explained,
  own: FoundEnd,
  community: number,
  said: Pick<Leaning, 'end' | 'kind'>,
): Leaning {
  const isInside = own.kind === 'community' && own.community === community
  const among = new Set(own.nodes)
  // Of a community the ties inside: the same list stands on both sides.
  const others = isInside ? own.nodes : (explained.members.get(community) ?? []).filter(node => !among.has(node))
  return {
    ...said,
    community,
    text: communityText(explained, community),
    name: explained.names.get(community) ?? String(community),
    sites: others.length,
    ties: tiesBothWays(explained, own.nodes, others),
  }
}

function tiesBothWays(explained: Explained, nodes: readonly number[], others: readonly number[]): AgainstChance {
  const there = tiesBetween(explained, nodes, others).length
  const trials = trialsBetween(explained, nodes, others)
  const isInside = nodes === others
  if (explained.graph.undirected) return againstChance(trials, isInside ? there / 2 : there)
  if (isInside) return againstChance(trials, there)
  const back = tiesBetween(explained, others, nodes).length
  return againstChance([...trials, ...trialsBetween(explained, others, nodes)], there + back)
}

/** The community, of those that the end is not in, with which it has most ties; of several the first. Null: none. */
function nextOf({ graph, communityOf }: Explained, { nodes, community }: FoundEnd): number | null {
  const ties = new Map<number, number>()
  for (const node of nodes)
    for (const row of graph.undirected ? [graph.out] : [graph.out, graph.in])
      for (const other of rowOf(row, node)) {
        const met = communityOf[other]!
        if (met > 0 && met !== community) ties.set(met, (ties.get(met) ?? 0) + 1)
      }
  const [most] = [...ties].sort(([a, m], [b, n]) => n - m || a - b)
  return most?.[0] ?? null
}
