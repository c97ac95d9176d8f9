import type { Url } from '#data/url/brand.ts'

/** A rule that tells endless addresses from pages. `year`: the year of the wave's start. */
interface TrapRule {
  readonly name: string
  readonly catches: (address: Address, year: number) => boolean
}

interface Address {
  readonly length: number
  /** Path segments without the empty ones. */
  readonly segments: readonly string[]
  /** Query parameters in their order: [name, value]. */
  readonly parameters: readonly (readonly [string, string])[]
}

/**
 * Addresses that programs make without end. Each rule looks at one address alone, so that what is cut depends neither on
 * time nor on the order of answers; the page limit of the entity bounds what they miss. After Heritrix's rules
 * (PathologicalPathDecideRule, TooManyPathSegmentsDecideRule), with bounds that pages of blogs and shops stay below.
 */
export const trapRules: readonly TrapRule[] = [
  { name: 'too-long', catches: ({ length }) => length > 2_000 },
  { name: 'too-many-segments', catches: ({ segments }) => segments.length > 20 },
  { name: 'repeated-segments', catches: ({ segments }) => repeatsInRow(segments) || repeatsOften(segments) },
  { name: 'growing-query', catches: ({ parameters }) => parameters.length > 12 || repeatsName(parameters) },
  { name: 'session-id', catches: holdsSession },
  { name: 'calendar', catches: isFarDate },
]

/** Name of the first rule that catches `url`, or null. */
export function trapOf(url: Url, year: number): string | null {
  const { pathname, searchParams } = new URL(url)
  const segments = pathname.split('/').filter(segment => segment !== '')
  const address = { length: url.length, segments, parameters: [...searchParams] }
  return trapRules.find(rule => rule.catches(address, year))?.name ?? null
}

/** One, two or three segments that come three times in a row: /a/b/a/b/a/b. */
function repeatsInRow(segments: readonly string[]): boolean {
  for (let size = 1; size <= 3; size++)
    for (let at = 0; at + 3 * size <= segments.length; at++) {
      const same = (offset: number) => segments[at + offset] === segments[at + offset + size]
      if (Array.from({ length: 2 * size }, (_, offset) => offset).every(same)) return true
    }
  return false
}

/** A segment that comes more than three times, numbers left out: /2004/04/04/04 is a date. */
function repeatsOften(segments: readonly string[]): boolean {
  const words = segments.filter(segment => !/^\d+$/.test(segment))
  return words.some(word => words.filter(other => other === word).length > 3)
}

/** The same parameter more than five times (names with [] are lists that forms make). */
function repeatsName(parameters: Address['parameters']): boolean {
  const names = parameters.map(([name]) => name).filter(name => !name.endsWith('[]'))
  return names.some(name => names.filter(other => other === name).length > 5)
}

const sessionNames =
  /^(?:jsessionid|phpsessid|aspsessionid\w*|asp\.net_sessionid|cfid|cftoken|sessionid|session_id|sid|zenid|oscsid)$/i
const sessionValue = /^[\da-z_-]{16,}(?:[.!].*)?$/i

/** The id of a visit in the address: a new one at each visit makes each page new. */
function holdsSession({ segments, parameters }: Address): boolean {
  if (parameters.some(([name, value]) => sessionNames.test(name) && sessionValue.test(value))) return true
  return segments.some(segment => {
    const [, name = '', value = ''] = /;([\w.]+)=([^;]+)/.exec(segment) ?? []
    return sessionNames.test(name) && sessionValue.test(value)
  })
}

const calendarWord =
  /^(?:calendar|calendrier|agenda|kalender|events?|evenements?|event-list|planning|schedule|month|week|day|jour|mois|semaine|ical)$/i
const dateParameter = /^(?:date|day|month|year|week|mois|annee|jour|ical|tribe-bar-date|eventdate)$/i

/** A calendar's page of a year in which nothing is planned any more, or nothing was on the Web yet. */
function isFarDate({ segments, parameters }: Address, year: number): boolean {
  const isCalendar = segments.some(segment => calendarWord.test(segment.replace(/\.\w+$/, '')))
  const years = [
    ...parameters.map(([name, value]) => (dateParameter.test(name) ? yearIn(name, value) : null)),
    ...(isCalendar ? [segments.join('/'), ...parameters.map(([, value]) => value)].map(yearOfDate) : []),
  ]
  return years.some(named => named !== null && (named > year + 1 || named < 1990))
}

/** In a parameter that holds a date: '2045-11-01', '20451101'; a number alone is a year where the parameter says so ('1871'). */
function yearIn(name: string, text: string): number | null {
  const found = (/^(?:year|annee)$/i.test(name) ? yearAlone : yearAndMonth).exec(text)
  return found === null ? null : Number(found[1])
}
const yearAlone = /^([12]\d{3})(?!\d)/
const yearAndMonth =
  /(?:^|\D)([12]\d{3})(?:[-_/.](?:0?[1-9]|1[0-2])(?!\d)|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d))/

/**
 * Elsewhere the number of an event or an article looks like a year (/agenda/1204, /events/1532-10-ans): a date is a year of
 * calendars with its month, whole between slashes, or eight figures.
 */
function yearOfDate(text: string): number | null {
  const found =
    /(?:^|\/)((?:19|2[01])\d\d)(?:[-_/.](?:0?[1-9]|1[0-2])(?:[-_/.](?:0?[1-9]|[12]\d|3[01]))?|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?:$|\/)/.exec(
      text,
    )
  return found === null ? null : Number(found[1])
}
