import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DotGrid } from '#viewer/client/draw/labels/dot-grid.ts'
import type { Seat } from '#viewer/client/draw/labels/label-seats.ts'
import { nameSeats, type NameWish } from '#viewer/figure/names/name-seats.ts'
import { clash, settleNames } from '#viewer/figure/names/settle-names.ts'

const room = { left: 0, right: 400, top: 0, bottom: 300 }

const dots = array(
  record({
    x: integer({ min: 20, max: 380 }),
    y: integer({ min: 20, max: 280 }),
    radius: constantFrom(2, 5, 9),
    width: integer({ min: 10, max: 110 }),
    isPut: constantFrom(false, false, false, true),
    dx: integer({ min: -60, max: 60 }),
    dy: integer({ min: -40, max: 40 }),
  }),
  { minLength: 1, maxLength: 40 },
)

/** The shortest way from a point to a box, told by the four cases of the plane and not as the code does. */
function wayToBox(x: number, y: number, { left, right, top, bottom }: Seat['box']): number {
  const inX = x >= left && x <= right
  const inY = y >= top && y <= bottom
  if (inX && inY) return 0
  if (inX) return y < top ? top - y : y - bottom
  if (inY) return x < left ? left - x : x - right
  return Math.min(...[left, right].flatMap(cx => [top, bottom].map(cy => Math.hypot(cx - x, cy - y))))
}

describe('settleNames(wishes)', () => {
  it('covers no dot and no name, and a name whose nearest dot is another has a line to its own', () => {
    assert(
      property(dots, list => {
        const wishes = list.map(({ isPut, dx, dy, ...dot }, site): NameWish => ({ ...dot, site, height: 12, ...(isPut && { put: { x: dot.x + dx, y: dot.y + dy } }) })) // prettier-ignore
        const ground = { grid: DotGrid.of(wishes), room }
        const settled = settleNames(wishes, ground)
        const held = settled.flatMap(({ seat }, index) => (seat ? [{ seat, own: wishes[index]! }] : []))
        for (const { seat, own } of held) {
          const { box, leader } = seat
          expect(box.left >= 0 && box.right <= 400 && box.top >= 0 && box.bottom <= 300).toBe(true)
          const rims = wishes.map(dot => wayToBox(dot.x, dot.y, box) - dot.radius)
          for (const [site, rim] of rims.entries()) if (site !== own.site) expect(rim).toBeGreaterThan(0)
          const nearest = Math.min(...rims.filter((_, site) => site !== own.site))
          if (leader === null) expect(rims[own.site]!).toBeLessThan(nearest)
          else {
            // It begins at the rim of its own dot and ends at its own name.
            expect(Math.hypot(leader.x1 - own.x, leader.y1 - own.y)).toBeCloseTo(own.radius, 6)
            expect(wayToBox(leader.x2, leader.y2, box)).toBeCloseTo(0, 6)
          }
        }
        for (const [index, one] of held.entries())
          for (const other of held.slice(index + 1)) {
            const [a, b] = [one.seat.box, other.seat.box]
            const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top
            expect(apart).toBe(true)
          }
      }),
      { numRuns: 60 },
    )
  })

  it('seats no fewer names than the greedy way does', () => {
    const greedily = (wishes: readonly NameWish[]): number => {
      const taken: Seat[] = []
      for (const wish of wishes) {
        const free = nameSeats(wish, { grid: DotGrid.of(wishes), room }).find(
          seat => !taken.some(one => clash(one, seat)),
        )
        if (free) taken.push(free)
      }
      return taken.length
    }
    assert(
      property(dots, list => {
        const wishes = list.map(({ x, y, radius, width }, site) => ({ x, y, radius, width, site, height: 12 }))
        const settled = settleNames(wishes, { grid: DotGrid.of(wishes), room })
        expect(settled.filter(({ seat }) => seat !== null).length).toBeGreaterThanOrEqual(greedily(wishes))
      }),
      { numRuns: 40 },
    )
  })

  it('moves a name aside for one that would find no place', () => {
    // The second has room on one side alone, which the first takes when it comes first: both could stand.
    const narrow = { left: 0, right: 195, top: 84.5, bottom: 115.5 }
    const wishes = [
      { site: 0, x: 100, y: 100, radius: 4, width: 40, height: 30 },
      { site: 1, x: 190, y: 100, radius: 4, width: 50, height: 30 },
    ]
    const settled = settleNames(wishes, { grid: DotGrid.of(wishes), room: narrow })
    expect(settled.map(({ seat }) => seat !== null)).toEqual([true, true])
  })

  it('keeps a name where a person put it, and says when it can not stand there', () => {
    const own = { site: 0, x: 100, y: 100, radius: 5, width: 40, height: 12 }
    const other = { site: 1, x: 200, y: 100, radius: 30, width: 40, height: 12 }
    const grid = DotGrid.of([own, other])
    const there = settleNames([{ ...own, put: { x: 120, y: 60 } }], { grid, room })[0]!
    expect([there.isPut, there.seat!.box.left, there.seat!.box.top]).toEqual([true, 100, 54])
    expect(there.seat!.leader).not.toBeNull()
    const over = settleNames([{ ...own, put: { x: 200, y: 100 } }], { grid, room })[0]!
    expect([over.isPut, over.isRefused, over.seat !== null]).toEqual([false, true, true])
  })
})
