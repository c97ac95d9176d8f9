import { describe, expect, it } from 'vitest'
import { type CodedUnit, krippendorffsAlpha } from '#graph/analysis/coders/krippendorffs-alpha.ts'
import { cohensKappa } from '#graph/analysis/coders/cohens-kappa.ts'
import { createRandom } from '#graph/analysis/random.ts'

/** Units from one row per coder, '.' where a coder gave no code. */
const unitsOf = (...coders: string[]): CodedUnit[] => {
  const rows = coders.map(row => row.split(' '))
  return rows[0]!.map((_, unit) => rows.map(row => row[unit]!).filter(code => code !== '.'))
}
const alpha = (units: readonly CodedUnit[]) => krippendorffsAlpha(units, createRandom(1))

// Krippendorff 2011, Computing Krippendorff's alpha-reliability, parts C and A: the data and the values printed there.
const fourCoders = unitsOf(
  '1 2 3 3 2 1 4 1 2 . . .',
  '1 2 3 3 2 2 4 1 2 5 . 3',
  '. 3 3 3 2 3 4 2 2 5 1 .',
  '1 2 3 3 2 4 4 1 2 5 1 .',
)

describe('krippendorffsAlpha(units, random)', () => {
  it('gives Krippendorff’s own values: 0.743 of four coders with gaps, 0.095 of two', () => {
    const found = alpha(fourCoders)
    expect(found).toMatchObject({ units: 11, values: 40 })
    expect(found.alpha).toBeCloseTo(0.743, 3)
    expect(alpha(unitsOf('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0')).alpha).toBeCloseTo(0.095, 3)
  })

  it('is near κ for two coders who have coded everything, and 1 for full agreement', () => {
    const [one, other] = ['a a b b a b c a b a', 'a b b b a b c a a a']
    const pairs = one!.split(' ').map((code, unit) => [code, other!.split(' ')[unit]!] as const)
    // α − κ goes with 1 / units where both use the codes alike: Krippendorff 2004, Human Communication Research 30.
    expect(Math.abs(alpha(unitsOf(one!, other!)).alpha! - cohensKappa(pairs)!)).toBeLessThan(1 / pairs.length)
    expect(alpha(unitsOf('a b c', 'a b c', 'a . c')).alpha).toBe(1)
  })

  it('has an interval around it, the same each time, and narrower the more units are coded', () => {
    const few = alpha(fourCoders)
    const many = alpha(Array.from({ length: 20 }, () => fourCoders).flat())
    expect(alpha(fourCoders)).toEqual(few)
    expect(few.interval!.low).toBeLessThan(few.alpha!)
    expect(few.interval!.high).toBeGreaterThan(few.alpha!)
    expect(many.interval!.high - many.interval!.low).toBeLessThan((few.interval!.high - few.interval!.low) / 3)
  })

  it('is not defined without two codes on an edge, or where all gave one and the same', () => {
    expect(alpha([])).toEqual({ alpha: null, units: 0, values: 0, interval: null })
    expect(alpha(unitsOf('a b .', '. . c'))).toMatchObject({ alpha: null, units: 0 })
    expect(alpha(unitsOf('a a a', 'a a a'))).toMatchObject({ alpha: null, units: 3, interval: null })
  })
})
