import { describe, expect, it } from 'vitest'
import { fitLogistic } from '#data/curate/review/fit-logistic.ts'
import { areCitingAlike } from '#data/curate/review/infrastructure/cited-alike.ts'
import { chiSquareTail } from '#data/curate/review/infrastructure/chi-square-tail.ts'
import { knownInfrastructure } from '#data/curate/review/infrastructure/known-infrastructure.ts'
import { entityWords } from '#data/curate/review/entity-words.ts'
import { wilsonInterval } from '#data/curate/review/wilson.ts'

describe('fitLogistic(rows, labels, prior)', () => {
  const with1 = { columns: [0], values: [1] }
  const without = { columns: [], values: [] }
  // Three of four with the feature are kept, one of four without it: odds of 3 and 1/3.
  const rows = [with1, with1, with1, with1, without, without, without, without]
  const labels = [1, 1, 1, 0, 1, 0, 0, 0] as const
  const fit = (mean: number, deviation: number) =>
    fitLogistic(rows, labels, { means: Float64Array.of(mean), deviations: Float64Array.of(deviation) })

  it('is the table of odds where the prior says nothing', () => {
    const { intercept, coefficients } = fit(0, 1e6)
    expect(intercept).toBeCloseTo(-Math.log(3), 6)
    expect(coefficients[0]).toBeCloseTo(2 * Math.log(3), 6)
  })

  it('stays at the prior where that is sure, and lies where both pull alike between', () => {
    expect(fit(0.7, 1e-6).coefficients[0]).toBeCloseTo(0.7, 6)
    const { intercept, coefficients } = fit(0.5, 1)
    const chance = (score: number): number => 1 / (1 + Math.exp(-score))
    // The posterior is flat there: Σ (chance − label) x + (β − mean) / deviation² = 0, and Σ (chance − label) = 0.
    const [a, b] = [chance(intercept + coefficients[0]!), chance(intercept)]
    expect(4 * a - 3 + coefficients[0]! - 0.5).toBeCloseTo(0, 6)
    expect(4 * a + 4 * b).toBeCloseTo(4, 6)
  })

  it('has an end where a feature parts the kept from the dropped', () => {
    const parted = fitLogistic([with1, with1, without, without], [1, 1, 0, 0], {
      means: Float64Array.of(0),
      deviations: Float64Array.of(1),
    })
    expect(parted.coefficients[0]).toBeGreaterThan(0.5)
    expect(parted.coefficients[0]).toBeLessThan(5)
  })
})

// Newcombe 1998, Statistics in Medicine 17, table I, method 3.
it.each([
  [81, 263, 0.2553, 0.3662],
  [15, 148, 0.0624, 0.1605],
  [0, 20, 0, 0.1611],
  [1, 29, 0.0061, 0.1718],
])('wilsonInterval(%d, %d) is %d to %d', (hits, of, low, high) => {
  const interval = wilsonInterval(hits, of)
  expect(interval.low).toBeCloseTo(low, 4)
  expect(interval.high).toBeCloseTo(high, 4)
})

// Printed tables of the χ² distribution, upper 5 %.
it.each([
  [1, 3.841459],
  [2, 5.991465],
  [3, 7.814728],
  [4, 9.487729],
  [5, 11.070498],
])('chiSquareTail of %d degrees is 5 %% at %d', (degrees, statistic) => {
  expect(chiSquareTail(statistic, degrees)).toBeCloseTo(0.05, 5)
})

describe('what is infrastructure', () => {
  it.each([
    ['twitter.com', 'platform'],
    ['facebook.com', 'platform'],
    ['bit.ly', 'shortener'],
    ['creativecommons.org', 'licence'],
    ['google.com', 'search'],
    ['maps.google.com', 'search'],
    ['ovh.com', 'hosting'],
    ['wordpress.org', 'software'],
    ['validator.w3.org', 'standard'],
    ['www.mozilla.org', 'browser'],
  ])('%s is a host of the table: %s', (id, kind) => expect(knownInfrastructure(id)?.kind).toBe(kind))

  it.each([
    'twitter.com/a_person',
    'carnet.wordpress.com',
    'someone.over-blog.com',
    'house.gov',
    'lemonde.fr',
    'nationbuilder.com',
    'notgoogle.com',
    'google.com.example',
  ])('%s is somebody', id => expect(knownInfrastructure(id)).toBeNull())

  it('is told by signs where all communities cite alike', () => {
    const share = (citing: number, sites: number) => ({ citing, sites })
    expect(areCitingAlike([share(6, 10), share(7, 10), share(5, 10)])).toBe(true)
    expect(areCitingAlike([share(10, 10), share(2, 10), share(0, 10)])).toBe(false)
    expect(areCitingAlike([share(1, 10), share(1, 10)])).toBe(false)
    expect(areCitingAlike([share(9, 10)])).toBe(false)
  })
})

it('takes words from anchors once for each site, folded, without grammar, numbers and addresses', () => {
  const words = entityWords(
    ['campagne-claire'],
    [['La Campagne Claire', 'campagne'], ['https://x.example/a'], ['Éthique 2012']],
  )
  expect([...words]).toEqual([
    ['campagne', 1],
    ['claire', 1],
    ['ethique', 1],
  ])
})
