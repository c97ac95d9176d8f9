import type { CommunityName } from '#data/store/graph/community-names.ts'
import type { EntityId } from '#data/url/brand.ts'

/** A name given to a community, and where it is in an analysis. */
export interface FollowedName {
  /** Row of the name. */
  readonly id: number
  readonly name: string
  /** The community that bears it now; null: none has a site of those that it was given to. */
  readonly community: number | null
  /** Sites that it was given to. */
  readonly given: number
  /** Of those, the ones that its community has now. */
  readonly left: number
  /** Sites of its community now. */
  readonly size: number
}

/** Less than half of the sites that bore the name are in the community that bears it now. */
export const isMostlyGone = ({ given, left }: FollowedName): boolean => 2 * left < given

/** Most sites of the community came since it was named. */
export const isMostlyNew = ({ left, size }: FollowedName): boolean => 2 * left < size

interface Match {
  readonly name: CommunityName
  readonly community: number
  readonly left: number
  readonly jaccard: number
}

/**
 * Follows names into the communities of an analysis, by the sites that each was given to: the pair of highest Jaccard overlap first, each
 * name and each community once; of equals the pair with more sites in common, then the older name, then the lower number. A site alone is no
 * community. Greene, Doyle & Cunningham 2010, ASONAM. Nothing is stored: what a person named stays what it was, and drift adds up to no error.
 */
export function followNames(
  names: readonly CommunityName[],
  communityOf: ReadonlyMap<EntityId, number>,
): FollowedName[] {
  const sizes = new Map<number, number>()
  for (const community of communityOf.values()) sizes.set(community, (sizes.get(community) ?? 0) + 1)
  const borneBy = assign(names.flatMap(name => matchesOf(name, communityOf, sizes)))
  return names.map(({ id, name, sites }) => {
    const match = borneBy.get(id)
    const community = match?.community ?? null
    return {
      ...{ id, name, community, given: sites.length, left: match?.left ?? 0 },
      size: community === null ? 0 : sizes.get(community)!,
    }
  })
}

function matchesOf(
  name: CommunityName,
  communityOf: ReadonlyMap<EntityId, number>,
  sizes: ReadonlyMap<number, number>,
): Match[] {
  const common = new Map<number, number>()
  for (const site of name.sites) {
    const community = communityOf.get(site)
    if (community !== undefined) common.set(community, (common.get(community) ?? 0) + 1)
  }
  return [...common]
    .filter(([community]) => sizes.get(community)! > 1)
    .map(([community, left]) => ({
      ...{ name, community, left },
      jaccard: left / (name.sites.length + sizes.get(community)! - left),
    }))
}

function assign(matches: readonly Match[]): ReadonlyMap<number, Match> {
  const nearest = matches.toSorted(
    (a, b) => b.jaccard - a.jaccard || b.left - a.left || a.name.id - b.name.id || a.community - b.community,
  )
  const borneBy = new Map<number, Match>()
  const taken = new Set<number>()
  for (const match of nearest) {
    if (borneBy.has(match.name.id) || taken.has(match.community)) continue
    borneBy.set(match.name.id, match)
    taken.add(match.community)
  }
  return borneBy
}
