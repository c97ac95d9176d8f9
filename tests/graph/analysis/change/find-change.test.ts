import { describe, expect, it } from 'vitest'
import { zones } from '#data/vocabulary/zones.ts'
import { tieHistories } from '#data/store/changes/tie-history.ts'
import type { Corpus } from '#data/store/base/corpus.ts'
import { type StudyChange, findChange } from '#graph/analysis/change/find-change.ts'
import { emptyCorpus } from '#tests/data/store/invented-corpus.ts'
import { changingCorpus, datePage, planted } from './planted-change.ts'

const question = { statuses: ['IN'], zones, weight: 'links' } as const
const changeOf = (corpus: Corpus, seed = 1): StudyChange =>
  findChange(corpus, { question, pair: ['FR', 'US'], seed, resolution: 1 })!

/** A measure in the three waves, to four places. */
const followed = ({ series }: StudyChange, scope: string, measure: string, column: 'value' | 'change' = 'value') =>
  series
    .filter(point => point.scope === scope && point.measure === measure)
    .map(point => (point[column] === null ? null : Number(point[column].toFixed(4))))

describe('tieHistories(corpus, choice)', () => {
  it('knows of each tie where it was, where it was not, and where nobody looked', () => {
    const letters = { present: 'p', absent: 'a', unknown: 'u' }
    const found = tieHistories(changingCorpus(), question).histories.map(({ source, target, states }) => [
      `${source} ${target}`.replaceAll('.example', ''),
      states.map(({ state }) => letters[state]).join(''),
    ])
    expect(found).toEqual([
      ['f1 f2', 'ppp'],
      ['f1 u1', 'ppa'],
      ['f2 f1', 'ppp'],
      ['f2 u1', 'app'],
      ['f3 f1', 'ppa'],
      ['f3 u1', 'aap'],
      ['f3 u3', 'paa'],
      ['f4 u1', 'upu'],
      ['u1 u3', 'ppp'],
      ['u2 u1', 'ppp'],
      ['u3 u1', 'pap'],
    ])
  })
})

