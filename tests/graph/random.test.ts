import { describe, expect, it } from 'vitest'
import { createRandom, shuffledIndices } from '#graph/analysis/random.ts'
import { xoshiro128 } from '#graph/analysis/xoshiro128.ts'

const draws = (random: { uint32(): number }, count: number) => Array.from({ length: count }, () => random.uint32())

describe('xoshiro128(state)', () => {
  it('gives the numbers of the authors’ C code from the state 1, 2, 3, 4', () => {
    const state = Int32Array.of(1, 2, 3, 4)
    expect(Array.from({ length: 8 }, () => xoshiro128(state))).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849,
    ])
  })
})

describe('createRandom(seed)', () => {
  it('gives the same numbers for the same seed, and others for another', () => {
    expect(draws(createRandom(1), 50)).toEqual(draws(createRandom(1), 50))
    expect(draws(createRandom(1), 50)).not.toEqual(draws(createRandom(2), 50))
  })

  it('gives a stream that does not depend on what was drawn before, nor on other streams', () => {
    const used = createRandom(7)
    draws(used, 1000)
    draws(used.stream('other'), 10)
    expect(draws(used.stream('louvain'), 20)).toEqual(draws(createRandom(7).stream('louvain'), 20))
    expect(draws(used.stream('louvain'), 20)).not.toEqual(draws(used.stream('layout'), 20))
  })

  it('draws every residue equally often: χ² of 600,000 dice is within its 99.9 % bound', () => {
    const random = createRandom('dice')
    const seen = [0, 0, 0, 0, 0, 0]
    for (let at = 0; at < 600_000; at++) seen[random.int(6)]!++
    const chiSquare = seen.reduce((sum, count) => sum + (count - 100_000) ** 2 / 100_000, 0)
    expect(chiSquare).toBeLessThan(20.52)
  })

  it('has independent neighbours: lag-one correlation of 100,000 numbers is within 4 standard errors', () => {
    const random = createRandom(3)
    const values = Array.from({ length: 100_000 }, () => random.next() - 0.5)
    const product = values.slice(1).reduce((sum, value, at) => sum + value * values[at]!, 0) / 99_999
    expect(Math.abs(product * 12)).toBeLessThan(4 / Math.sqrt(100_000))
  })

  it('fills cells with the draws of single calls', () => {
    const cells = new Uint32Array(300).fill(7)
    const [one, other] = [createRandom('fill'), createRandom('fill')]
    // Of three thousand million numbers a third of all draws is refused.
    for (const below of [6, 3e9]) {
      one.fillFirst(cells, 200, below)
      expect([...cells.subarray(0, 200)]).toEqual(Array.from({ length: 200 }, () => other.int(below)))
    }
    expect([...cells.subarray(200)]).toEqual(Array.from({ length: 100 }, () => 7))
    expect(one.uint32()).toBe(other.uint32())
  })

  it('shuffles into each of the 6 orders of 3 equally often', () => {
    const random = createRandom('orders')
    const seen = new Map<string, number>()
    for (let at = 0; at < 60_000; at++) {
      const order = shuffledIndices(3, random).join('')
      seen.set(order, (seen.get(order) ?? 0) + 1)
    }
    expect(seen.size).toBe(6)
    const chiSquare = [...seen.values()].reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)
    expect(chiSquare).toBeLessThan(20.52)
  })
})
