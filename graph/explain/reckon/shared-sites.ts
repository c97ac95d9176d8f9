import { rowOf } from '#graph/analysis/paths/adjacency.ts'
import { type AgainstChance, againstChance } from '../chance/poisson-binomial.ts'
import { sitesByClass, tieChancesOf } from '../chance/tie-chances.ts'
import { type Explained, namedSite, type NamedSite } from './explained.ts'

/** Third sites that cite both ends, or that both ends cite. */
export interface SharedSites {
  readonly count: AgainstChance
  /** Those with most ties to or from both, at most as many as are shown. */
  readonly shown: readonly (NamedSite & { readonly ties: number })[]
}

const mostShown = 20

/**
 * Third sites that cite one end and the other. Each third site u does so by chance with p(u, A) p(u, B), where p(u, A) = 1 − Π over a of A of 1 − p(u, a)
 * and p(u, a) is the configuration model's; the number of them is a Poisson binomial variable. Saracco et al. 2017, New J. Phys. 19, 053022.
 */
export const sharedCiters = (explained: Explained, one: readonly number[], other: readonly number[]): SharedSites =>
  share(explained, one, other, 'in')

/** Third sites that both ends cite, in the same way. */
export const sharedCited = (explained: Explained, one: readonly number[], other: readonly number[]): SharedSites =>
  share(explained, one, other, 'out')

function share(
  explained: Explained,
  one: readonly number[],
  other: readonly number[],
  side: 'in' | 'out',
): SharedSites {
  const { graph } = explained
  const chances = tieChancesOf(graph)
  const among = new Set([...one, ...other])
  const thirds = Array.from({ length: graph.nodeCount }, (_, node) => node).filter(node => !among.has(node))
  const chance = (third: number, ends: ReadonlyMap<number, number>): number =>
    1 - ends.entries().reduce((none, [end, sites]) => none * (1 - (side === 'in' ? chances.between(third, end) : chances.between(end, third))) ** sites, 1) // prettier-ignore
  const [ofOne, ofOther] = [sitesByClass(chances, one), sitesByClass(chances, other)]
  const trials = sitesByClass(chances, thirds).entries().map(([third, sites]) => [chance(third, ofOne) * chance(third, ofOther), sites] as const) // prettier-ignore
  const tiesOf = (ends: readonly number[]): ReadonlyMap<number, number> => countTies(explained, ends, side)
  const [toOne, toOther] = [tiesOf(one), tiesOf(other)]
  const found = thirds.filter(third => toOne.has(third) && toOther.has(third))
  const ties = (third: number): number => toOne.get(third)! + toOther.get(third)!
  return {
    count: againstChance(trials, found.length),
    shown: found.toSorted((a, b) => ties(b) - ties(a) || a - b).slice(0, mostShown).map(third => ({ ...namedSite(explained, third), ties: ties(third) })), // prettier-ignore
  }
}

function countTies({ graph }: Explained, ends: readonly number[], side: 'in' | 'out'): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const end of ends) for (const third of rowOf(graph[side], end)) counts.set(third, (counts.get(third) ?? 0) + 1)
  return counts
}
