import { printable } from '#data/command/printable.ts'
import { Mistake } from '#data/mistake.ts'
import { communityNamed, communityOfSite } from '#data/vocabulary/community-mark.ts'
import { communityCalled } from './community-called.ts'
import { type Explained, isUnread, namedSite, type NamedSite, type WordsEnd } from './explained.ts'

/** One of the two that are explained: a site or a community. */
export interface End {
  readonly kind: 'site' | 'community'
  /** What an address or a command calls it; of a community by one of its sites, so that it outlives a new analysis. */
  readonly text: string
  readonly name: string
  /** Of a community its own number; of a site that of the community it is in, null where it is in none. */
  readonly community: number | null
  readonly sites: number
  /** Sites of which no page was read: whom they cite is not known. */
  readonly unread: number
  /** Of a site its country; of a community those of its sites, most first, with their number. '': not known. */
  readonly countries: readonly (readonly [country: string, sites: number])[]
}

/** An end with its nodes in the graph. */
export interface FoundEnd extends End {
  readonly nodes: readonly number[]
}

/**
 * The two ends that `one` and `other` name. Of a site and the community it is in, the community is told without it.
 * @throws Mistake when one is nothing of the analysed graph, or both are the same.
 */
export function findEnds(explained: Explained, one: string, other: string): readonly [FoundEnd, FoundEnd] {
  const [first, second] = [findEnd(explained, one), findEnd(explained, other)]
  const [a, b] = [without(explained, first, second), without(explained, second, first)]
  if (a.nodes.length === 0 || b.nodes.length === 0 || (first.kind === second.kind && first.text === second.text))
    throw new Mistake({ code: 'why-itself', values: { one: printable(one), other: printable(other) } })
  return [a, b]
}

function findEnd(explained: Explained, text: string): FoundEnd {
  const { nodeOf, members, communityOf } = explained
  const wanted = text.trim()
  const node = nodeOf.get(wanted)
  if (node !== undefined) {
    const { id, label } = namedSite(explained, node)
    const community = communityOf[node] === 0 ? null : communityOf[node]!
    return { kind: 'site', text: id, name: label, community, ...described(explained, [node]) }
  }
  const { name: called, isSite } = communityNamed(wanted) ?? { name: wanted, isSite: false }
  const number = communityIn(explained, called, isSite)
  if (number === null) throw new Mistake({ code: 'no-such-end', values: { end: printable(wanted) } })
  const nodes = members.get(number) ?? []
  const name = explained.names.get(number) ?? String(number)
  return { kind: 'community', text: communityText(explained, number), name, community: number, ...described(explained, nodes) } // prettier-ignore
}

/** The number of the community that `text` means, `isSite`: as the id of one of its sites alone; null: none. */
export function communityIn(
  { members, beside, nodeOf, communityOf }: Explained,
  text: string,
  isSite: boolean,
): number | null {
  const ofSite = (id: string): number | undefined => communityOf[nodeOf.get(id) ?? -1]
  if (isSite) return ofSite(text) || null
  const book = {
    has: (number: number) => members.has(number),
    named: (wanted: string) => [...beside.given].find(([, { name }]) => name === wanted)?.[0],
    ofSite,
  }
  return communityCalled(book, text)
}

/** An end as whoever holds its words asks for them. */
export const wordsEnd = ({ site }: Explained, { kind, community, nodes }: FoundEnd): WordsEnd => ({
  ...{ kind, community },
  ids: nodes.map(node => site.nodes[node]!.id),
})

/** The community by the site that is cited most inside it. */
export const communityText = (explained: Explained, number: number): string =>
  communityOfSite(strongestOf(explained, number)?.id ?? '')

function strongestOf(explained: Explained, number: number): NamedSite | undefined {
  const { graph, communityOf, members } = explained
  let best: { readonly node: number; readonly citing: number } | undefined
  for (const node of members.get(number) ?? []) {
    let citing = 0
    for (let at = graph.in.start[node]!; at < graph.in.start[node + 1]!; at++)
      if (communityOf[graph.in.target[at]!] === number) citing++
    if (best === undefined || citing > best.citing) best = { node, citing }
  }
  return best && namedSite(explained, best.node)
}

function described(
  explained: Explained,
  nodes: readonly number[],
): Pick<FoundEnd, 'nodes' | 'sites' | 'unread' | 'countries'> {
  const countries = Map.groupBy(nodes, node => explained.site.nodes[node]!.country)
  return {
    nodes,
    sites: nodes.length,
    unread: nodes.filter(node => isUnread(explained, node)).length,
    countries: [...countries]
      .map(([country, own]) => [country, own.length] as const)
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)),
  }
}

/** A community without the site that it is compared with. */
function without(explained: Explained, end: FoundEnd, other: FoundEnd): FoundEnd {
  if (end.kind === 'site' || other.kind === 'community') return end
  const nodes = end.nodes.filter(node => node !== other.nodes[0])
  return nodes.length === end.nodes.length ? end : { ...end, ...described(explained, nodes) }
}
