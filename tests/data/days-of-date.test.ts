import { expect, it } from 'vitest'
import { daysOfDate } from '#data/entity/days-of-date.ts'

it.each([
  ['2012', '2012-01-01', '2012-12-31'],
  ['2012-02', '2012-02-01', '2012-02-29'],
  ['2100-02', '2100-02-01', '2100-02-28'],
  ['2012-11', '2012-11-01', '2012-11-30'],
  ['2012-04-22', '2012-04-22', '2012-04-22'],
])('daysOfDate(%s) is from %s to %s', (date, first, last) => expect(daysOfDate(date)).toEqual({ first, last }))

it.each(['', '12', '2012-13', '2012-02-30', 'today', '2012-4'])('daysOfDate(%o) is none', date =>
  expect(daysOfDate(date)).toBeNull(),
)
