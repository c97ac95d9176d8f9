import { describe, expect, it } from 'vitest'
import { classesOf, classOf } from '#viewer/client/view/classes.ts'
import { fillOf, groupOf } from '#viewer/client/view/scales.ts'

const column = (...values: (number | null)[]) => ({ kind: 'number', name: 'n', origin: 'analysis', values }) as const

describe('classesOf(column)', () => {
  it('gives five classes of as many sites each', () =>
    expect(classesOf(column(10, 9, 8, 7, 6, 5, 4, 3, 2, 1))).toEqual([
      { least: 1, most: 2, count: 2 },
      { least: 3, most: 4, count: 2 },
      { least: 5, most: 6, count: 2 },
      { least: 7, most: 8, count: 2 },
      { least: 9, most: 10, count: 2 },
    ]))

  it('never parts equal values: the many sites that nobody cites are one class', () =>
    expect(classesOf(column(...Array.from({ length: 50 }, () => 0), 1, 2, 3, 4, 5, 19))).toEqual([
      { least: 0, most: 0, count: 50 },
      { least: 1, most: 2, count: 2 },
      { least: 3, most: 4, count: 2 },
      { least: 5, most: 5, count: 1 },
      { least: 19, most: 19, count: 1 },
    ]))

  it('makes a class of each value where there are few, and none where nothing is known', () => {
    expect(classesOf(column(2, 2, 7, null))).toEqual([
      { least: 2, most: 2, count: 2 },
      { least: 7, most: 7, count: 1 },
    ])
    expect(classesOf(column(null, null))).toEqual([])
  })

  it('finds every value in one class', () => {
    const values = column(0.01, 0.5, 0.02, 0.5, 0.9, 0.3, 0.31, 0.32, 0.33, null)
    for (const value of values.values.filter(one => one !== null)) {
      const { least, most } = classesOf(values)[classOf(values, value)]!
      expect(least <= value && value <= most).toBe(true)
    }
    expect(classOf(values, null)).toBe(-1)
  })
})

describe('the colours of a measure', () => {
  it('darken with the value, in colour and in print, and the unknown has one of its own', () => {
    const values = column(1, 2, 3, 4, 5, null)
    const grey = (hex: string): number =>
      0.2126 * parseInt(hex.slice(1, 3), 16) + 0.7152 * parseInt(hex.slice(3, 5), 16) + 0.0722 * parseInt(hex.slice(5), 16) // prettier-ignore
    for (const ink of ['colour', 'print'] as const) {
      const shades = [0, 1, 2, 3, 4].map(site => grey(fillOf(values, groupOf(values, site), ink)))
      for (const [at, shade] of shades.entries()) if (at > 0) expect(shades[at - 1]! - shade).toBeGreaterThan(25)
      expect(groupOf(values, 5)).toBe(-1)
      expect(fillOf(values, -1, ink)).not.toBe(fillOf(values, 0, ink))
    }
  })
})
