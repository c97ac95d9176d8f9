import { describe, expect, it } from 'vitest'
import { readRetryAfter } from '#crawler/fetch/retry-after.ts'

const now = Date.UTC(2026, 10, 22, 10, 0, 0)

describe('readRetryAfter(header, now)', () => {
  it.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['1.5', 1500],
    ['Sun, 22 Nov 2026 10:01:00 GMT', 60_000],
    ['Sunday, 22-Nov-26 10:01:00 GMT', 60_000],
    ['Sun Nov 22 10:01:00 2026', 60_000],
    ['Sun Nov  1 10:01:00 2026', 0],
    ['Sun, 22 Nov 2026 09:00:00 GMT', 0],
    ['22 Nov 2026 10:01:00', 60_000],
    ['Sun, 22 Nov 1994 10:01:00 GMT', 0],
  ])('reads %j as %d ms', (header, expected) => {
    expect(readRetryAfter(header, now)).toBe(expected)
  })

  it.each([
    undefined,
    '',
    'soon',
    '-1',
    '99999999999',
    'Sun, 31 Feb 2027 10:01:00 GMT',
    'Sun, 22 Nov 2026 25:00:00 GMT',
  ])('finds nothing in %j', header => {
    expect(readRetryAfter(header, now)).toBeNull()
  })
})
