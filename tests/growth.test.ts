import { describe, expect, it } from 'vitest'
import { growthOf, mostGrowth } from './growth.ts'

const letters = (length: number) => 'a'.repeat(length)

describe('the measure of how reading grows', () => {
  it('sees a square: a regular expression that begins anew at each blank', () => {
    const blanks = (length: number) => `${' '.repeat(length)}.`
    expect(growthOf(text => /\s+$/.test(text), blanks)).toBeGreaterThan(mostGrowth)
  })

  it.each([
    ['a regular expression', (text: string) => text.replace(/a/g, 'b')],
    ['an object for each letter', (text: string) => [...text].map(letter => ({ letter, twice: letter + letter }))],
    ['letters in order', (text: string) => [...text].sort((a, b) => (a < b ? -1 : 1)).join('')],
  ])('lets pass what is in proportion, or nearly: %s', (_, read) => {
    expect(growthOf(read, letters)).toBeLessThan(mostGrowth)
  })
})
