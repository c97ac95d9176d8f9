import { isDate } from './dated.ts'

/** First and last day, ISO 8601, of a year, a month or a day; null: it is none. */
export function daysOfDate(date: string): { readonly first: string; readonly last: string } | null {
  if (!isDate(date)) return null
  const [year = '', month, day] = date.split('-')
  if (day !== undefined) return { first: date, last: date }
  const ends = month ?? '12'
  // Day 0 of the month after is the last one of this; months count from 0.
  const length = new Date(Date.UTC(Number(year), Number(ends), 0)).getUTCDate()
  return { first: `${year}-${month ?? '01'}-01`, last: `${year}-${ends}-${length}` }
}
