import { describe, expect, it } from 'vitest'
import { compareWithNull } from '#graph/analysis/nulls/compare-with-null.ts'
import { settledTests } from '#graph/analysis/nulls/settled-tests.ts'
import { isBeyondDoubt, staysStrange } from '#graph/analysis/nulls/settled.ts'
import { type Question, questionsOf } from '#graph/analysis/questions.ts'
import { createRandom } from '#graph/analysis/random.ts'

const random = createRandom('settled')
const draws = Array.from({ length: 50 }, () => random.next())
const questions = questionsOf({}, [], null).filter(({ nulls }) => nulls.includes('rewire'))
const ofWhole = questions
  .filter(({ measure }) => !/^triad_|^rich_club$/.test(measure.name))
  .map(({ measure }) => measure.name)

/** The measures that are settled when those of `far` stand at 100 and the others where no run of fifty is, in no doubt or in some. */
function settledWhen(far: readonly string[], others: number): string[] {
  const answerTo = ({ measure }: Question) => [{ of: '', value: far.includes(measure.name) ? 100 : others }]
  const settled = settledTests({
    questions,
    draws: questions.map(() => draws.map(draw => Float64Array.of(draw))),
    answerTo,
  })
  return [...settled].map(at => questions[at]!.measure.name)
}

describe('settledTests(asked)', () => {
  it('settles what stands far out where so much of its table does that no correction takes it back', () => {
    // Nine tests of the whole network: with p = 1/51 four must stand out, as 9 / (4 × 51) = 0.044 and 9 / (3 × 51) = 0.059.
    expect(ofWhole).toHaveLength(9)
    expect(settledWhen(ofWhole.slice(0, 4), 1.2)).toEqual(ofWhole.slice(0, 4))
    expect(settledWhen(ofWhole.slice(0, 3), 1.2)).toEqual([])
  })

  it('tells tables apart: triads that stand out settle nothing of the whole network', () => {
    const triads = questions.map(({ measure }) => measure.name).filter(name => name.startsWith('triad_'))
    expect(settledWhen([...triads, 'modularity'], 1.2)).toEqual(triads)
  })

  it('settles what asks for communities after a hundred runs of which one or more was as far out, and nothing else', () => {
    const searched = ['communities', 'modularity', 'modularity_weighted', 'community_nmi']
    const settledAfter = (runs: number, asFar: number) => {
      const spread = Array.from({ length: runs }, (_, run) => Float64Array.of(run < asFar ? 3 : run % 2 ? 1 : -1))
      const settled = settledTests({
        questions,
        draws: questions.map(() => spread),
        answerTo: () => [{ of: '', value: 2.5 }],
      })
      return [...settled].map(at => questions[at]!.measure.name)
    }
    expect(settledAfter(50, 4)).toEqual([])
    expect(settledAfter(100, 4).toSorted()).toEqual(searched.toSorted())
    expect(settledAfter(100, 1).toSorted()).toEqual(searched.toSorted())
    expect(settledAfter(100, 0)).toEqual([])
  })

  it('settles what the runs surround, and never what is merely strange', () => {
    expect(settledWhen([], 0.5)).toHaveLength(questions.length)
    expect(settledWhen([], 1.2)).toEqual([])
  })
})

describe('isBeyondDoubt(value, nullValues)', () => {
  it('needs three standard deviations, or runs that are all the same, and no run as far out', () => {
    const spread = Array.from({ length: 50 }, (_, at) => (at % 2 ? 1 : -1))
    expect(isBeyondDoubt(3.1, spread)).toBe(true)
    expect(isBeyondDoubt(2.9, spread)).toBe(false)
    expect(isBeyondDoubt(1000, [1001, ...Array.from({ length: 199 }, () => 0)])).toBe(false)
    const same = Array.from({ length: 50 }, () => 12)
    expect(isBeyondDoubt(20, same)).toBe(true)
    expect(isBeyondDoubt(12, same)).toBe(false)
  })

  it('calls one value of a thousand strange, at most, that all runs would not: 4,000 tests of skew and of normal nulls', () => {
    // Cubes of exponentials: one draw in a thousand lies twelve standard deviations out.
    const skew = () => (-Math.log(1 - random.next())) ** 3
    const normal = () => Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next())
    let [turned, found] = [0, 0]
    for (let test = 0; test < 4000; test++) {
      const draw = test % 2 ? skew : normal
      const [value, all] = [draw(), Array.from({ length: 200 }, draw)]
      if (!isBeyondDoubt(value, all.slice(0, 50))) continue
      found++
      if (compareWithNull(value, all).p! > 0.05) turned++
    }
    // 4 of 4,000; by the binomial law more than 12 come once in ten thousand times.
    expect(turned).toBeLessThanOrEqual(12)
    expect(found).toBeGreaterThan(20)
  })
})

describe('staysStrange(sure, tests)', () => {
  it('is the correction of Benjamini & Hochberg in its worst case: none of the others is strange', () => {
    expect(staysStrange([0.02, 0.01], 5)).toBe(true)
    expect(staysStrange([0.02, 0.01], 6)).toBe(false)
    expect(staysStrange([], 1)).toBe(false)
  })
})