describe('findChange(corpus, choice)', () => {
  it('follows the E-I index and the asymmetry, on each wave and on what every wave looked at', () => {
    const found = changeOf(changingCorpus())
    // External and internal ties of the waves: 2 and 6, 3 and 5, 2 and 5; without f4, 2 and 5 in the second.
    expect(followed(found, 'wave', 'ei_index')).toEqual([-0.5, -0.25, -0.4286])
    expect(followed(found, 'panel', 'ei_index')).toEqual([-0.5, -0.4286, -0.4286])
    expect(followed(found, 'panel', 'ei_index', 'change')).toEqual([null, 0.0714, 0])
    expect(followed(found, 'wave', 'asymmetry')).toEqual([1, 1, 1])
    // Of the first wave's eight ties among sites that were read, f1 f2 and u1 u3 are returned.
    expect(followed(found, 'wave', 'reciprocity')).toEqual([0.5, 0.25, 0.5714])
    // Six sites that every wave read, thirty pairs; f4 was not. Ties among the six: eight, seven, seven.
    expect(followed(found, 'panel', 'density')).toEqual([0.2667, 0.2333, 0.2333])
    const [first] = found.series
    expect(first).toMatchObject({ measure: 'ei_index', group: 'country', wave: '2012-04-22', change: null })
    expect(first!.low!).toBeLessThan(-0.5)
    expect(first!.high!).toBeGreaterThan(-0.5)
    expect(found.series.find(({ measure }) => measure === 'asymmetry')!.group).toBe('country:FR>US')
  })

  it('counts what became of ties over the pairs that both waves looked at', () => {
    const all = changeOf(changingCorpus()).steps.filter(({ group }) => group === 'all')
    expect(all).toMatchObject([
      {
        from: '2012-04-22',
        to: '2017-04-23',
        kept: 6,
        gone: 2,
        born: 1,
        reborn: 0,
        unknown: 1,
        hamming: 3,
        observed: 36,
      },
      { kept: 5, gone: 2, born: 1, reborn: 1, unknown: 1, hamming: 4, observed: 36 },
    ])
    expect(all.map(({ jaccard }) => jaccard)).toEqual([6 / 9, 5 / 9])
    const abroad = changeOf(changingCorpus()).steps.filter(({ group }) => group === 'abroad')
    // Three French and three American sites read in both, four and three to cite on the other side.
    expect(abroad.map(({ kept, gone, born, unknown, observed }) => [kept, gone, born, unknown, observed])).toEqual([
      [1, 1, 1, 1, 21],
      [1, 1, 1, 1, 21],
    ])
  })

  it('tells how long ties were there, and never takes what nobody looked at for an end', () => {
    const { curves, tests } = changeOf(changingCorpus())
    const counts = curves.map(({ by, group, ties, ended, old, back }) => [`${by} ${group}`, ties, ended, old, back])
    expect(counts).toEqual([
      ['all ', 11, 4, 9, 1],
      ['border home', 6, 2, 6, 1],
      ['border abroad', 5, 2, 3, 0],
      ['zone content', 9, 2, 7, 0],
      ['zone blogroll', 2, 2, 2, 1],
    ])
    // 1827 days lie between the first two waves, 1813 between the last two. Two ties ended in the first of these times, two in the
    // second, four did not; the three that only one look or the last two saw fit all of these: p²p²p⁴ is greatest at 2/8, 2/8, 4/8.
    const [all] = curves
    expect(all!.turnbull.map(({ after, by, survival }) => [after, by, Number(survival.toFixed(6))])).toEqual([
      [1813, 1827, 0.75],
      [1827, 3640, 0.5],
    ])
    expect(tests.map(({ by, groups }) => [by, groups])).toEqual([
      ['border', ['home', 'abroad']],
      ['zone', ['content', 'blogroll']],
    ])
  })

  it('names who cites first and who follows, and where that is not known', () => {
    const corpus = changingCorpus()
    const told = (change: StudyChange) =>
      change.arrivals.map(({ target, source, place, after, by, origin }) =>
        [target, source, place, after, by, origin].join(' ').replaceAll('.example', ''),
      )
    const [w1, w2, w3] = planted.days
    // u3 is no vendor of software. f4 was not read in the first wave: it may have been there.
    expect(told(changeOf(corpus))).toEqual([
      `u1 f1 1  ${w1} `,
      `u1 f4 1  ${w2} `,
      `u1 f2 2 ${w1} ${w2} `,
      `u1 f3 4 ${w2} ${w3} `,
    ])
    datePage(corpus, 'http://f4.example/post', 'u1', '2011-03')
    datePage(corpus, 'http://f3.example/post', 'u2', '2010-05-06')
    expect(told(changeOf(corpus))).toEqual([
      'u1 f4 1 2011-03-01 2011-03-31 json-ld',
      'u1 f1 1  2012-04-22 ',
      `u1 f2 3 ${w1} ${w2} `,
      `u1 f3 4 ${w2} ${w3} `,
      'u2 f3 1 2010-05-06 2010-05-06 json-ld',
    ])
  })

  it('takes the earliest date that no wave contradicts: a vague one hides no good one', () => {
    const corpus = changingCorpus()
    datePage(corpus, 'http://f4.example/year', 'u1', '2012')
    datePage(corpus, 'http://f4.example/month', 'u1', '2012-03')
    datePage(corpus, 'http://f4.example/later', 'u1', '2012-04-02')
    const found = changeOf(corpus).arrivals.find(({ source }) => source === 'f4.example')
    // All of 2012 is not before the first wave's 22 April.
    expect(found).toMatchObject({ after: '2012-03-01', by: '2012-03-31', page: 'http://f4.example/month' })
  })

  it('says who stopped being a gatekeeper', () => {
    const steps = changeOf(changingCorpus()).gatekeepers.map(({ site, change, before, after }) => [
      site.replace('.example', ''),
      change,
      before,
      after,
    ])
    // f1, f2 and f4 reach u3 by u1; f3 reached u1 by u3.
    expect(steps).toEqual([
      ['u1', 'stayed', 1, 3],
      ['u3', 'stopped', 1, 0],
      ['u1', 'stayed', 3, 2],
    ])
  })

  it('gives the same for the same seed, and other intervals for another', () => {
    const [one, two, other] = [1, 1, 2].map(seed => JSON.stringify(changeOf(changingCorpus(), seed)))
    expect(one).toBe(two)
    expect(one).not.toBe(other)
  })

  it('goes by the days of waves, whichever was crawled first', () => {
    const [inOrder, todayFirst] = [changeOf(changingCorpus()), changeOf(changingCorpus([2, 0, 1]))]
    expect(todayFirst).toEqual(inOrder)
  })

  it('has nothing to tell of one wave', () => {
    const corpus = emptyCorpus()
    expect(findChange(corpus, { question, pair: null, seed: 1, resolution: 1 })).toBeNull()
  })
})
