import { Mistake } from '#data/mistake.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { lastAnalysis } from '#data/store/graph/results.ts'
import type { EntityId } from '#data/url/brand.ts'
import { isNoCommunityName } from '#data/vocabulary/community-mark.ts'
import type { FollowedName } from './follow-names.ts'
import { followedNames } from './given-names.ts'
import { membersOfCommunities } from './members.ts'

/** What naming a community means, as the store asks it. */
export interface CommunityNaming {
  readonly name: string
  readonly sites: readonly EntityId[]
  /** Rows of the name that it bears, and of those that none bears. */
  readonly borne: number | undefined
  readonly lost: readonly number[]
}

/**
 * What it means to call the community that `choose` finds among those of the last analysis `name`; an empty one takes its name away.
 * @throws Mistake when there is no such community, or the name means something else: a number, a site of another community.
 */
export function namingOf(
  corpus: Corpus,
  choose: { readonly number: number } | { readonly site: string },
  name: string,
): CommunityNaming & { readonly number: number; readonly now: FollowedName | undefined } {
  const analysis = lastAnalysis(corpus)
  const communityOf: ReadonlyMap<string, number> = analysis?.nodeValues.get('community') ?? new Map()
  const number = 'number' in choose ? choose.number : (communityOf.get(choose.site) ?? 0)
  const sites = membersOfCommunities(analysis).get(number)
  if (sites === undefined)
    throw new Mistake({
      code: 'no-such-community',
      values: { community: 'number' in choose ? String(choose.number) : choose.site },
    })
  // By such a name it could not be asked for: another community, or a site, would answer.
  if (isNoCommunityName(name) || (communityOf.get(name) ?? number) !== number)
    throw new Mistake({ code: 'community-name-means', values: { name } })
  const names = followedNames(corpus, analysis)
  const now = names.find(({ community }) => community === number)
  const lost = names.filter(({ community }) => community === null).map(({ id }) => id)
  return { number, name, sites, now, borne: now?.id, lost }
}
