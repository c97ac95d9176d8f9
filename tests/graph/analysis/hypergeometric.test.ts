import { describe, expect, it } from 'vitest'
import { chanceOfDraw } from '#graph/analysis/tools/hypergeometric.ts'

describe('chanceOfDraw(draw)', () => {
  // R's own examples of fisher.test: TeaTasting and Convictions (p-values as its documentation prints them).
  it.each([
    ['the lady tasting tea', { all: 8, marked: 4, drawn: 4, hits: 3 }, 2, 0.4857],
    ['convictions of twins', { all: 30, marked: 12, drawn: 13, hits: 10 }, 5.2, 0.0005367],
  ])('gives Fisher’s p: %s', (_, draw, expected, p) => {
    const chance = chanceOfDraw(draw)!
    expect(chance.expected).toBeCloseTo(expected, 10)
    expect(chance.p / p).toBeCloseTo(1, 3)
  })

  it('compares nothing where all or none are drawn or marked', () => {
    for (const draw of [
      { all: 5, marked: 5, drawn: 2, hits: 2 },
      { all: 5, marked: 0, drawn: 2, hits: 0 },
      { all: 5, marked: 2, drawn: 5, hits: 2 },
      { all: 0, marked: 0, drawn: 0, hits: 0 },
    ])
      expect(chanceOfDraw(draw)).toBeNull()
  })
})
