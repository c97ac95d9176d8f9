import { describe, expect, it } from 'vitest'
import { type WordCell, specificity } from '#graph/words/specificity.ts'

/**
 * Robespierre's speeches in ten parts, of Lafon (1980), as R textometry 0.1.6 prints them; its table has words and frequencies, and R's
 * phyper gave the probabilities.
 */
const T = 61_449
const parts = [8395, 2558, 3920, 6903, 7896, 4555, 10_142, 2063, 1084, 13_933]
const people = [45, 18, 15, 14, 53, 30, 42, 16, 4, 59]
const printed = [0.6161, 1.1466, -0.6709, -4.1743, 2.1122, 1.2906, -0.798, 1.3632, -0.3977, -0.841]

/** n choose k, whole. */
function choose(n: number, k: number): bigint {
  let result = 1n
  for (let i = 1; i <= k; i++) result = (result * BigInt(n - k + i)) / BigInt(i)
  return k < 0 || k > n ? 0n : result
}

/** By the definition, in whole numbers: the sum of all terms of the tail, each (F over k) (T - F over t - k). */
function byDefinition({ f, F, t, T: all }: WordCell): number {
  const isMore = f * all >= F * t
  let sum = 0n
  for (let k = isMore ? f : 0; isMore ? k <= F : k <= f; k++) sum += choose(F, k) * choose(all - F, t - k)
  const digits = 10n ** 30n
  const log = Math.log10(Number((sum * digits) / choose(all, t)) / 1e30)
  return isMore ? Math.abs(log) : log
}

describe('specificity(cell)', () => {
  it.each(parts.map((t, at) => [at + 1, t, people[at]!, printed[at]!] as const))(
    'of peuple in part %i of Robespierre: %i words, %i times, %f',
    (_part, t, f, expected) => expect(specificity({ f, F: 296, t, T }).toFixed(4)).toBe(expected.toFixed(4)),
  )

  it('of patrie in the first part, and of eleven peuple in the ninth', () => {
    expect(specificity({ f: 6, F: 153, t: 8395, T }).toFixed(4)).toBe('-4.2432')
    expect(10 ** -specificity({ f: 11, F: 296, t: 1084, T })).toBeCloseTo(0.01698897, 8)
  })

  it('is the sum that the definition says, in small tables of any shape', () => {
    for (const all of [7, 40, 60])
      for (const F of [1, 3, 17])
        for (const t of [1, 5, 20])
          for (let f = Math.max(0, t - (all - F)); f <= Math.min(F, t); f++)
            if (F <= all && t < all)
              expect(specificity({ f, F, t, T: all }), `${f} ${F} ${t} ${all}`).toBeCloseTo(
                byDefinition({ f, F, t, T: all }),
                8,
              )
  })

  it('stays a number where the probability is below what a double holds', () => {
    const far = specificity({ f: 3000, F: 3000, t: 30_000, T: 10_000_000 })
    // All of 3,000 in 0.3 % of the words: about 3000 · log10(0.003), a little more since they are not put back.
    expect(far).toBeGreaterThan(3000 * 2.5228)
    expect(far).toBeLessThan(3000 * 2.5228 * 1.02)
    expect(specificity({ f: 0, F: 900_000, t: 2_000_000, T: 20_000_000 })).toBeLessThan(-40_000)
  })

  it('says nothing of a part that is all, or of nothing', () => {
    expect(specificity({ f: 5, F: 5, t: 100, T: 100 })).toBe(0)
    expect(specificity({ f: 0, F: 5, t: 0, T: 100 })).toBe(0)
  })
})
