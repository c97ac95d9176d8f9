import { describe, expect, it } from 'vitest'
import type { SiteNode } from '#data/records.ts'
import type { EntityId } from '#data/url/brand.ts'
import { growPlaces, type GrownPoint } from '#viewer/server/grow-places.ts'

const node = (id: string): SiteNode => ({
  id: id as EntityId, label: id, homepage: '', country: '', kind: '', status: 'IN', pagesFetched: 0, selfLinks: 0, tags: [],
}) // prettier-ignore

/** Sites of a letter each, tied as pairs of letters say. */
const grow = (
  letters: string,
  pairs: readonly string[],
  layout: ReadonlyMap<string, GrownPoint>,
  grown = new Map<string, GrownPoint>(),
) =>
  growPlaces(
    [...letters].map(node),
    { source: pairs.map(([from]) => letters.indexOf(from!)), target: pairs.map(([, to]) => letters.indexOf(to!)) },
    layout,
    grown,
  )

describe('growPlaces(nodes, ties, layout, grown)', () => {
  const layout = new Map<string, GrownPoint>([
    ['a', { x: 0, y: 0 }],
    ['b', { x: 100, y: 0 }],
  ])

  it('keeps the layout, and puts a new site beside those it is tied to', () => {
    const [a, b, c] = grow('abc', ['ac', 'cb'], layout)
    expect([a, b]).toEqual([...layout.values()])
    expect(Math.hypot(c!.x - 50, c!.y)).toBeCloseTo(28, 0)
  })

  it('never moves a site that it has placed, whatever comes after', () => {
    const grown = new Map<string, GrownPoint>()
    const first = grow('acd', ['ac'], layout, grown)
    expect(grow('acdef', ['ac', 'da', 'ed'], layout, grown).slice(0, 3)).toEqual(first)
  })

  it('stands all on a circle while nothing is tied and nothing analysed', () => {
    const places = grow('abcd', [], new Map())
    for (const { x, y } of places) expect(Math.hypot(x, y)).toBeCloseTo(500, 0)
    expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(4)
  })
})
