import { describe, expect, it } from 'vitest'
import { kaplanMeier } from '#graph/analysis/change/survival/kaplan-meier.ts'
import { logRank, sunScores } from '#graph/analysis/change/survival/log-rank.ts'
import { lifetimesOf } from '#graph/analysis/change/survival/lifetime.ts'
import { type CensoredTime, survivalAt, turnbull } from '#graph/analysis/change/survival/turnbull.ts'
import { createRandom } from '#graph/analysis/random.ts'
import type { TieState } from '#data/store/changes/tie-changes.ts'
import type { EntityId } from '#data/url/brand.ts'

/** Months to breast retraction after radiation, and after radiation and chemotherapy: 'left-right', open where it was not seen. Finkelstein & Wolfe 1985, Biometrics 41. */
const radiation =
  '45- 6-10 0-7 46- 46- 7-16 17- 7-14 37-44 0-8 4-11 15- 11-15 22- 46- 46- 25-37 46- 26-40 46- 27-34 36-44 46- 36-48 37- 40- 17-25 46- 11-18 38- 5-12 37- 0-5 18- 24- 36- 5-11 19-35 17-25 24- 32- 33- 19-26 37- 34- 36-'
const both =
  '8-12 0-22 24-31 17-27 17-23 24-30 16-24 13- 11-13 16-20 18-25 17-26 32- 23- 44-48 14-17 0-5 5-8 12-20 11- 33-40 31- 13-39 19-32 34- 13- 16-24 35- 15-22 11-17 22-32 10-35 30-34 13- 10-17 8-21 4-9 11- 14-19 4-8 34- 30-36 18-24 16-60 35-39 21- 11-20 48-'

const read = (text: string): CensoredTime[] =>
  text.split(' ').map(one => {
    const [left = '', right = ''] = one.split('-')
    return { left: Number(left), right: right === '' ? Infinity : Number(right), times: 1 }
  })

const rounded = (intervals: readonly CensoredTime[]): [string, number][] =>
  turnbull(intervals).map(({ left, right, mass }) => [`${left}-${right}`, Number(mass.toFixed(4))])

describe('turnbull(intervals)', () => {
  it('gives the published distribution of the cosmesis data', () => {
    // Fay & Shaw 2010, J. Stat. Software 36(2), print these; R survival 3.5 gives the same curve.
    expect(rounded(read(radiation))).toEqual([
      ['4-5', 0.0463],
      ['6-7', 0.0334],
      ['7-8', 0.0887],
      ['11-12', 0.0708],
      ['24-25', 0.0926],
      ['33-34', 0.0818],
      ['38-40', 0.1209],
      ['46-48', 0.4656],
    ])
    expect(rounded(read(both))).toEqual([
      ['4-5', 0.0433],
      ['5-8', 0.0433],
      ['11-12', 0.0692],
      ['16-17', 0.1454],
      ['18-19', 0.1411],
      ['19-20', 0.1157],
      ['24-25', 0.0999],
      ['30-31', 0.0709],
      ['35-36', 0.1608],
      ['44-48', 0.0552],
      ['48-60', 0.0552],
    ])
  })

  it('is the product limit where every end is known to the day', () => {
    // Leukaemia under 6-MP (Freireich et al. 1963), the textbook example: 6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+.
    const exact = '6 6 6 7 10 13 16 22 23'.split(' ').map(Number)
    const open = '6 9 10 11 17 19 20 25 32 32 34 35'.split(' ').map(Number)
    // An end within (5.999, 6] comes before a look at 6 that saw none.
    const intervals = [
      ...exact.map(time => ({ left: time - 1e-3, right: time, times: 1 })),
      ...open.map(time => ({ left: time, right: Infinity, times: 1 })),
    ]
    const masses = turnbull(intervals)
    const known: [number, number][] = [
      [6, 0.8571],
      [7, 0.8067],
      [10, 0.7529],
      [13, 0.6902],
      [16, 0.6275],
      [22, 0.5378],
      [23, 0.4482],
    ]
    for (const [time, survival] of known) expect(survivalAt(masses, time)).toBeCloseTo(survival, 4)
    const steps = kaplanMeier([
      ...exact.map(time => ({ left: time, right: time, times: 1 })),
      ...open.map(time => ({ left: time, right: Infinity, times: 1 })),
    ])
    expect(steps.map(({ time }) => time)).toEqual(known.map(([time]) => time))
    for (const [at, { survival }] of steps.entries()) expect(survival).toBeCloseTo(known[at]![1], 4)
  })

  it('counts intervals that are alike together', () => {
    const one = [
      { left: 0, right: 5, times: 3 },
      { left: 5, right: Infinity, times: 1 },
    ]
    expect(turnbull(one).map(({ mass }) => mass)).toEqual([0.75, 0.25])
    expect(turnbull([])).toEqual([])
  })
})

