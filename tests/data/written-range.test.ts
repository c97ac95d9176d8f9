import { describe, expect, it } from 'vitest'
import { Mistake } from '#data/mistake.ts'
import { readWrittenRange, shortRange, writeWrittenRange } from '#data/written-range.ts'

describe('readWrittenRange(text)', () => {
  it.each([
    ['2012', '2012-01-01', '2012-12-31'],
    ['2011-06', '2011-06-01', '2011-06-30'],
    ['2011-06-15', '2011-06-15', '2011-06-15'],
    ['2011-06..2012-02', '2011-06-01', '2012-02-29'],
    ['2011-06-15..2012', '2011-06-15', '2012-12-31'],
    ['2011..', '2011-01-01', ''],
    ['..2012-04-22', '', '2012-04-22'],
    [' 2012 ', '2012-01-01', '2012-12-31'],
  ])('reads %s', (text, since, until) => {
    expect(readWrittenRange(text)).toEqual({ since, until })
    expect(readWrittenRange(writeWrittenRange({ since, until }))).toEqual({ since, until })
  })

  it.each([
    '',
    '..',
    '12',
    '2012-13',
    '2012-02-30',
    'yesterday',
    '2011..2012..2013',
    '2011-2012',
    '2011...2012',
    '2011 to 2012',
  ])('refuses %o in one sentence that says what was expected', text => {
    expect(() => readWrittenRange(text)).toThrow(Mistake)
    expect(() => readWrittenRange(text)).toThrow(/^--written [^\n]*: expected a year, a month or a day, [^\n]*$/)
  })

  it('refuses a range that ends before it begins', () =>
    expect(() => readWrittenRange('2013..2012')).toThrow(
      '--written 2013..2012: 2012-12-31 is before 2013-01-01; expected the earlier one first',
    ))
})

describe('shortRange(range)', () => {
  it.each([
    ['2012', '2012-01', '2012-12'],
    ['..2012-02', '', '2012-02'],
    ['2011-06-01..2012-06-30', '2011-06', '2012-06'],
    ['2011-06-15..2012-06-02', '2011-06-15', '2012-06-02'],
    ['2011-06-15..2012', '2011-06-15', '2012-12'],
    ['2012-04-22', '2012-04-22', '2012-04-22'],
    ['2012-02-29..', '2012-02-29', ''],
  ])('gives %s in months, and in days where it begins or ends within one', (text, since, until) =>
    expect(shortRange(readWrittenRange(text))).toEqual({ since, until }),
  )
})
