import { describe, expect, it } from 'vitest'
import type { SiteEdge, SiteNode } from '#data/records.ts'
import { zones, type Zone } from '#data/vocabulary/zones.ts'
import type { EntityId } from '#data/url/brand.ts'
import { growPlaces, type GrownPoint } from '#viewer/server/grow-places.ts'

const node = (id: string): SiteNode => ({
  id: id as EntityId, label: id, homepage: '', country: '', kind: '', status: 'IN', pagesFetched: 0, selfLinks: 0, tags: [],
}) // prettier-ignore
const edge = (source: string, target: string): SiteEdge => ({
  source: source as EntityId, target: target as EntityId, weight: 1, links: 1, pages: 1, firstSeen: '', lastSeen: '',
  linksByZone: Object.fromEntries(zones.map(zone => [zone, 0])) as Record<Zone, number>,
}) // prettier-ignore

describe('growPlaces(nodes, edges, layout, grown)', () => {
  const layout = new Map<string, GrownPoint>([
    ['a', { x: 0, y: 0 }],
    ['b', { x: 100, y: 0 }],
  ])

  it('keeps the layout, and puts a new site beside those it is tied to', () => {
    const [a, b, c] = growPlaces([node('a'), node('b'), node('c')], [edge('a', 'c'), edge('c', 'b')], layout, new Map())
    expect([a, b]).toEqual([...layout.values()])
    expect(Math.hypot(c!.x - 50, c!.y)).toBeCloseTo(28, 0)
  })

  it('never moves a site that it has placed, whatever comes after', () => {
    const grown = new Map<string, GrownPoint>()
    const first = growPlaces([node('a'), node('c'), node('d')], [edge('a', 'c')], layout, grown)
    const later = growPlaces(
      [node('a'), node('c'), node('d'), node('e'), node('f')],
      [edge('a', 'c'), edge('d', 'a'), edge('e', 'd')],
      layout,
      grown,
    )
    expect(later.slice(0, 3)).toEqual(first)
  })

  it('stands all on a circle while nothing is tied and nothing analysed', () => {
    const places = growPlaces(['a', 'b', 'c', 'd'].map(node), [], new Map(), new Map())
    for (const { x, y } of places) expect(Math.hypot(x, y)).toBeCloseTo(500, 0)
    expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(4)
  })
})
