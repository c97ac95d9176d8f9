import { describe, expect, it } from 'vitest'
import { placeCount } from '#data/assign-places.ts'
import { paletteColour, mutedColours, otherColour } from '#graph/exchange/model/colours.ts'

describe('paletteColour(place)', () => {
  it('gives nine places a colour of their own, as many as the corpus keeps, and grey to the rest', () => {
    const nine = Array.from({ length: 9 }, (_, index) => paletteColour(index + 1))
    expect(new Set(nine).size).toBe(9)
    expect(mutedColours).toHaveLength(placeCount)
    expect(nine).not.toContain(otherColour)
    expect([10, 11, 400, 0, -1, null, undefined].map(paletteColour)).toEqual(
      Array.from({ length: 7 }, () => otherColour),
    )
  })

  it("keeps to Paul Tol's muted scheme", () => {
    // tol_colors 2.0, "muted": rose, indigo, sand, green, cyan, wine, teal, olive, purple.
    expect(mutedColours.join(' ').toUpperCase()).toBe(
      '#CC6677 #332288 #DDCC77 #117733 #88CCEE #882255 #44AA99 #999933 #AA4499',
    )
  })
})
