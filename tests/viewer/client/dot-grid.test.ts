import { array, assert, integer, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DotGrid } from '#viewer/client/draw/labels/dot-grid.ts'

const place = { x: integer({ min: -50, max: 300 }), y: integer({ min: -50, max: 300 }) }
const dots = array(record({ ...place, radius: integer({ min: 1, max: 20 }) }), { maxLength: 60 })
/** No distance between places in whole pixels ends so. */
const margin = Math.SQRT2

describe('DotGrid.along(line)', () => {
  it('finds the dots that a line meets, but its own, as looking at each one does', () => {
    assert(
      property(dots, record(place), record(place), (list, from, to) => {
        const all = list.map((dot, site) => ({ ...dot, site }))
        const line = { x1: from.x, y1: from.y, x2: to.x, y2: to.y }
        const [dx, dy] = [to.x - from.x, to.y - from.y]
        const away = (x: number, y: number): number => {
          const length = Math.hypot(dx, dy)
          // Where the foot of the perpendicular lies beyond an end, the end is nearest.
          const foot = length === 0 ? -1 : ((x - from.x) * dx + (y - from.y) * dy) / length
          if (foot < 0) return Math.hypot(x - from.x, y - from.y)
          if (foot > length) return Math.hypot(x - to.x, y - to.y)
          return Math.abs(dx * (y - from.y) - dy * (x - from.x)) / length
        }
        const met = all.filter(({ x, y, radius, site }) => site !== 3 && away(x, y) < radius + margin)
        const found = DotGrid.of(all).along(line, margin, 3)
        expect(found.toSorted((a, b) => a - b)).toEqual(met.map(({ site }) => site))
      }),
      { numRuns: 100 },
    )
  })
})
