import { describe, expect, it } from 'vitest'
import type { Attribute } from '#graph/analysis/attribute.ts'
import { benjaminiHochberg } from '#graph/analysis/nulls/benjamini-hochberg.ts'
import { compareWithNull } from '#graph/analysis/nulls/compare-with-null.ts'
import { permute } from '#graph/analysis/nulls/permute.ts'
import { eiIndexOf, mixingMatrix } from '#graph/analysis/measures/mixing.ts'
import { createRandom } from '#graph/analysis/random.ts'
import { plantedPartition } from '../planted.ts'

describe('compareWithNull(value, nullValues)', () => {
  it('gives mean, sd, z and p of a hand-worked case', () => {
    // Mean 3, sd √2.5; centre of all six (1+2+3+4+5+9)/6 = 4: no run lies 5 or more away.
    expect(compareWithNull(9, [1, 2, 3, 4, 5])).toEqual({
      nullMean: 3,
      nullSd: Math.sqrt(2.5),
      z: 6 / Math.sqrt(2.5),
      p: 1 / 6,
      runs: 5,
    })
  })

  it('counts a run that lies exactly as far out, on either side', () => {
    expect(compareWithNull(2, [0, 1, 1, 1]).p).toBe(2 / 5)
  })

  it('has no z where the null does not vary, and p = 1 when nothing differs', () => {
    expect(compareWithNull(3, [3, 3, 3])).toEqual({ nullMean: 3, nullSd: 0, z: null, p: 1, runs: 3 })
  })

  it('leaves out runs without a value, and says nothing of a value that is none', () => {
    expect(compareWithNull(1, [1, NaN, 2]).runs).toBe(2)
    expect(compareWithNull(NaN, [1, 2]).p).toBe(null)
  })
})

describe('p-values under the null', () => {
  /** χ² of the counts of p in 1/20, 2/20 … 1 against equal shares; 19 degrees of freedom: 99.9 % lie below 43.8. */
  function chiSquareOf(ps: readonly number[]): number {
    const counts = Array.from({ length: 20 }, () => 0)
    for (const p of ps) counts[Math.round(p * 20) - 1]!++
    return counts.reduce((sum, count) => sum + (count - ps.length / 20) ** 2 / (ps.length / 20), 0)
  }

  const { graph } = plantedPartition({ nodes: 60, groups: 3, degree: 5, inside: 0.5 }, createRandom(1))

  it('are uniform for labels dealt out anew: 1,000 dealings against 19 runs each', () => {
    const random = createRandom('uniform permute')
    const groups: Attribute = {
      name: 'group',
      values: ['a', 'b', 'c'],
      classOf: Int32Array.from({ length: 60 }, (_, at) => at % 3),
    }
    const ps = Array.from({ length: 1000 }, (_, trial) => {
      const own = random.stream(trial)
      const observed = permute(groups, own.stream('observed'))
      const value = (labels: Attribute, name: string | number) =>
        eiIndexOf(mixingMatrix(graph, labels)) + 1e-6 * own.stream(`tie ${name}`).next()
      const runs = Array.from({ length: 19 }, (__, run) => value(permute(observed, own.stream(run)), run))
      return compareWithNull(value(observed, 'observed'), runs).p!
    })
    expect(chiSquareOf(ps)).toBeLessThan(43.8)
  })
})

describe('permute(attribute, random)', () => {
  it('keeps how many nodes each class has, and which nodes have none', () => {
    const attribute = { name: 'a', values: ['x', 'y'], classOf: Int32Array.of(0, -1, 1, 1, -1, 0, 1) }
    const { classOf } = permute(attribute, createRandom(1))
    expect([...classOf].toSorted()).toEqual([...attribute.classOf].toSorted())
    expect([classOf[1], classOf[4]]).toEqual([-1, -1])
  })
})

describe('benjaminiHochberg(p)', () => {
  it('gives the q-values of the paper’s 15 example tests: four are rejected at 5 %', () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1,
    ]
    const q = benjaminiHochberg(p)
    expect(q.filter(value => value! <= 0.05).length).toBe(4)
    expect(q[3]).toBeCloseTo((0.0095 * 15) / 4, 12)
    expect(q[6]).toBeCloseTo((0.0298 * 15) / 7, 12)
    expect(q[14]).toBe(1)
  })

  it('keeps the order and leaves out what is no test', () => {
    expect(benjaminiHochberg([0.04, null, 0.01])).toEqual([0.04, null, 0.02])
  })
})
