import { daysOfDate } from '#data/entity/days-of-date.ts'
import { type Dated, holdsOn, sideOn } from '#data/entity/dated.ts'
import { noonOf } from '#data/past-target.ts'
import type { Corpus } from '../base/corpus.ts'
import { isoTime } from '../base/iso-time.ts'
import type { Wave } from '../frontier/waves.ts'
import { type Reading, readingColumns } from './move-sightings.ts'
import type { PrefixInTime } from './prefixes-in-time.ts'

/** Whose an address is, by the dates of its prefix. */
export interface DatedSides {
  /** Null: it has no dates (any more). */
  readonly prefix: PrefixInTime | null
  /** Waves whose day is outside the dates. */
  readonly waves: ReadonlySet<number>
}

/**
 * Whether what a reading saw is outside the dates: by the day of its capture, which may lie across the border from the day of its wave; else
 * by that of the wave.
 */
export function isReadOutside({ prefix, waves }: DatedSides, { wave, at }: Pick<Reading, 'wave' | 'at'>): boolean {
  if (prefix === null || at === null) return waves.has(wave)
  return !holdsOn(prefix, isoTime(at).slice(0, 10))
}

const dayMs = 86_400_000

/** Whether captures that count for a wave of the past may lie on another side of these dates than its day. */
export function isCrossedBy(dates: Pick<Dated, 'from' | 'to'>, { past }: Pick<Wave, 'past'>): boolean {
  if (past === null) return false
  const noon = noonOf(past.date)!
  const [first, last] = [-1, 1].map(way => isoTime(noon + way * past.withinDays * dayMs).slice(0, 10))
  return sideOn(dates, first!) !== sideOn(dates, last!)
}

/** Waves whose last visit to the rows `pages` of an address is outside. Those that never asked are told by their day. */
export function wavesReadOutside(corpus: Corpus, sides: DatedSides, pages: readonly number[]): ReadonlySet<number> {
  const found = new Set(sides.waves)
  if (sides.prefix === null) return found
  const visits = corpus
    .sql<Reading>(
      `SELECT ${readingColumns} FROM visit JOIN wave ON wave.id = wave_id
       WHERE page_id IN (SELECT value FROM json_each(?)) AND wave.past <> '' ORDER BY visit.id`,
    )
    .all(JSON.stringify(pages))
  for (const visit of visits)
    if (isReadOutside(sides, visit)) found.add(visit.wave)
    else found.delete(visit.wave)
  return found
}

/** Condition on `visit`, the same as isReadOutside: with @list of the waves and @first and @last of `datesOf`. */
export const readOutside = `CASE WHEN captured_at IS NOT NULL AND wave_id IN (SELECT id FROM wave WHERE past <> '')
  THEN date(captured_at / 1000, 'unixepoch') NOT BETWEEN @first AND @last
  ELSE wave_id IN (SELECT value FROM json_each(@list)) END`

/** Parameters of readOutside. */
export const datesOf = ({ prefix, waves }: DatedSides): { first: string; last: string; list: string } => ({
  first: daysOfDate(prefix?.from ?? '')?.first ?? '',
  last: daysOfDate(prefix?.to ?? '')?.last ?? '9999-12-31',
  list: JSON.stringify([...waves]),
})
