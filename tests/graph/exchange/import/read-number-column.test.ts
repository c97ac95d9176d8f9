import { describe, expect, it } from 'vitest'
import { readNumberColumn } from '#graph/exchange/import/read-number-column.ts'

const read = (separator: string, ...cells: string[]) => readNumberColumn(cells, separator)

describe('readNumberColumn(cells, separator)', () => {
  it.each([
    ['an English grouping that two commas settle', ',', ['1,234,567', '1,200'], [1_234_567, 1200]],
    ['an English grouping that a decimal point settles', ',', ['1,200', '3.5'], [1200, 3.5]],
    ['a grouping beside bare numbers below 1,000', ',', ['1,200', '950', '12,500'], [1200, 950, 12_500]],
    ['decimal commas that another length settles', ';', ['1,200', '2,5'], [1.2, 2.5]],
    ['decimal commas that a leading 0 settles', ',', ['1,234', '0,567'], [1.234, 0.567]],
    ['a German grouping', ';', ['1.234.567', '1.200,5'], [1_234_567, 1200.5]],
    ['a German grouping beside bare numbers', ';', ['1.200', '950'], [1200, 950]],
    ['decimal points of three digits', ',', ['1.200', '950'], [1.2, 950]],
    ['the spaces of French numbers', ';', ['1 200', '12\u202f500,5', '3\u00a0000'], [1200, 12_500.5, 3000]],
    ['the apostrophes of Swiss numbers', ',', ["1'200.5", '1’000'], [1200.5, 1000]],
    ['powers of ten', ',', ['1e3', '2.5E-1'], [1000, 0.25]],
  ])('reads %s', (_, separator, cells, numbers) => {
    expect(readNumberColumn(cells, separator)).toEqual({ numbers, wrong: [], doubtful: '' })
  })

  it('reads words for a missing number as none', () => {
    const words = ['', 'NA', 'NaN', 'NAN', 'null', '#N/A', 'Infinity', '-inf', ' na ']
    expect(read(',', ...words, '2').numbers).toEqual([...words.map(() => null), 2])
  })

  it('refuses a comma that nothing settles, but takes it for decimals beside semicolons, and says so', () => {
    expect(read(',', '1,234', '5,678').wrong).toEqual([
      { at: 0, found: "the weight '1,234', which may be 1234 or 1.234," },
      { at: 1, found: "the weight '5,678', which may be 5678 or 5.678," },
    ])
    expect(read(';', '1,234')).toEqual({ numbers: [1.234], wrong: [], doubtful: '1,234' })
    expect(read(';', '1.234')).toEqual({ numbers: [1.234], wrong: [], doubtful: '1.234' })
  })

  it('refuses a comma that means two things, and what is no number', () => {
    expect(read(',', '1,5', '1,200.5').wrong).toHaveLength(2)
    expect(read(',', 'lots', '2').wrong).toEqual([{ at: 0, found: 'a weight that is no number' }])
  })
})
