import { mostCitedPages, type CitedPage } from '#data/store/evidence/cited-pages.ts'
import { communityNames } from '#data/store/graph/community-names.ts'
import type { Language } from '#data/vocabulary/languages.ts'
import { languages } from '#data/vocabulary/languages.ts'
import { followNames, isMostlyGone, isMostlyNew } from '#graph/analysis/communities/follow-names.ts'
import type { Broker } from '#graph/analysis/findings/brokers.ts'
import { readFinding } from '#graph/analysis/findings/stored-findings.ts'
import { gatherSaid } from '#graph/words/gather-said.ts'
import { everything } from '#graph/words/parts.ts'
import { specificWords } from '#graph/words/specific-words.ts'
import { withoutFragments } from '#graph/words/without-fragments.ts'
import { describeMembers, type Members } from './community-members.ts'
import { tiesOfCommunity, type TiesOfCommunity } from './community-ties.ts'
import { communityText } from './ends.ts'
import type { Explained } from './read-explained.ts'

/** All that is told of a community. Answer of /api/community, and of `community show --json`. */
export interface CommunityFacts {
  readonly number: number
  /** By which an address names it, so that it outlives a new analysis. */
  readonly text: string
  /** Given by a person; '': none. */
  readonly given: string
  /** Of a given name: the sites that it was given to, those of them that are left, and what that means. */
  readonly kept: { readonly sites: number; readonly left: number; readonly warning: 'gone' | 'new' | '' } | null
  /** Names that might be given, made of members and of the words of citations; the first stands where none is given. */
  readonly suggestions: readonly string[]
  readonly countries: readonly (readonly [country: string, sites: number])[]
  readonly members: Members
  readonly ties: TiesOfCommunity
  /** Members that stand between countries more than chance: Gould & Fernandez 1989. */
  readonly brokers: readonly Broker[]
  readonly words: readonly CommunityWords[]
  /** Mean over its sites, and the runs that it is of; null: not known. */
  readonly stability: number | null
  readonly runs: number | null
  readonly pages: readonly CitedPage[]
  readonly origin: 'hyperlinks' | 'file' | 'both'
  readonly isUndirected: boolean
  readonly isStale: boolean
}

export interface CommunityWords {
  readonly language: Language
  /** The most specific first: f times in its sites' sentences, said by so many of them. */
  readonly words: readonly {
    readonly term: string
    readonly times: number
    readonly sites: number
    readonly score: number
  }[]
}

const mostPages = 10
const mostWords = 12
const leastScore = 2

export function describeCommunity(explained: Explained, number: number): CommunityFacts {
  const { corpus, analysis, site, members: nodesOf, question, origin, isStale, graph } = explained
  const ids = (nodesOf.get(number) ?? []).map(node => site.nodes[node]!.id)
  const name = followNames(communityNames(corpus), analysis?.nodeValues.get('community') ?? new Map()).find(one => one.community === number) // prettier-ignore
  const profile = readFinding(analysis, 'communities')?.find(one => one.number === number)
  const members = describeMembers(explained, number)
  const words = wordsOfCommunity(explained, ids)
  const countries = [...Map.groupBy(members.sites, ({ country }) => country)].map(
    ([country, own]) => [country, own.length] as const,
  )
  return {
    ...{ number, text: communityText(explained, number), given: name?.name ?? '' },
    kept: name
      ? { sites: name.given, left: name.left, warning: isMostlyGone(name) ? 'gone' : isMostlyNew(name) ? 'new' : '' }
      : null,
    suggestions: suggestNames(profile?.name, members, words),
    countries: countries.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)),
    members,
    ties: tiesOfCommunity(explained, number),
    brokers: (readFinding(analysis, 'brokers') ?? []).filter(({ id, q, count, expected, role }) => q <= 0.05 && count > expected && role !== 'coordinator' && ids.includes(id)), // prettier-ignore
    words,
    stability: profile?.stability ?? null,
    runs: readFinding(analysis, 'community_search')?.runs ?? null,
    pages: mostCitedPages(corpus, ids, question, mostPages),
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

/** The words by which the sentences of its sites stand out from those of all others: Lafon 1980, as `words --by community` has them. */
function wordsOfCommunity({ corpus, question }: Explained, ids: readonly string[]): CommunityWords[] {
  const own = new Set(ids)
  return languages.flatMap(language => {
    const gathered = gatherSaid(corpus, {
      ...{ statuses: question.statuses, zones: ['content'], of: 'sentences', by: everything, language },
      ...{ wave: question.wave, written: question.written },
      partsOf: sites => {
        const parts = new Map([...sites].map(([row, { id }]) => [row, [own.has(id) ? '1' : '2']]))
        return source => parts.get(source) ?? []
      },
    })
    const part = gathered.parts.indexOf('1')
    if (part === -1) return []
    const { words } = specificWords(corpus, gathered.rows, { language, least: 3, longest: 3 })
    const marked = withoutFragments(words.filter(word => word.part === part && word.score >= leastScore))
    const told = marked.slice(0, mostWords).map(({ term, f, sites, score }) => ({ term, times: f, sites, score }))
    return told.length === 0 ? [] : [{ language, words: told }]
  })
}
