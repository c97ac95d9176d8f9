import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DotGrid } from '#viewer/client/draw/labels/dot-grid.ts'
import type { Seat } from '#viewer/client/draw/labels/label-seats.ts'
import { type NameSeat, NameSeats, type NameWish } from '#viewer/figure/names/name-seats.ts'
import { clash, NameTable } from '#viewer/figure/names/name-table.ts'
import { settleNames } from '#viewer/figure/names/settle-names.ts'

const room = { left: 0, right: 400, top: 0, bottom: 300 }

const dots = array(
  record({
    x: integer({ min: 20, max: 380 }),
    y: integer({ min: 20, max: 280 }),
    radius: constantFrom(2, 5, 9),
    width: integer({ min: 10, max: 110 }),
    isNamed: constantFrom(true, true, false),
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

/** The shortest way from a point to a line, by looking along it. */
function wayToLine(x: number, y: number, { x1, y1, x2, y2 }: NonNullable<Seat['leader']>): number {
  const parts = Array.from({ length: 201 }, (_, part) => part / 200)
  return Math.min(...parts.map(part => Math.hypot(x - x1 - (x2 - x1) * part, y - y1 - (y2 - y1) * part)))
}

/** Whether a line comes into a box, by looking along it. */
const runs = ({ x1, y1, x2, y2 }: NonNullable<Seat['leader']>, box: Seat['box']): boolean =>
  Array.from({ length: 201 }, (_, part) => part / 200).some(
    part => wayToBox(x1 + (x2 - x1) * part, y1 + (y2 - y1) * part, box) === 0,
  )

describe('settleNames(wishes)', () => {
  it('covers no dot and no name, and a name whose nearest dot is another has a line to its own', () => {
    assert(
      property(dots, list => {
        const all = list.map(({ isPut, dx, dy, isNamed: _, ...dot }, site): NameWish => ({ ...dot, site, height: 12, ...(isPut && { put: { x: dot.x + dx, y: dot.y + dy } }) })) // prettier-ignore
        const named = all.filter((_, site) => list[site]!.isNamed)
        const settled = settleNames(named, { grid: DotGrid.of(all), room })
        const held = settled.flatMap(({ seat }, index) => (seat ? [{ seat, own: named[index]! }] : []))
        for (const { seat, own } of held) {
          const { box, leader } = seat
          expect(box.left >= 0 && box.right <= 400 && box.top >= 0 && box.bottom <= 300).toBe(true)
          const rims = all.map(dot => wayToBox(dot.x, dot.y, box) - dot.radius)
          for (const [site, rim] of rims.entries()) if (site !== own.site) expect(rim).toBeGreaterThan(0)
          const nearest = Math.min(...rims.filter((_, site) => site !== own.site))
          if (leader === null) expect(rims[own.site]!).toBeLessThan(nearest)
          else {
            // It begins at the rim of its own dot and ends at its own name.
            expect(Math.hypot(leader.x1 - own.x, leader.y1 - own.y)).toBeCloseTo(own.radius, 6)
            expect(wayToBox(leader.x2, leader.y2, box)).toBeCloseTo(0, 6)
            // Over no dot that is named, and not over more than it says.
            const met = all.filter(dot => dot !== own && wayToLine(dot.x, dot.y, leader) < dot.radius)
            expect(met.filter(dot => named.includes(dot))).toEqual([])
            expect(met.length).toBeLessThanOrEqual(seat.over)
          }
        }
        for (const [index, one] of held.entries())
          for (const other of held.slice(index + 1)) {
            const [a, b] = [one.seat.box, other.seat.box]
            const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top
            expect(apart).toBe(true)
            for (const [line, name] of [
              [one.seat.leader, b],
              [other.seat.leader, a],
            ] as const)
              // prettier-ignore
              if (line !== null) expect(runs(line, name)).toBe(false)
          }
      }),
      { numRuns: 60 },
    )
  })

  it('seats no fewer names than the greedy way does', () => {
    const greedily = (wishes: readonly NameWish[]): number => {
      const taken: NameSeat[] = []
      const ground = { grid: DotGrid.of(wishes), room, named: new Set(wishes.keys()) }
      for (const wish of wishes)
        for (const seat of new NameSeats(wish, ground)) {
          if (taken.some(one => clash(one, seat))) continue
          taken.push(seat)
          break
        }
      return taken.length
    }
    assert(
      property(dots, list => {
        const wishes = list.map(({ x, y, radius, width }, site) => ({ x, y, radius, width, site, height: 12 }))
        const settled = settleNames(wishes, { grid: DotGrid.of(wishes), room })
        expect(settled.filter(({ seat }) => seat !== null).length).toBeGreaterThanOrEqual(greedily(wishes))
      }),
      { numRuns: 25 },
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

  it('moves a second name aside for the one that moves aside, where it is asked to look so far', () => {
    // A strip: the third has room left of its dot alone, where the second is, whose other place is the first one's.
    const strip = { left: 0, right: 275, top: 84.5, bottom: 115.5 }
    const wishes = [100, 170, 240].map((x, site) => ({ site, x, y: 100, radius: 4, width: 40, height: 30 }))
    const ground = { grid: DotGrid.of(wishes), room: strip, named: new Set([0, 1, 2]) }
    const seats = wishes.map(wish => new NameSeats(wish, ground))
    const table = new NameTable(seats.map(one => () => one), [null, null, null]) // prettier-ignore
    table.seatAll([0, 1, 2])
    while (table.pass([0, 1, 2]));
    expect(table.held.map(seat => seat === null)).toEqual([false, false, true])
    expect(table.deepen([0, 1, 2])).toBe(true)
    expect(table.held.map(seat => seat!.box.left)).toEqual([51, 121, 191])
    expect(table.deepen([0, 1, 2])).toBe(false)
  })

  it('names a site amid a crowd at the rim, with a line over dots that have no name', () => {
    // A lattice so tight that no name fits between its dots; the free room is outside of it.
    const crowd = Array.from({ length: 20 * 14 }, (_, site) => ({
      ...{ site, x: 110 + (site % 20) * 9, y: 90 + Math.floor(site / 20) * 9, radius: 2.5 },
      ...{ width: 60, height: 12 },
    }))
    const wishes = [69, 110, 148, 170].map(site => crowd[site]!)
    const settled = settleNames(wishes, { grid: DotGrid.of(crowd), room })
    expect(settled.map(({ seat }) => seat !== null && seat.leader !== null && seat.over > 0)).toEqual(wishes.map(() => true)) // prettier-ignore
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
