import { array, assert, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distanceToRim, DotGrid } from '#viewer/client/draw/labels/dot-grid.ts'
import { placeLabels, type LabelWish, type PlacedLabel } from '#viewer/client/draw/labels/place-labels.ts'

const stage = { width: 400, height: 300 }
const wish = (site: number, x: number, y: number, more: Partial<LabelWish> = {}): LabelWish => ({
  site, x, y, radius: 5, width: 60, height: 14, forced: false, ...more,
}) // prettier-ignore

describe('placeLabels(wishes)', () => {
  it('puts a label right of its dot', () => {
    expect(placeLabels([wish(0, 100, 100)], stage, 10)).toEqual([{ site: 0, x: 110, y: 100, leader: null }])
  })

  it('puts it left where the right is taken or the stage ends', () => {
    expect(placeLabels([wish(0, 390, 100)], stage, 10)[0]).toEqual({ site: 0, x: 320, y: 100, leader: null })
    const [first, second] = placeLabels([wish(0, 100, 100), wish(1, 96, 104)], stage, 10)
    expect([first!.x, second!.x < 96]).toEqual([110, true])
  })

  it('writes nothing beneath what lies above the map, what is forced neither', () => {
    const written = [{ left: 108, right: 160, top: 80, bottom: 120 }]
    for (const forced of [false, true])
      expect(placeLabels([wish(0, 100, 100, { forced })], { ...stage, written }, 10)[0]!.x).toBeLessThan(40)
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
    const dots = [{ site: 1, x: 140, y: 100, radius: 5 }]
    expect(placeLabels([wish(0, 100, 100)], stage, 10, DotGrid.of(dots))[0]!.x).toBeLessThan(100)
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

  it('stands clear of small dots, too, and nearer to its own dot than to any other', () => {
    const small = [0, 1, 2, 3].map(at => ({ site: at + 1, x: 115 + at * 20, y: 104, radius: 2 }))
    const [{ x, y, leader }] = placeLabels([wish(0, 100, 100)], stage, 10, DotGrid.of(small)) as [PlacedLabel]
    expect([x, y, leader]).toEqual([30, 100, null])
  })

  it('leaves out the names of a row of dots, but those at its ends', () => {
    const row = Array.from({ length: 6 }, (_, site) => wish(site, 100 + site * 14, 100, { width: 70 }))
    const placed = placeLabels(row, stage, 10, DotGrid.of(row))
    expect(placed.map(({ site, x }) => [site, x])).toEqual([[0, 20], [5, 180]]) // prettier-ignore
  })

  it('draws a line to a name that stands away, and lets the line cross no other dot', () => {
    // A wall around the dot leaves no room beside it but one gap.
    const wall = [0, 1, 2, 3, 4, 5].map(turn => ({
      site: turn + 1, radius: 2, x: 200 + 24 * Math.cos((turn * Math.PI) / 3), y: 150 + 24 * Math.sin((turn * Math.PI) / 3),
    })) // prettier-ignore
    const placed = placeLabels([wish(0, 200, 150, { width: 8, height: 6, radius: 3 })], stage, 10, DotGrid.of(wall))
    expect(placed.length).toBe(1)
  })

  it('names the largest dots of a crowd outside, where a line can lead out without crossing another dot', () => {
    const dots = Array.from({ length: 300 }, (_, at) => ({
      site: at + 1, radius: 3, x: 120 + (at % 20) * 8, y: 90 + Math.floor(at / 20) * 8,
    })) // prettier-ignore
    expect(placeLabels([wish(0, 200, 150)], stage, 10, DotGrid.of(dots))).toEqual([])
    const crowded = dots.map(dot => ({ ...dot, x: dot.x < 200 ? dot.x - 8 : dot.x + 8 }))
    const [far] = placeLabels([wish(0, 200, 150)], stage, 10, DotGrid.of(crowded)) as [PlacedLabel]
    const box = { left: far.x, right: far.x + 60, top: far.y - 7, bottom: far.y + 7 }
    expect(crowded.every(dot => distanceToRim(box, dot) > 0)).toBe(true)
    expect(Math.hypot(far.leader!.x1 - 200, far.leader!.y1 - 150)).toBeCloseTo(5)
  })

  it('keeps both rules on any map, and lets no line run through a name', () => {
    const dot = record({
      x: integer({ min: 0, max: 400 }),
      y: integer({ min: 0, max: 300 }),
      width: integer({ min: 10, max: 130 }),
      radius: integer({ min: 2, max: 18 }),
    })
    assert(
      property(array(dot, { maxLength: 60 }), list => {
        const wishes = list.map((one, site) => wish(site, one.x, one.y, one))
        const placed = placeLabels(wishes, stage, 60, DotGrid.of(wishes))
        const lines = placed.flatMap(({ leader, site }) => (leader === null ? [] : [{ ...leader, site }]))
        return placed.every(({ site, x, y }) => {
          const { width, height } = wishes[site]!
          const box = { left: x, right: x + width, top: y - height / 2, bottom: y + height / 2 }
          const own = distanceToRim(box, wishes[site]!)
          for (const { x1, y1, x2, y2, ...line } of lines)
            for (let part = 0; part <= 100 && line.site !== site; part++) {
              const [px, py] = [x1 + ((x2 - x1) * part) / 100, y1 + ((y2 - y1) * part) / 100]
              if (px > box.left && px < box.right && py > box.top && py < box.bottom) return false
            }
          return wishes.every(other => other.site === site || distanceToRim(box, other) > Math.max(0, own))
        })
      }),
    )
  })
})
