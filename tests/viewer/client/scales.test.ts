import { describe, expect, it } from 'vitest'
import { inkOn } from '#viewer/client/draw/ink-on.ts'
import { outlines } from '#viewer/client/parts/glyph.tsx'
import { colourMarks, fillOf, numberIn, shapeMarks, shapeOf } from '#viewer/client/view/scales.ts'
import type { CategoryColumn } from '#viewer/protocol/map.ts'
import { mutedColours, paletteColour } from '#graph/exchange/model/colours.ts'

/** Categories at these places, as the corpus gives them; their order is that of frequency. */
const placed = (...places: number[]): CategoryColumn => ({
  kind: 'category',
  name: 'country',
  origin: 'corpus',
  categories: places.map((place, index) => ({
    value: `c${index}`,
    label: '',
    count: 1,
    place,
    colour: paletteColour(place),
  })),
  values: [],
  more: [],
})

describe('shapeOf(column, category)', () => {
  it('gives the first five places shapes of their own, the rest one, and a ring to the unknown', () => {
    const column = placed(1, 2, 3, 4, 5, 6, 9, 0)
    expect([...column.categories.keys(), -1].map(category => shapeOf(column, category))).toEqual(
      ['disc', 'square', 'triangle', 'diamond', 'pentagon', 'hexagon', 'hexagon', 'hexagon', 'ring'], // prettier-ignore
    )
    expect(Object.keys(outlines)).toEqual(['square', 'triangle', 'diamond', 'pentagon', 'hexagon'])
  })
})

describe('a category that is no longer the most frequent', () => {
  const [before, after] = [placed(1, 2, 3), placed(3, 1, 2)]

  it('keeps its colour, its grey, its number and its shape', () => {
    for (const [was, is] of [
      [0, 1],
      [1, 2],
      [2, 0],
    ] as const) {
      expect(shapeOf(after, is)).toBe(shapeOf(before, was))
      for (const ink of ['colour', 'print'] as const) {
        expect(fillOf(after, is, ink)).toBe(fillOf(before, was, ink))
        expect(numberIn(after, is, ink)).toBe(numberIn(before, was, ink))
      }
    }
    expect(numberIn(after, 0, 'print')).toBe('3')
  })

  it('stands in the legend where its frequency has it; those without a mark of their own are summed up', () => {
    expect(colourMarks(placed(2, 0, 9, 0, 1))).toEqual({ own: [0, 2, 4], rest: [1, 3] })
    expect(shapeMarks(placed(6, 1, 9))).toEqual({ own: [1], rest: [0, 2] })
    expect(shapeMarks(placed(6, 1, 2))).toEqual({ own: [0, 1, 2], rest: [] })
  })
})

describe('inkOn(colour)', () => {
  it('leaves the number in a dot at least 4.5 : 1 against every colour of the palette', () => {
    const luminance = (hex: string): number => {
      const [r, g, b] = [1, 3, 5]
        .map(at => parseInt(hex.slice(at, at + 2), 16) / 255)
        .map(value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
      return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
    }
    for (const colour of mutedColours) {
      const text = inkOn(colour)
      const [high, low] = [luminance(colour), luminance(text)].sort((a, b) => b - a)
      expect((high! + 0.05) / (low! + 0.05), colour).toBeGreaterThan(4.5)
    }
  })
})
