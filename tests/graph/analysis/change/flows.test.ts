import { describe, expect, it } from 'vitest'
import type { SiteNode } from '#data/records.ts'
import type { EntityId } from '#data/url/brand.ts'
import { flowsOf } from '#graph/analysis/change/flows.ts'
import type { FollowedCommunity } from '#graph/analysis/change/follow-communities.ts'
import { placeFlows } from '#viewer/client/change/flow-places.ts'

const sites = [...'abcdefgh'] as EntityId[]
const wave = (label: string, read: string) => ({
  label,
  graph: { nodes: sites.map(id => ({ id }) as SiteNode), edges: [] },
  read: new Set([...read] as EntityId[]),
})
const community = (
  of: string,
  number: number,
  members: string,
  event: FollowedCommunity['event'],
): FollowedCommunity => ({
  ...{ wave: of, community: number, event, like: [], overlap: null },
  sites: [...members] as EntityId[],
})

describe('flowsOf(waves, followed)', () => {
  const waves = [wave('one', 'abcdefg'), wave('two', 'abcdh')]
  const { groups, flows } = flowsOf(waves, [
    community('one', 1, 'abc', 'first'),
    community('one', 2, 'efg', 'first'),
    community('two', 1, 'abd', 'continues'),
    // Of its sites none was read: what became of it nobody knows, and it is no group of that wave.
    community('two', 2, 'efg', 'unknown'),
  ])

  it('puts every site into one group of each wave; those not read are by themselves, never gone', () => {
    expect(groups.map(({ wave: at, kind, community: number, sites: own }) => [at, kind, number, own.join('')])).toEqual(
      [
        [0, 'community', 1, 'abc'],
        [0, 'community', 2, 'efg'],
        [0, 'alone', null, 'd'],
        [0, 'unread', null, 'h'],
        [1, 'community', 1, 'abd'],
        [1, 'alone', null, 'ch'],
        [1, 'unread', null, 'efg'],
      ],
    )
  })

  it('lets each site flow once', () => {
    expect(flows.map(({ from, to, sites: count }) => [from, to, count])).toEqual([
      [0, 4, 2],
      [0, 5, 1],
      [1, 6, 3],
      [2, 4, 1],
      [3, 5, 1],
    ])
  })

  it('is drawn with bars and bands as high as their sites, none over another', () => {
    const placed = placeFlows({ waves: ['one', 'two'], groups, flows }, 200, 10)
    expect(placed.groups.map(({ at, height }) => height === groups[at]!.sites.length * 10)).toEqual(
      groups.map(() => true),
    )
    for (const column of [0, 200]) {
      const bars = placed.groups.filter(({ x }) => x === column).toSorted((a, b) => a.y - b.y)
      bars.slice(1).forEach((bar, at) => expect(bar.y).toBeGreaterThan(bars[at]!.y + bars[at]!.height))
    }
    // Both bands that reach community 1 lie inside its bar, side by side.
    const bar = placed.groups.find(({ at }) => at === 4)!
    const bands = placed.flows.filter(({ to }) => to === 4).toSorted((a, b) => a.y2 - b.y2)
    expect(bands.map(({ y2, width }) => [y2 - bar.y, width])).toEqual([[0, 20], [20, 10]]) // prettier-ignore
  })
})
