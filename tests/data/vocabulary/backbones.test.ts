import { describe, expect, it } from 'vitest'
import { backboneOf, backboneFacts, unfitWeight } from '#data/vocabulary/backbones/backbones.ts'
import type { WeighedTies } from '#data/vocabulary/backbones/weighed-ties.ts'
import { binomialTail, normalDeviation } from '#data/vocabulary/backbones/binomial-tail.ts'

type Tie = readonly [from: string, to: string, weight: number]

function columns(ties: readonly Tie[], undirected = false): WeighedTies {
  const ids = [...new Set(ties.flatMap(([from, to]) => [from, to]))].sort()
  return {
    nodeCount: ids.length,
    source: ties.map(([from]) => ids.indexOf(from)),
    target: ties.map(([, to]) => ids.indexOf(to)),
    weight: ties.map(([, , weight]) => weight),
    undirected,
  }
}

/** A worked network of four nodes and 42 events; its values are those of the authors' program. */
const worked: readonly Tie[] = [
  ['a', 'b', 10], ['a', 'c', 2], ['a', 'd', 6], ['b', 'a', 5], ['b', 'c', 4],
  ['b', 'd', 1], ['c', 'a', 1], ['c', 'd', 8], ['d', 'a', 3], ['d', 'b', 2],
] // prettier-ignore

const scores = (name: 'noise-corrected' | 'disparity', ties: WeighedTies) => backboneFacts[name].scores(ties)
const kept = (name: 'noise-corrected' | 'disparity', threshold: number, ties: readonly Tie[]) =>
  ties.filter((_tie, at) => backboneOf({ name, threshold }, columns(ties))[at] === 1).map(([from, to]) => from + to)

describe('noise-corrected backbone (Coscia & Neffke 2017)', () => {
  it('has the lift and the deviation of the authors’ program', () => {
    const found = scores('noise-corrected', columns(worked))
    expect(found[1]).toBeCloseTo(-0.125 / 0.214056, 4)
    expect(found[9]).toBeCloseTo(0.166667 / 0.144753, 4)
    expect(kept('noise-corrected', 1.28, worked)).not.toContain('db')
    expect(kept('noise-corrected', 1.15, worked)).toContain('db')
  })

  it('takes the tail of the binomial where the deviation vanishes', () => {
    // a→b carries more than half of what both ends have: L .320755 of sd .015079 would be 21 deviations. P(X ≥ 10) is by exact fractions.
    expect(scores('noise-corrected', columns(worked))[0]).toBeCloseTo(normalDeviation(0.0275978784705), 6)
    // w = n·ab / (n(a + b) − ab): 4 = 24·8·6 / (24·14 − 48): the deviation is 0 to the last digit.
    const vanishing: readonly Tie[] = [['a', 'b', 4], ['a', 'c', 4], ['c', 'b', 2], ['c', 'd', 14]] // prettier-ignore
    const [score] = scores('noise-corrected', columns(vanishing))
    expect(score).toBeCloseTo(normalDeviation(binomialTail(4, 24, 48 / 576)), 9)
    expect(score).toBeLessThan(3)
  })

  it('keeps nothing where nothing can stand out: one tie, a star, an even network', () => {
    expect(kept('noise-corrected', 0, [['a', 'b', 7]])).toEqual([])
    expect(kept('noise-corrected', 0, [['a', 'b', 7], ['a', 'c', 1], ['a', 'd', 90]])).toEqual([]) // prettier-ignore
    expect(kept('noise-corrected', 0, [['a', 'c', 2], ['a', 'd', 2], ['b', 'c', 2], ['b', 'd', 2]])).toEqual([]) // prettier-ignore
    expect(scores('noise-corrected', columns([]))).toHaveLength(0)
  })

  it('has of ties without directions what both directions have of a symmetric network', () => {
    const once: readonly Tie[] = [['a', 'b', 6], ['a', 'c', 1], ['b', 'c', 2], ['c', 'd', 3]] // prettier-ignore
    const both = once.flatMap(([from, to, weight]): Tie[] => [[from, to, weight], [to, from, weight]]) // prettier-ignore
    for (const name of ['noise-corrected', 'disparity'] as const) {
      const twice = scores(name, columns(both))
      expect([...scores(name, columns(once, true))]).toEqual(once.map((_tie, at) => twice[2 * at]))
    }
  })

  it('needs counts; the other one takes any weight', () => {
    expect(unfitWeight('noise-corrected', [1, 2.5])).toBe(2.5)
    expect(unfitWeight('disparity', [1, 2.5])).toBeUndefined()
  })
})

describe('disparity backbone (Serrano, Boguñá & Vespignani 2009)', () => {
  it('takes the smaller chance of both ends', () => {
    // a→b: out (1 − 10/18)² = .197531, in (1 − 10/12)¹ = .166667.
    expect(scores('disparity', columns(worked))[0]).toBeCloseTo(0.166667, 6)
    expect(kept('disparity', 0.17, worked)).toContain('ab')
    expect(kept('disparity', 0.16, worked)).not.toContain('ab')
  })

  it('lets an end with one tie say nothing', () => {
    // x has one tie in; its source gives it 9 of 10: (1 − .9)¹. A pair alone is never kept.
    const ties: readonly Tie[] = [['a', 'x', 9], ['a', 'y', 1], ['p', 'q', 50]] // prettier-ignore
    expect([...scores('disparity', columns(ties))].map(one => Math.round(one * 1e9) / 1e9)).toEqual([0.1, 0.9, 1])
    expect(kept('disparity', 1, ties)).toEqual(['ax', 'ay'])
  })
})

describe('binomialTail(w, n, p)', () => {
  it('is the sum of its chances', () => {
    expect(binomialTail(8, 10, 0.5)).toBeCloseTo(56 / 1024, 12)
    expect(binomialTail(10, 10, 0.5)).toBeCloseTo(1 / 1024, 12)
    expect(binomialTail(1, 2, 0.25)).toBeCloseTo(7 / 16, 12)
  })

  it('is told as the deviation of a normal with the same tail', () => {
    for (const [tail, deviation] of [
      [0.5, 0],
      [0.05, 1.6448536],
      [0.01, 2.3263479],
      [0.9, -1.2815516],
    ] as const)
      // prettier-ignore
      expect(normalDeviation(tail)).toBeCloseTo(deviation, 5)
    expect(normalDeviation(0)).toBe(37)
  })
})
