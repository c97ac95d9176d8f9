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
    ['Sun, 22 Nov 2026 10:01:00 +0000', 60_000],
    ['Sun,22 Nov 2026 10:01:00 GMT', 60_000],
    // RFC 9111, 1.2.2: what is too large counts as 2^31 seconds. It is no reason to come back at once.
    ['99999999999', 2 ** 31 * 1000],
    [`${'9'.repeat(40)}`, 2 ** 31 * 1000],
    // RFC 9110, 5.3: two lines of one header are joined by a comma.
    ['120, 60', 120_000],
    ['120s', 120_000],
    ['2026-11-22T10:01:00Z', 60_000],
    ['2026-11-22T11:01:00+01:00', 60_000],
  ])('reads %j as %d ms', (header, expected) => {
    expect(readRetryAfter(header, now)).toBe(expected)
  })

  it.each([
    undefined,
    '',
    'soon',
    '-1',
    '120, soon',
    '2026-11-22T10:01:00',
    '2026-13-45T10:01:00Z',
    'Sun, 31 Feb 2027 10:01:00 GMT',
    'Sun, 22 Nov 2026 25:00:00 GMT',
  ])('finds nothing in %j', header => {
    expect(readRetryAfter(header, now)).toBeNull()
  })
})
