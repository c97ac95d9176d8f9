import { describe, expect, it } from 'vitest'
import { sizeSamples, sizeScale } from '#viewer/client/view/sizes.ts'

const column = (...values: (number | null)[]) => ({ kind: 'number', name: 'n', origin: 'analysis', values }) as const

describe('sizeScale(column, siteCount)', () => {
  it('makes the area grow with the value, between the least and the greatest radius', () => {
    const radius = sizeScale(column(0, 50, 100, null), 4)
    expect(radius(2)).toBeCloseTo(18)
    expect(radius(0)).toBeCloseTo(4.5)
    expect(radius(1) ** 2 - radius(0) ** 2).toBeCloseTo((radius(2) ** 2 - radius(0) ** 2) / 2)
    expect(radius(3)).toBe(radius(0))
  })

  it('gives all the least radius when there is nothing to show', () => {
    expect(sizeScale(undefined, 4)(0)).toBe(4.5)
    expect(sizeScale(column(0, 0), 2)(1)).toBe(4.5)
  })

  it('begins at the least value where dots from 0 on would all look alike, or below 0', () => {
    const years = sizeScale(column(2008, 2012, 2016, null), 4)
    expect([years(0), years(2), years(3)]).toEqual([4.5, 18, 4.5])
    expect(years(1) ** 2 - years(0) ** 2).toBeCloseTo((years(2) ** 2 - years(0) ** 2) / 2)
    const balance = sizeScale(column(-4, 0, 4), 4)
    expect(balance(1) ** 2 - balance(0) ** 2).toBeCloseTo((balance(2) ** 2 - balance(0) ** 2) / 2)
  })

  it('draws smaller dots on larger maps', () => {
    expect(sizeScale(column(1), 10_000)(0)).toBeLessThan(sizeScale(column(1), 100)(0))
  })
})

describe('sizeSamples(column, siteCount)', () => {
  it.each([
    [
      [0, 100],
      [0, 25, 100],
    ],
    [
      [1, 3],
      [0, 1, 3],
    ],
    [
      [0.1, 0.4],
      [0, 0.1, 0.4],
    ],
    [
      [2008, 2016],
      [2008, 2010, 2016],
    ],
    [
      [7, 7],
      [0, 2, 7],
    ],
    [[0, 0], []],
    [[null], []],
  ])('of %j are %j', (values, samples) => {
    const sized = column(...values)
    expect(sizeSamples(sized, 4).map(({ value }) => value)).toEqual(samples)
    const radius = sizeScale(sized, 4)
    for (const { value, radius: drawn } of sizeSamples(sized, 4)) {
      const site = sized.values.indexOf(value)
      if (site >= 0) expect(drawn).toBe(radius(site))
    }
  })
})
