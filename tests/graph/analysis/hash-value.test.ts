import { serialize } from 'node:v8'
import { describe, expect, it } from 'vitest'
import { hashOfValue } from '#graph/analysis/memory/hash-value.ts'

/** The same numbers, as V8 keeps them after a half stood among them. */
function asDoubles(numbers: readonly number[]): number[] {
  const doubles = [0.5, ...numbers.slice(1)]
  doubles[0] = numbers[0]!
  return doubles
}

describe('hashOfValue(value)', () => {
  it('is one for equal values, however the engine keeps them and in whatever order properties were set', () => {
    // The two are written otherwise by V8: the test would not tell if they were not.
    expect(serialize(asDoubles([1, 2, 3])).equals(serialize([1, 2, 3]))).toBe(false)
    expect(hashOfValue({ list: asDoubles([1, 2, 3]), name: 'a' })).toBe(hashOfValue({ name: 'a', list: [1, 2, 3] }))
    const bits = new Float64Array([1, 0])
    new DataView(bits.buffer).setBigUint64(8, 0xfff8000000000001n, true)
    expect(hashOfValue(bits)).toBe(hashOfValue(new Float64Array([1, Number.NaN])))
    expect(hashOfValue(new Float64Array([0, 1, 2]).subarray(1))).toBe(hashOfValue(new Float64Array([1, 2])))
  })

  it('is another for every other value, also where parts are joined otherwise', () => {
    const values = [
      null,
      undefined,
      true,
      'true',
      '',
      0,
      -0,
      1,
      '1',
      1n,
      Number.NaN,
      [],
      {},
      new Map(),
      new Set(),
      [1, 2],
      [12],
      ['1', '2'],
      ['12'],
      ['a', ['b']],
      [['a'], 'b'],
      { a: 'b' },
      ['a', 'b'],
      new Map([['a', 'b']]),
      new Set(['a', 'b']),
      new Float64Array([1, 2]),
      new Float64Array([2, 1]),
      new Float32Array([1, 2]),
      new Int32Array([1, 2]),
      new Uint32Array([1, 2]),
    ]
    expect(new Set(values.map(hashOfValue)).size).toBe(values.length)
  })
})
