import { readDated } from '#data/entity/dated.ts'
import { daysOfDate } from '#data/entity/days-of-date.ts'
import type { ExportNode } from '../../model/export-model.ts'

/** A time in which a site was there: ISO 8601 days, both included; '' is open. */
export interface Stretch {
  readonly from: string
  readonly to: string
}

/** When a site was there, by the dates of its addresses: always, where one of them has none. Ascending, apart from each other. */
export function stretchesOf({ prefixes, datedPrefixes }: Pick<ExportNode, 'prefixes' | 'datedPrefixes'>): Stretch[] {
  if (datedPrefixes.length === 0 || datedPrefixes.length < prefixes.length) return [{ from: '', to: '' }]
  const own = datedPrefixes
    .map(readDated)
    .map(({ from, to }) => ({ from: daysOfDate(from)?.first ?? '', to: daysOfDate(to)?.last ?? '' }))
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
  const joined: Stretch[] = []
  for (const stretch of own) {
    const last = joined.at(-1)
    if (last === undefined || (last.to !== '' && dayAfter(last.to) < stretch.from)) joined.push(stretch)
    else if (last.to !== '' && (stretch.to === '' || stretch.to > last.to))
      joined[joined.length - 1] = { ...last, to: stretch.to }
  }
  return joined
}

export const dayMs = 86_400_000

/** Days since 1970 of an ISO 8601 day. */
export const dayNumber = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / dayMs)

const dayAfter = (day: string): string => new Date((dayNumber(day) + 1) * dayMs).toISOString().slice(0, 10)

export const wasThere = (stretches: readonly Stretch[], day: string): boolean =>
  stretches.some(({ from, to }) => (from === '' || from <= day) && (to === '' || day <= to))

/** The same in units of waves, 1 … n, a day between two waves in between: what RSiena takes for composition change. Outside all waves: none. */
export function waveUnits(
  stretches: readonly Stretch[],
  days: readonly string[],
): (readonly [from: number, to: number])[] {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  return stretches
    .filter(({ from, to }) => (from === '' || from <= last) && (to === '' || to >= first))
    .map(({ from, to }) => [from === '' ? 1 : unitOf(from, days), to === '' ? days.length : unitOf(to, days)])
}

function unitOf(day: string, days: readonly string[]): number {
  const after = days.findIndex(own => own >= day)
  if (after < 0) return days.length
  if (after === 0 || days[after] === day) return after + 1
  const [before, next] = [dayNumber(days[after - 1]!), dayNumber(days[after]!)]
  return Number((after + (dayNumber(day) - before) / (next - before)).toFixed(4))
}
