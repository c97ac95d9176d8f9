import { array, assert, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillSheet, fittingTurn, mostStretches, unstretched } from '#viewer/figure/fit-to-sheet.ts'
import { packForSheet } from '#viewer/figure/pack-for-sheet.ts'

const square = [
  { x: 0, y: 0 },
  { x: 1, y: 0 },
  { x: 1, y: 1 },
  { x: 0, y: 1 },
]
const none = square.map(() => 0)
const room = (width: number, height: number) => ({ left: 10, top: 20, width, height })

describe('fillSheet(points, radii, room)', () => {
  it('leaves a map that fits its room as it was laid out', () => {
    const { points, stretch, scale } = fillSheet(square, none, room(100, 100), mostStretches(0), 0.88)
    expect(stretch).toEqual([1, 1])
    expect(scale).toBeCloseTo(100, 3)
    // y points up in the layout, down on the sheet.
    for (const [index, [x, y]] of [
      [10, 120],
      [110, 120],
      [110, 20],
      [10, 20],
    ].entries()) {
      expect(points[index]!.x).toBeCloseTo(x!, 3)
      expect(points[index]!.y).toBeCloseTo(y!, 3)
    }
  })

  it('stretches the side that has room, as little as is needed and within a bound', () => {
    // 88 % of 120 are 105.6, where the layout alone would reach 100.
    expect(fillSheet(square, none, room(120, 100), mostStretches(0), 0.88).stretch[0]).toBeCloseTo(1.056, 3)
    const { points, stretch } = fillSheet(square, none, room(100, 300), mostStretches(0), 0.88)
    expect(stretch).toEqual([1, 1.5])
    expect([points[2]!.y, points[1]!.y].map(Math.round)).toEqual([95, 245])
  })

  it('does not make wider than high again what was turned upright', () => {
    expect(fillSheet(square, none, room(300, 100), mostStretches('upright'), 0.88).stretch).toEqual([1, 1])
    expect(fillSheet(square, none, room(100, 300), mostStretches('across'), 0.88).stretch).toEqual([1, 1])
  })

  it('keeps every dot inside, and no two nearer to each other than without it', () => {
    const dots = array(record({ x: integer({ min: -500, max: 500 }), y: integer({ min: -500, max: 500 }), radius: integer({ min: 1, max: 9 }) }), { minLength: 2, maxLength: 30 }) // prettier-ignore
    assert(
      property(dots, integer({ min: 120, max: 900 }), integer({ min: 120, max: 900 }), (list, width, height) => {
        const radii = list.map(({ radius }) => radius)
        const before = fillSheet(list, radii, room(width, height), unstretched, 1).points
        const { points, stretch } = fillSheet(list, radii, room(width, height), mostStretches(0), 0.88)
        expect(Math.min(...stretch)).toBe(1)
        expect(Math.max(...stretch)).toBeLessThanOrEqual(1.5)
        for (const [one, { x, y }] of points.entries()) {
          expect(x - radii[one]!).toBeGreaterThanOrEqual(10 - 0.01)
          expect(x + radii[one]!).toBeLessThanOrEqual(10 + width + 0.01)
          expect(y - radii[one]!).toBeGreaterThanOrEqual(20 - 0.01)
          expect(y + radii[one]!).toBeLessThanOrEqual(20 + height + 0.01)
          for (const [other, place] of points.slice(0, one).entries()) {
            const was = Math.hypot(before[one]!.x - before[other]!.x, before[one]!.y - before[other]!.y)
            expect(Math.hypot(x - place.x, y - place.y)).toBeGreaterThanOrEqual(was - 0.01)
          }
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('fittingTurn(points, room)', () => {
  it('lays a long map along the room, and turns none that fits as it is', () => {
    const diagonal = [0, 1, 2, 3].map(at => ({ x: at, y: at }))
    // From 45 degrees to the horizontal, or so near to it that a tenth of its length is enough of height.
    const after = (45 + (fittingTurn(diagonal, room(900, 90)) / Math.PI) * 180) % 180
    expect(Math.min(after, 180 - after)).toBeLessThanOrEqual(5.001)
    expect(fittingTurn(square, room(100, 100))).toBe(0)
  })
})

describe('packForSheet(points, radii, ties, aspect)', () => {
  const two = [...square, ...square].map(({ x, y }, at) => ({ x: x * 300 + (at < 4 ? 0 : 1000), y: y * 300 }))
  const ring = { source: [0, 1, 2, 4, 5, 6], target: [1, 2, 3, 5, 6, 7] }
  const spanOf = (values: readonly number[]): number => Math.max(...values) - Math.min(...values)

  it('puts separate parts beside each other on a wide sheet, and one above the other on a high one', () => {
    const radii = two.map(() => 5)
    const shapes = [3, 1 / 3].map(aspect => {
      const packed = packForSheet(two, radii, ring, aspect)!
      // Each part as it was.
      for (const start of [0, 4]) expect(packed[start + 2]!.x - packed[start]!.x).toBeCloseTo(300, 6)
      return spanOf(packed.map(({ x }) => x)) / spanOf(packed.map(({ y }) => y))
    })
    expect(shapes[0]).toBeGreaterThan(1.8)
    expect(shapes[1]).toBeLessThan(1 / 1.8)
  })

  it('has nothing to pack where all hangs together', () => {
    expect(packForSheet(square, none, { source: [0, 1, 2], target: [1, 2, 3] }, 2)).toBeNull()
  })
})
