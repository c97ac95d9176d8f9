import { assert, constantFrom, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endsBefore, isDate, readDated, writeDated } from '#data/entity/dated.ts'

describe('writeDated and readDated', () => {
  it.each([
    ['EchoDitto', '', '2013', 'EchoDitto (../2013)'],
    ['Echo & Co', '2013-05', '', 'Echo & Co (2013-05/..)'],
    ['A (1999/2001)', '', '', 'A (1999/2001) (../..)'],
    ['LMP', '2012-01-05', '2018', 'LMP (2012-01-05/2018)'],
    ['Plain (2012)', '', '', 'Plain (2012)'],
  ])('%s, %s to %s', (text, from, to, written) => {
    expect(writeDated({ text, from, to })).toBe(written)
    expect(readDated(written)).toEqual({ text, from, to })
  })

  it('takes what is no interval of real dates for a part of the name', () => {
    for (const text of ['A (2013-13/..)', 'A (2013-02-30/..)', 'A (later/..)', '(2012/2013)', ''])
      expect(readDated(text)).toEqual({ text, from: '', to: '' })
  })

  it('gives back whatever was written', () => {
    const dates = constantFrom('', '1999', '2013-05', '2020-02-29')
    assert(
      property(string({ minLength: 1 }), dates, dates, (text, from, to) => {
        expect(readDated(writeDated({ text, from, to }))).toEqual({ text, from, to })
      }),
    )
  })
})

describe('dates', () => {
  it('are those that the calendar has', () => {
    expect(['2013', '2013-05', '2012-02-29'].every(isDate)).toBe(true)
    expect(['2013-00', '2013-02-29', '13', '2013-5', ''].some(isDate)).toBe(false)
  })

  it('end before they begin when what both tell says so', () => {
    expect(endsBefore({ from: '2014', to: '2013-05' })).toBe(true)
    expect(endsBefore({ from: '2013-05', to: '2013' })).toBe(false)
    expect(endsBefore({ from: '', to: '2013' })).toBe(false)
  })
})
