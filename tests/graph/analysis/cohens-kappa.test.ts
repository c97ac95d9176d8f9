import { describe, expect, it } from 'vitest'
import { cohensKappa } from '#graph/analysis/coders/cohens-kappa.ts'

const repeat = (times: number, a: string, b: string): [string, string][] => Array.from({ length: times }, () => [a, b])

describe('cohensKappa(pairs)', () => {
  it('gives the value worked by hand: 20 yes, 15 no together, 5 and 10 apart', () => {
    // Observed 35/50; by chance (25·30 + 25·20)/50² = 0.5; κ = 0.2/0.5.
    const pairs = [
      ...repeat(20, 'yes', 'yes'),
      ...repeat(5, 'yes', 'no'),
      ...repeat(10, 'no', 'yes'),
      ...repeat(15, 'no', 'no'),
    ]
    expect(cohensKappa(pairs)).toBeCloseTo(0.4, 12)
  })

  it('is 1 for full agreement, 0 for chance, −1 for full disagreement of two codes', () => {
    expect(cohensKappa([...repeat(3, 'a', 'a'), ...repeat(2, 'b', 'b')])).toBe(1)
    expect(
      cohensKappa([...repeat(1, 'a', 'a'), ...repeat(1, 'a', 'b'), ...repeat(1, 'b', 'a'), ...repeat(1, 'b', 'b')]),
    ).toBe(0)
    expect(cohensKappa([...repeat(2, 'a', 'b'), ...repeat(2, 'b', 'a')])).toBe(-1)
  })

  it('is not defined without items, or when both knew one code only', () => {
    expect(cohensKappa([])).toBeNull()
    expect(cohensKappa(repeat(4, 'a', 'a'))).toBeNull()
  })
})
