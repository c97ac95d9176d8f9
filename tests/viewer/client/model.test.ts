import { describe, expect, it } from 'vitest'
import { createRandom } from '#graph/analysis/random.ts'
import { largestOf } from '#viewer/client/model/model.ts'
import { tinyModel } from './tiny-model.ts'

describe('buildModel(data)', () => {
  it('knows of each tie the one the other way round', () => {
    const random = createRandom('reverse')
    const all = Array.from({ length: 12 }, (_, from) => Array.from({ length: 12 }, (__, to) => ({ from, to }))).flat()
    const ties = all.filter(({ from, to }) => from !== to && random.next() < 0.4)
    const { reverse } = tinyModel(Array.from({ length: 12 }, (_, site) => `s${site}`), ties) // prettier-ignore
    expect([...reverse]).toEqual(
      ties.map(({ from, to }) => ties.findIndex(other => other.from === to && other.to === from)),
    )
    expect(new Set(reverse).size).toBeGreaterThan(10)
  })
})

describe('largestOf(count, most, of)', () => {
  it.each([0, 1, 6, 40, 100])('gives the first %i of those kept, as a sort does', most => {
    const random = createRandom('largest')
    const values = Array.from({ length: 60 }, () => random.int(9))
    const isKept = (index: number): boolean => index % 5 > 0
    const sorted = [...values.keys()].filter(isKept).sort((a, b) => values[b]! - values[a]! || a - b)
    expect(largestOf(60, most, { isKept, value: index => values[index]! })).toEqual(sorted.slice(0, most))
  })
})
