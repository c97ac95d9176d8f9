/** A name or a prefix with the time in which it held: ISO 8601 dates (year, month or day), empty where not known. */
export interface Dated {
  readonly text: string
  readonly from: string
  readonly to: string
}

const period = /^(.*) \((\.\.|\d{4}(?:-\d\d){0,2})\/(\.\.|\d{4}(?:-\d\d){0,2})\)$/s

/** 'EchoDitto (../2013)': an interval as ISO 8601-2 writes it, '..' where a side is open or not known; no dates, no brackets. */
export function writeDated({ text, from, to }: Dated): string {
  // A name that looks dated by itself gets brackets of its own, so that reading gives it back.
  if (from === '' && to === '' && !period.test(text)) return text
  return `${text} (${from || '..'}/${to || '..'})`
}

/** Reads what writeDated wrote; a text without an interval of real dates is one without dates. */
export function readDated(written: string): Dated {
  const [, text = '', from = '', to = ''] = period.exec(written) ?? []
  const sides = [from, to].map(side => (side === '..' ? '' : side))
  if (text === '' || !sides.every(side => side === '' || isDate(side))) return { text: written, from: '', to: '' }
  return { text, from: sides[0]!, to: sides[1]! }
}

/** A year, month or day that the calendar has, as ISO 8601 writes it. */
export function isDate(text: string): boolean {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? []
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(8, 10) === day
}

/** Whether a time ends before it begins. What is left of both is compared: 2013 is no later than 2013-05. */
export function endsBefore({ from, to }: { readonly from: string; readonly to: string }): boolean {
  const length = Math.min(from.length, to.length)
  return to.slice(0, length) < from.slice(0, length)
}

/** Before the time from `from` to `to` (-1), in it (0) or after it (1): where `day` (2012-04-22) lies. The whole of a year or month that a side names is in it. */
export function sideOn({ from, to }: Pick<Dated, 'from' | 'to'>, day: string): -1 | 0 | 1 {
  if (from !== '' && day.slice(0, from.length) < from) return -1
  return to !== '' && day.slice(0, to.length) > to ? 1 : 0
}

/** Whether what holds from `from` to `to` held on `day`. */
export const holdsOn = (dates: Pick<Dated, 'from' | 'to'>, day: string): boolean => sideOn(dates, day) === 0