describe('logRank(scores, labels, permutations, random)', () => {
  const all = [...read(radiation), ...read(both)]
  const groupOf = all.map((_, at) => (at < 46 ? 0 : 1))

  it('gives the published statistic of the cosmesis data', () => {
    // Fay & Shaw 2010: score −9.141846, Z = −2.6684, p = 0.007622 by its normal approximation.
    const scores = sunScores(all, turnbull(all))
    const strata = [all.map((_, at) => at)]
    const found = logRank(scores, { groupOf, groups: 2, strata }, 4999, createRandom(1))
    expect(found.sums[0]).toBeCloseTo(-9.141846, 4)
    expect(found.sums[1]).toBeCloseTo(9.141846, 4)
    expect(found.z).toBeCloseTo(-2.6684, 4)
    // Four standard errors of a share of 4,999 dealings.
    expect(Math.abs(found.p! - 0.007622)).toBeLessThan(4 * Math.sqrt((0.007622 * 0.9924) / 4999))
  })

  it('has nothing to say where no label can change its place', () => {
    const scores = [1, -1]
    expect(logRank(scores, { groupOf: [0, 0], groups: 2, strata: [[0, 1]] }, 9, createRandom(1)).p).toBeNull()
    expect(logRank(scores, { groupOf: [0, 1], groups: 2, strata: [[0], [1]] }, 9, createRandom(1)).p).toBeNull()
  })
})

describe('lifetimesOf(histories, days)', () => {
  const states: Record<string, TieState> = {
    p: { state: 'present' },
    a: { state: 'absent' },
    u: { state: 'unknown', cause: 'robots' },
  }
  const lives = (...all: string[]) =>
    lifetimesOf(
      all.map(text => ({
        source: 'a.example' as EntityId,
        target: 'b.example' as EntityId,
        states: [...text].map(one => states[one]!),
      })),
      [0, 100, 300, 700],
    ).map(({ lived, endedBy, isOld, isBackLater }) => [lived, endedBy, isOld, isBackLater])

  it('ends a life between the last look that saw it and the first that did not', () => {
    expect(lives('ppaa', 'appa', 'puup', 'puua', 'pppp', 'pauu')).toEqual([
      [100, 300, true, false],
      [200, 600, false, false],
      [700, null, true, false],
      [0, 700, true, false],
      [700, null, true, false],
      [0, 100, true, false],
    ])
  })

  it('takes what ended between two looks of one day for ended within it', () => {
    const history = (text: string) => ({
      source: 'a.example' as EntityId,
      target: 'b.example' as EntityId,
      states: [...text].map(one => states[one]!),
    })
    const all = ['paa', 'ppa', 'ppp'].flatMap((text, at) =>
      Array.from({ length: [5, 5, 10][at]! }, () => history(text)),
    )
    const found = lifetimesOf(all, [0, 0, 100])
    expect([found[0], found[5]]).toMatchObject([
      { lived: 0, endedBy: 1 },
      { lived: 0, endedBy: 100 },
    ])
    const masses = turnbull(found.map(({ lived, endedBy }) => ({ left: lived, right: endedBy ?? Infinity, times: 1 })))
    // Half of the twenty ended by the hundredth day.
    expect(survivalAt(masses, 100)).toBeCloseTo(0.5, 9)
  })

  it('counts the first life of what came back, and none of what nobody saw', () => {
    expect(lives('papp', 'uaua', 'uupu', 'upau')).toEqual([
      [0, 100, true, true],
      [0, null, true, false],
      [0, 200, true, false],
    ])
  })
})
