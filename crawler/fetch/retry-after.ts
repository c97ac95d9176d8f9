/** A larger number of seconds counts as this one (RFC 9111, 1.2.2). */
const mostSeconds = 2 ** 31

/**
 * Milliseconds to wait that a Retry-After header asks for (RFC 9110, 10.2.3: seconds, or an HTTP date), at least 0. A header that came
 * several times asks for the longest. Null if it is absent or unreadable. `now` is in milliseconds since 1970.
 */
export function readRetryAfter(header: string | undefined, now: number): number | null {
  const text = (header ?? '').trim().slice(0, 200)
  const seconds = text.split(/\s*,\s*/).map(secondsIn)
  if (!seconds.includes(null)) return Math.round(Math.min(Math.max(...(seconds as number[])), mostSeconds) * 1000)
  const date = readHttpDate(text) ?? readIsoDate(text)
  return date === null ? null : Math.max(0, date - now)
}

/** Servers write '120s', too. */
function secondsIn(text: string): number | null {
  const found = /^(\d{1,50}(?:\.\d{1,50})?) ?(?:s|secs?|seconds?)?$/i.exec(text)
  return found === null ? null : Number(found[1])
}

/** No date of HTTP, and no less clear: '2026-11-22T10:01:00Z'. */
function readIsoDate(text: string): number | null {
  const isIso = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d{1,9})? ?(?:Z|[+-]\d\d:\d\d)$/i.test(text)
  const time = isIso ? Date.parse(text.replace(' ', 'T').replace(' ', '')) : Number.NaN
  return Number.isNaN(time) ? null : time
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const imfOrRfc850 =
  /^(?:[a-z]{3,9}, ?)?(\d{1,2})[ -]([a-z]{3})[ -](\d{2}|\d{4}) (\d{2}):(\d{2}):(\d{2})(?: (?:gmt|utc|[+-]0000))?$/i
const asctime = /^[a-z]{3} ([a-z]{3}) +(\d{1,2}) (\d{2}):(\d{2}):(\d{2}) (\d{4})$/i

/** Milliseconds since 1970 of any of HTTP's three date formats (RFC 9110, 5.6.7), or null. Always UTC. */
function readHttpDate(text: string): number | null {
  const [, ...a] = imfOrRfc850.exec(text.trim()) ?? []
  if (a.length > 0) return utc(fullYear(a[2]!), a[1]!, a[0]!, a[3]!, a[4]!, a[5]!)
  const [, ...b] = asctime.exec(text.trim()) ?? []
  return b.length > 0 ? utc(Number(b[5]), b[0]!, b[1]!, b[2]!, b[3]!, b[4]!) : null
}

// Two digits are of the window 1970–2069: the format is older than the century.
const fullYear = (digits: string) =>
  digits.length === 4 ? Number(digits) : Number(digits) + (Number(digits) < 70 ? 2000 : 1900)

function utc(year: number, monthName: string, ...rest: string[]): number | null {
  const month = months.indexOf(monthName.toLowerCase())
  const [day, hour, minute, second] = rest.map(Number)
  const time = Date.UTC(year, month, day, hour, minute, second)
  return month >= 0 && new Date(time).getUTCDate() === day && hour! < 24 && minute! < 60 && second! < 61 ? time : null
}
