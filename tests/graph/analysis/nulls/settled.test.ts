import { describe, expect, it } from 'vitest'
import { compareWithNull } from '#graph/analysis/nulls/compare-with-null.ts'
import { isSettled, isUnmatchedAt } from '#graph/analysis/nulls/settled.ts'
import { createRandom } from '#graph/analysis/random.ts'

/** 50 values: this many far from the middle, on both sides by turns. */
const drawsWith = (beyond: number, far: number) =>
  Array.from({ length: 50 }, (_, at) => (at < beyond ? (at % 2 ? far : -far) : (at % 3) - 1))

describe('isSettled(value, nullValues)', () => {
  it('is so with ten draws as far out, not with eight', () => {
    expect(isSettled(4, drawsWith(10, 5))).toBe(true)
    expect(isSettled(4, drawsWith(8, 5))).toBe(false)
  })

  it('never is while p is below 0.1, however many draws there are', () => {
    // 20 of 400 are as far out: p = 21 / 401.
    const draws = Array.from({ length: 400 }, (_, at) => (at < 20 ? (at % 2 ? 5 : -5) : (at % 3) - 1))
    expect(compareWithNull(4, draws).p).toBeCloseTo(21 / 401, 12)
    expect(isSettled(4, draws)).toBe(false)
  })

  it('is so for a value that is not defined: no run could say anything', () => {
    expect(isSettled(NaN, drawsWith(0, 5))).toBe(true)
  })

  it('errs no more often at 5 % for stopping, and finds what all runs find: 2,000 tests of 200 draws', () => {
    const random = createRandom('stopping')
    const normal = () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
    const found = { stopping: 0, all: 0 }
    for (let test = 0; test < 2000; test++) {
      const value = normal()
      const draws = Array.from({ length: 200 }, normal)
      const stop = [50, 100, 150].find(at => isSettled(value, draws.slice(0, at))) ?? 200
      const isStrange = (to: number) => compareWithNull(value, draws.slice(0, to)).p! <= 0.05
      if (isStrange(stop)) found.stopping++
      if (isStrange(200)) found.all++
      if (isStrange(stop)) expect(stop).toBe(200)
    }
    expect(found.stopping).toBeLessThanOrEqual(found.all)
    // 5 % of 2,000 is 100, with a standard deviation of 9.7.
    expect(found.all).toBeLessThan(130)
    expect(found.stopping).toBeGreaterThan(70)
  })
})

describe('isUnmatchedAt(p, runs)', () => {
  it('is so where no run was as far out', () => {
    expect([isUnmatchedAt(1 / 51, 50), isUnmatchedAt(2 / 51, 50), isUnmatchedAt(1, 0)]).toEqual([true, false, true])
  })

  it('calls one value of two thousand strange, at most, that 99 runs would not: 20,000 tests looked at after 50', () => {
    const random = createRandom('unmatched')
    let [turned, found] = [0, 0]
    for (let test = 0; test < 20_000; test++) {
      const value = random.next()
      const isBeyond = Array.from({ length: 99 }, () => random.next() >= value)
      const beyond = (runs: number) => isBeyond.slice(0, runs).filter(own => own).length
      if (!isUnmatchedAt((beyond(50) + 1) / 51, 50)) continue
      found++
      if ((beyond(99) + 1) / 100 > 0.05) turned++
    }
    // 0.000497 of 20,000 is 10; by the binomial law more than 22 come once in two thousand times.
    expect(turned).toBeLessThanOrEqual(22)
    // One in 51 is 392, with a standard deviation of 19.6.
    expect(Math.abs(found - 392)).toBeLessThan(80)
  })
})
