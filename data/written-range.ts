import { daysOfDate } from './entity/days-of-date.ts'
import { Mistake } from './mistake.ts'

/** Days between which pages say that they were written, both included; '' is open. */
export interface WrittenRange {
  readonly since: string
  readonly until: string
}

const forms =
  'a year, a month or a day, or two of them as FROM..TO, either of which may be missing: 2012, 2011-06..2012-06, ..2012-04-22'

/**
 * Reads '2012', '2011-06', '2011-06-15', '2011-06..2012', '2011..', '..2012'.
 * @throws Mistake for what is no date of the calendar, for no bound at all, and for a range that ends before it begins.
 */
export function readWrittenRange(text: string): WrittenRange {
  const [from = '', to = from, ...rest] = text.trim().split('..')
  const [first, last] = [daysOfDate(from), daysOfDate(to)]
  const isRead = (side: string, days: object | null): boolean => side === '' || days !== null
  if (rest.length > 0 || (from === '' && to === '') || !isRead(from, first) || !isRead(to, last))
    throw new Mistake(`--written ${text}: expected ${forms}`)
  const range = { since: first?.first ?? '', until: last?.last ?? '' }
  if (range.since !== '' && range.until !== '' && range.until < range.since)
    throw new Mistake(`--written ${text}: ${range.until} is before ${range.since}; expected the earlier one first`)
  return range
}

/** The same as the map's addresses have it: a side at which a month begins or ends is that month, 'YYYY-MM', others their day; '' is open. */
export function shortRange({ since, until }: WrittenRange): WrittenRange {
  const [first, last] = [since.slice(0, 7), until.slice(0, 7)]
  return {
    since: daysOfDate(first)?.first === since ? first : since,
    until: daysOfDate(last)?.last === until ? last : until,
  }
}

/** As it is stored and told: '2011-06-01..2012-06-30'. */
export const writeWrittenRange = ({ since, until }: WrittenRange): string => `${since}..${until}`
