import { tiesAgainstChance, tiesBetween } from './between.ts'
import type { AgainstChance } from '../chance/poisson-binomial.ts'
import { communityText } from './ends.ts'
import { type Explained, isSilent } from './explained.ts'

/** The ties of a community with one group of other sites. */
export interface TiesWith<Group> {
  readonly group: Group
  readonly sites: number
  /** From the community to the group, and back; null: no page of those that would cite was read. Without directions both are the same. */
  readonly out: AgainstChance | null
  readonly in: AgainstChance | null
}

export interface TiesOfCommunity {
  readonly inside: AgainstChance | null
  /** With each other community, named as an address names it too (`text`); most ties first. */
  readonly communities: readonly TiesWith<{ readonly number: number; readonly name: string; readonly text: string }>[]
  /** With the other sites of each country, '' for those of none that is known; most ties first. */
  readonly countries: readonly TiesWith<string>[]
}

/** Groups that are told. */
const mostGroups = 30

/** The ties of a community, inside and with the others, against the configuration model: what the degrees of both ends would give. */
export function tiesOfCommunity(explained: Explained, number: number): TiesOfCommunity {
  const { graph, site, communityOf, members, names } = explained
  const own = members.get(number) ?? []
  const within = tiesBetween(explained, own, own).length
  const others = [...members].filter(([other]) => other !== number)
  const outside = Array.from({ length: graph.nodeCount }, (_, node) => node).filter(
    node => communityOf[node] !== number,
  )
  const byCountry = Map.groupBy(outside, node => site.nodes[node]!.country)
  const of = <Group>(groups: readonly (readonly [Group, readonly number[]])[]): TiesWith<Group>[] =>
    groups
      .map(([group, nodes]) => ({
        group,
        nodes,
        ties: tiesBetween(explained, own, nodes).length + tiesBetween(explained, nodes, own).length,
      }))
      .filter(({ ties }) => ties > 0)
      .sort((a, b) => b.ties - a.ties)
      .slice(0, mostGroups)
      .map(({ group, nodes }) => ({ group, ...tiesWith(explained, own, nodes) }))
  return {
    inside: isSilent(explained, own)
      ? null
      : tiesAgainstChance(explained, own, own, graph.undirected ? within / 2 : within),
    communities: of(others.map(([other, nodes]) => [{ number: other, name: names.get(other) ?? '', text: communityText(explained, other) }, nodes] as const)), // prettier-ignore
    countries: of([...byCountry]),
  }
}

function tiesWith(
  explained: Explained,
  own: readonly number[],
  others: readonly number[],
): Omit<TiesWith<never>, 'group'> {
  const against = (sources: readonly number[], targets: readonly number[]): AgainstChance | null =>
    isSilent(explained, sources)
      ? null
      : tiesAgainstChance(explained, sources, targets, tiesBetween(explained, sources, targets).length)
  return { sites: others.length, out: against(own, others), in: against(others, own) }
}
