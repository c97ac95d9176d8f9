import { describe, expect, it } from 'vitest'
import { createRandom } from '#graph/analysis/random.ts'
import { sixDigits } from '#viewer/server/six-digits.ts'

const byText = (value: number): number => Number(value.toPrecision(6))

describe('sixDigits(value)', () => {
  it('is what the text of six digits says, to the last bit', () => {
    const random = createRandom('digits')
    for (let draw = 0; draw < 30_000; draw++) {
      const size = 10 ** (random.int(46) - 26)
      // Numbers of seven digits lie half-way between two of six.
      const part = draw % 3 === 0 ? random.int(10_000_000) / 10_000_000 : random.next()
      const value = (draw % 2 ? 1 : -1) * part * size
      expect(sixDigits(value)).toBe(byText(value))
    }
  })

  it.each([0, -0, 1, 0.1, 0.1234565, 999_999.5, 0.9999995, 99_999.95, 123_456.5, 1e-22, 5e-324, 1e300, NaN, Infinity])(
    'holds at the borders: %s',
    value => expect(sixDigits(value)).toBe(byText(value)),
  )
})
