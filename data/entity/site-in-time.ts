import type { EntityId, Lru } from '../url/brand.ts'
import { type Dated, sideOn } from './dated.ts'
import { daysOfDate } from './days-of-date.ts'

/** A prefix of a list, the site that has it, and since when and until when; '' where a side is open. */
export interface SiteInTime extends Pick<Dated, 'from' | 'to'> {
  readonly lru: Lru
  readonly site: EntityId
}

const dayMs = 86_400_000
const begin = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/**
 * When captures are of whoever has a prefix on `day` (2012-04-22): first and last millisecond since 1970, null where a side is open. Null: at any
 * time, since it has no dates.
 */
export function timesOfOwner(
  dates: Pick<Dated, 'from' | 'to'>,
  day: string,
): { readonly first: number | null; readonly last: number | null } | null {
  if (dates.from + dates.to === '') return null
  const since = daysOfDate(dates.from)?.first
  const until = daysOfDate(dates.to)?.last
  const [from, to] = [since === undefined ? null : begin(since), until === undefined ? null : begin(until) + dayMs - 1]
  const side = sideOn(dates, day)
  if (side < 0) return { first: null, last: from! - 1 }
  return side > 0 ? { first: to! + 1, last: null } : { first: from, last: to }
}
