const months = [
  /^jan/,
  /^f[eé][bv]/,
  /^mar/,
  /^a[pv]r/,
  /^ma[iy]$/,
  /^(?:june?|juin)$/,
  /^jui?l/,
  /^a[ou][uû]?[gt]/,
  /^sep/,
  /^oct/,
  /^nov/,
  /^d[eé]c/,
]
const iso = /^(\d{4})-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?)?)?(?!\d)/i
const compact = /^(\d{4})(\d{2})(\d{2})(?:T\d*Z?)?$/
const slashed = /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?!\d)/
const dayFirst = /(?:^|\s)(\d{1,2})(?:er|st|nd|rd|th)?\s+(\p{L}{3,9})\.?,?\s+(\d{4})(?!\d)/u
const monthFirst = /(?:^|\s)(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u

/**
 * A date as pages write it, in ISO 8601: 'YYYY-MM', 'YYYY-MM-DD' or with time and offset as far as stated. Reads ISO forms,
 * 'YYYY/MM/DD', and days with French or English names of months; not '03/04/2012', which means two things. Empty when it
 * is none of these, or no day between 1990 and 2099.
 */
export function isoDate(text: string): string {
  const trimmed = text.trim().slice(0, 80)
  const exact = iso.exec(trimmed)
  if (exact !== null) {
    const [, year, month, day, time, zone] = exact
    const date = dateOf(year!, month!, day)
    return date === '' || time === undefined ? date : `${date}T${time}${zoneOf(zone)}`
  }
  const numeric = compact.exec(trimmed) ?? slashed.exec(trimmed)
  if (numeric !== null) return dateOf(numeric[1]!, numeric[2]!, numeric[3])
  const named = dayFirst.exec(trimmed)
  if (named !== null) return dateOf(named[3]!, monthNumber(named[2]!), named[1])
  const american = monthFirst.exec(trimmed)
  return american === null ? '' : dateOf(american[3]!, monthNumber(american[1]!), american[2])
}

function dateOf(year: string, month: string, day: string | undefined): string {
  const [m, d] = [month.padStart(2, '0'), day?.padStart(2, '0')]
  if (year < '1990' || year > '2099' || m < '01' || m > '12') return ''
  if (d === undefined) return `${year}-${m}`
  const isDay = d >= '01' && Number(d) <= new Date(Date.UTC(Number(year), Number(m), 0)).getUTCDate()
  return isDay ? `${year}-${m}-${d}` : ''
}

function zoneOf(zone: string | undefined): string {
  if (zone === undefined || zone.includes(':')) return zone ?? ''
  return zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone.toUpperCase()
}

function monthNumber(name: string): string {
  const index = months.findIndex(month => month.test(name.toLowerCase()))
  return String(index + 1)
}
