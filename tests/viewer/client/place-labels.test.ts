import { array, assert, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { placeLabels, type LabelWish } from '#viewer/client/draw/place-labels.ts'

const stage = { width: 400, height: 300 }
const wish = (site: number, x: number, y: number, more: Partial<LabelWish> = {}): LabelWish => ({
  site, x, y, radius: 5, width: 60, height: 14, forced: false, ...more,
}) // prettier-ignore

describe('placeLabels(wishes)', () => {
  it('puts a label right of its dot', () => {
    expect(placeLabels([wish(0, 100, 100)], stage, 10)).toEqual([{ site: 0, x: 110, y: 100 }])
  })

  it('puts it left where the right is taken or the stage ends', () => {
    expect(placeLabels([wish(0, 390, 100)], stage, 10)[0]).toEqual({ site: 0, x: 320, y: 100 })
    const [first, second] = placeLabels([wish(0, 100, 100), wish(1, 96, 104)], stage, 10)
    expect([first!.x, second!.x < 96]).toEqual([110, true])
  })

  it('gives up a label without room, unless it is forced', () => {
    const crowd = Array.from({ length: 9 }, (_, site) => wish(site, 200 + (site % 3), 150 + Math.floor(site / 3)))
    const sites = placeLabels(crowd, stage, 20).map(({ site }) => site)
    expect(sites.length).toBeLessThan(9)
    expect(sites[0]).toBe(0)
    const forced = crowd.map(one => ({ ...one, forced: one.site === 8 }))
    expect(placeLabels(forced, stage, 20).map(({ site }) => site)).toContain(8)
  })

  it('never covers the dot of a site as large as its own', () => {
    const dots = [{ x: 140, y: 100, radius: 5 }]
    expect(placeLabels([wish(0, 100, 100)], stage, 10, dots)[0]!.x).toBeLessThan(100)
  })

  it('never lets two labels overlap, keeps them on the stage and their number within the limit', () => {
    const wishes = array(
      record({
        x: integer({ min: 0, max: 400 }),
        y: integer({ min: 0, max: 300 }),
        width: integer({ min: 5, max: 120 }),
      }),
      { maxLength: 60 },
    )
    assert(
      property(wishes, integer({ min: 0, max: 30 }), (list, most) => {
        const asked = list.map(({ x, y, width }, site) => wish(site, x, y, { width }))
        const placed = placeLabels(asked, stage, most)
        const boxes = placed.map(({ site, x, y }) => ({
          left: x,
          right: x + asked[site]!.width,
          top: y - 7,
          bottom: y + 7,
        }))
        const pairs = boxes.flatMap((a, at) => boxes.slice(at + 1).map(b => [a, b] as const))
        return (
          placed.length <= most &&
          boxes.every(box => box.left >= 0 && box.right <= 400 && box.top >= 0 && box.bottom <= 300) &&
          pairs.every(([a, b]) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top)
        )
      }),
    )
  })
})
