import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assignPlaces, placeCount } from '#data/assign-places.ts'

const given = (ranked: string, held: Readonly<Record<string, number>> = {}) =>
  Object.fromEntries(assignPlaces([...ranked], new Map(Object.entries(held))))

describe('assignPlaces(ranked, held)', () => {
  it('gives places by rank as long as there are some', () => {
    expect(given('abc')).toEqual({ a: 1, b: 2, c: 3 })
    expect(Object.values(given('abcdefghijk'))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  it('leaves a place to whom holds it, whatever the ranks, and gives the free ones to the rest', () => {
    expect(given('cbad', { a: 1, b: 2 })).toEqual({ a: 1, b: 2, c: 3, d: 4 })
    expect(given('dcb', { b: 1, c: 3 })).toEqual({ b: 1, c: 3, d: 2 })
  })

  it('takes the place of a category that is no more only when no other is left', () => {
    expect(given('xb', { a: 1, b: 2 })).toEqual({ x: 3, b: 2 })
    const held = { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: 8, i: 9 }
    expect(given('xbcdefghi', held)).toEqual({ ...held, a: undefined, x: 1 })
    expect(given('xabcdefghi', held)).toEqual(held)
  })

  it('never gives a place twice, nor takes one away from a category that is there', () => {
    const categories = fc.uniqueArray(fc.nat(14), { maxLength: 15 })
    fc.assert(
      fc.property(categories, categories, (ranked, before) => {
        const held = new Map(before.slice(0, placeCount).map((category, index) => [category, placeCount - index]))
        const places = assignPlaces(ranked, held)
        expect(new Set(places.values()).size).toBe(places.size)
        expect(places.size).toBe(Math.min(ranked.length, placeCount))
        for (const category of ranked) if (held.has(category)) expect(places.get(category)).toBe(held.get(category))
        expect(assignPlaces(ranked, places)).toEqual(places)
      }),
    )
  })
})
