import type { Corpus } from '#data/store/base/corpus.ts'
import { lastAnalysis } from '#data/store/graph/results.ts'
import { isMostlyGone, isMostlyNew } from '#graph/analysis/communities/follow-names.ts'
import { followedNames } from '#graph/analysis/communities/given-names.ts'
import { membersOfCommunities } from '#graph/analysis/communities/members.ts'
import { readFinding } from '#graph/analysis/findings/stored-findings.ts'

/** A community in one line; or a name that none bears now. */
export interface ListedCommunity {
  /** Null: no community has a site of those that the name was given to. */
  readonly community: number | null
  readonly sites: number
  /** That a person gave; '': none. */
  readonly name: string
  /** Sites that it was given to, and those of them that the community has. */
  readonly given: number | null
  readonly left: number | null
  /** 'gone': less than half are left; 'new': most sites of the community came since; 'lost': nobody bears it; '': all is well. */
  readonly warning: 'gone' | 'new' | 'lost' | ''
  /** That the analysis proposes. */
  readonly proposed: string
}

/** The communities of the last analysis by their numbers, then names that none of them bears. */
export function listCommunities(corpus: Corpus): ListedCommunity[] {
  const analysis = lastAnalysis(corpus)
  const names = followedNames(corpus, analysis)
  const proposed = new Map((readFinding(analysis, 'communities') ?? []).map(({ number, name }) => [number, name]))
  const communities = [...membersOfCommunities(analysis)].map(([community, sites]): ListedCommunity => {
    const own = names.find(name => name.community === community)
    return {
      ...{ community, sites: sites.length, name: own?.name ?? '' },
      ...{ given: own?.given ?? null, left: own?.left ?? null },
      warning: own === undefined ? '' : isMostlyGone(own) ? 'gone' : isMostlyNew(own) ? 'new' : '',
      proposed: proposed.get(community) ?? '',
    }
  })
  const lost = names
    .filter(({ community }) => community === null)
    .map(({ name, given }): ListedCommunity => ({ community: null, sites: 0, name, given, left: 0, warning: 'lost', proposed: '' })) // prettier-ignore
  return [...communities, ...lost]
}
