import type { Broker } from '#graph/analysis/findings/brokers.ts'
import { describeMembers, type Members } from './community-members.ts'
import { tiesOfCommunity, type TiesOfCommunity } from './community-ties.ts'
import { communityText } from './ends.ts'
import type { CommunityWords, Explained, GivenTo, QuotedPage } from './explained.ts'

/** All that is told of a community. Answer of /api/community, and of `community show --json`. */
export interface CommunityFacts {
  readonly number: number
  /** By which an address names it, so that it outlives a new analysis. */
  readonly text: string
  /** Given by a person; '': none. */
  readonly given: string
  /** Of a given name: the sites that it was given to, those of them that are left, and what that means. */
  readonly kept: Omit<GivenTo, 'name'> | null
  /** Names that might be given, made of members and of the words of citations; the first stands where none is given. */
  readonly suggestions: readonly string[]
  readonly countries: readonly (readonly [country: string, sites: number])[]
  readonly members: Members
  readonly ties: TiesOfCommunity
  /** Members that stand between countries more than chance: Gould & Fernandez 1989. */
  readonly brokers: readonly Broker[]
  /** Null: a page took none along; so are its pages. */
  readonly words: readonly CommunityWords[] | null
  /** Mean over its sites, and the runs that it is of; null: not known. */
  readonly stability: number | null
  readonly runs: number | null
  readonly pages: readonly QuotedPage[] | null
  readonly origin: 'hyperlinks' | 'file' | 'both'
  readonly isUndirected: boolean
  readonly isStale: boolean
}

export function describeCommunity(explained: Explained, number: number): CommunityFacts {
  const { site, members: nodesOf, origin, isStale, graph, beside } = explained
  const ids = (nodesOf.get(number) ?? []).map(node => site.nodes[node]!.id)
  const given = beside.given.get(number)
  const profile = beside.profiles.get(number)
  const members = describeMembers(explained, number)
  const words = beside.wordsOfCommunity(number, ids)
  const countries = [...Map.groupBy(members.sites, ({ country }) => country)].map(
    ([country, own]) => [country, own.length] as const,
  )
  return {
    ...{ number, text: communityText(explained, number), given: given?.name ?? '' },
    kept: given ? { sites: given.sites, left: given.left, warning: given.warning } : null,
    suggestions: suggestNames(profile?.name, members, words ?? []),
    countries: countries.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)),
    members,
    ties: tiesOfCommunity(explained, number),
    brokers: beside.brokers.filter(({ id, q, count, expected, role }) => q <= 0.05 && count > expected && role !== 'coordinator' && ids.includes(id)), // prettier-ignore
    words,
    stability: profile?.stability ?? null,
    runs: beside.runs,
    pages: beside.citedPages(number, ids),
    ...{ origin, isUndirected: graph.undirected === true, isStale },
  }
}

/** As the analysis proposes it, else the two most cited members; then the most specific words of either language, which one site alone does not make. */
function suggestNames(proposed: string | undefined, { sites }: Members, words: readonly CommunityWords[]): string[] {
  const strongest = sites.slice(0, 2).map(({ label }) => label)
  const said = words.map(({ words: own }) => own.filter(({ sites: saying }) => saying > 1).slice(0, 3))
  return [
    ...new Set([
      proposed ?? strongest.join(', '),
      ...said.filter(own => own.length > 0).map(own => own.map(({ term }) => term).join(', ')),
    ]),
  ].filter(name => name !== '')
}
