import type { EntityId } from '#data/url/brand.ts'
import type { CommunityEvent, FollowedCommunity } from './follow-communities.ts'
import type { WaveGraph } from './wave-graphs.ts'

/** Sites that one wave had together; every site of the study is in one group of each wave. */
export interface FlowGroup {
  /** Place of the wave. */
  readonly wave: number
  /** `alone`: read, and in no community; `unread`: no page of them was read and they are in none, so that nobody knows. */
  readonly kind: 'community' | 'alone' | 'unread'
  /** As `changes --communities` numbers it; null for the other kinds. */
  readonly community: number | null
  readonly event: CommunityEvent | ''
  readonly sites: readonly EntityId[]
}

/** Sites that two groups of waves that follow each other share, by places of groups. */
export interface SiteFlow {
  readonly from: number
  readonly to: number
  readonly sites: number
}

export interface CommunityFlows {
  readonly groups: readonly FlowGroup[]
  readonly flows: readonly SiteFlow[]
}

/** Told of what a wave lacks, by sites that an earlier one had together. */
const absent: ReadonlySet<CommunityEvent> = new Set(['gone', 'away', 'unknown'])

/** Who was with whom, wave by wave, and where they went. Nobody gets lost: sites that a wave did not read flow into a group of their own. O(waves × sites). */
export function flowsOf(
  waves: readonly Pick<WaveGraph, 'label' | 'graph' | 'read'>[],
  followed: readonly FollowedCommunity[],
): CommunityFlows {
  const groups = waves.flatMap(({ label, graph, read }, wave): FlowGroup[] => {
    const communities = followed.filter(one => one.wave === label && !absent.has(one.event))
    const placed = new Set(communities.flatMap(({ sites }) => sites))
    const rest = graph.nodes.map(({ id }) => id).filter(id => !placed.has(id))
    const others = { wave, community: null, event: '' } as const
    return [
      ...communities.map(
        ({ community, event, sites }) => ({ wave, kind: 'community', community, event, sites }) as const,
      ),
      { ...others, kind: 'alone', sites: rest.filter(id => read.has(id)) } as const,
      { ...others, kind: 'unread', sites: rest.filter(id => !read.has(id)) } as const,
    ].filter(({ sites }) => sites.length > 0)
  })
  const places = waves.map(
    (_, wave) =>
      new Map(groups.flatMap((group, at) => (group.wave === wave ? group.sites.map(id => [id, at] as const) : []))),
  )
  const flows = places.slice(1).flatMap((now, at) => {
    const counts = new Map<string, SiteFlow>()
    for (const [id, from] of places[at]!) {
      const to = now.get(id)
      if (to === undefined) continue
      const key = `${from} ${to}`
      counts.set(key, { from, to, sites: (counts.get(key)?.sites ?? 0) + 1 })
    }
    return [...counts.values()].toSorted((a, b) => a.from - b.from || a.to - b.to)
  })
  return { groups, flows }
}
