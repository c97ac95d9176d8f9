import { describe, expect, it } from 'vitest'
import { nearestDot } from '#viewer/client/draw/nearest-dot.ts'

const radius = Float32Array.of(20, 5, 5)
const dots = {
  look: { radius },
  shown: { sites: Uint8Array.of(1, 1, 1) },
  // A large dot with a small one on its edge, and another small one that touches that.
  places: Float64Array.of(100, 100, 118, 100, 126, 100),
  radius: (site: number) => radius[site]!,
}

describe('nearestDot(dots, point)', () => {
  it.each<[string, number, number, number | undefined]>([
    ['the dot around the point', 90, 100, 0],
    ['the small one, which lies above the large one', 116, 100, 1],
    ['the nearest of two as large', 121, 100, 1],
    ['the nearest of two as large', 123, 100, 2],
    ['one that is only just missed', 133, 100, 2],
    ['none beside the dots', 134, 100, undefined],
    ['none above them', 100, 79 - 2, undefined],
  ])('finds %s', (_, x, y, site) => expect(nearestDot(dots, { x, y })).toBe(site))

  it('finds none that a filter hides', () => {
    const hidden = { ...dots, shown: { sites: Uint8Array.of(1, 0, 0) } }
    expect(nearestDot(hidden, { x: 116, y: 100 })).toBe(0)
    expect(nearestDot(hidden, { x: 128, y: 100 })).toBeUndefined()
  })

  it('goes by the size on the stage', () => {
    expect(nearestDot({ ...dots, radius: site => radius[site]! * 2 }, { x: 65, y: 100 })).toBe(0)
  })
})
