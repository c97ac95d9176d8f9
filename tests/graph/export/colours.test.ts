import { describe, expect, it } from 'vitest'
import { communityColour, mutedColours, otherColour } from '../../../graph/export/colours.ts'

describe('communityColour(community)', () => {
  it('gives the nine largest communities a colour of their own and grey to the rest', () => {
    const nine = Array.from({ length: 9 }, (_, index) => communityColour(index + 1))
    expect(new Set(nine).size).toBe(9)
    expect(nine).not.toContain(otherColour)
    expect([10, 11, 400, 0, null].map(communityColour)).toEqual(Array.from({ length: 5 }, () => otherColour))
  })

  it("keeps to Paul Tol's muted scheme", () => {
    // tol_colors 2.0, "muted": rose, indigo, sand, green, cyan, wine, teal, olive, purple.
    expect(mutedColours.join(' ').toUpperCase()).toBe(
      '#CC6677 #332288 #DDCC77 #117733 #88CCEE #882255 #44AA99 #999933 #AA4499',
    )
  })
})
