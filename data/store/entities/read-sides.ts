import { daysOfDate } from '#data/entity/days-of-date.ts'
import { type Dated, holdsOn, sideOn } from '#data/entity/dated.ts'
import { noonOf } from '#data/past-target.ts'
import type { Corpus } from '../base/corpus.ts'
import { isoTime } from '../base/iso-time.ts'
import type { Wave } from '../frontier/waves.ts'
import { type Reading, readingColumns } from './move-sightings.ts'
import type { PrefixInTime } from './prefixes-in-time.ts'

/**
 * Which row of an address a reading belongs to (`page.outside`): inside the dates of its prefix or outside them, and each of the two a second time for
 * readings that the dates would have kept from being made, which count for nobody.
 */
export type PageSide = 0 | 1 | 2 | 3
export const [inside, outside, asideInside, asideOutside]: readonly [0, 1, 2, 3] = [0, 1, 2, 3]

/** Whose an address is, by the dates of its prefix. */
export interface DatedSides {
  /** Null: it has no dates (any more). */
  readonly prefix: PrefixInTime | null
  /** Waves whose day is outside the dates. */
  readonly waves: ReadonlySet<number>
  /** The day of every wave. */
  readonly days: ReadonlyMap<number, string>
  /** A person has reviewed who has the address at other times: then it is a site like any, and what was read of it is its own. */
  readonly isReviewed: boolean
}

/**
 * Whether what a reading saw is outside the dates: by the day of its capture, which may lie across the border from the day of its wave; else
 * by that of the wave.
 */
export function isReadOutside({ prefix, waves }: DatedSides, { wave, at }: Pick<Reading, 'wave' | 'at'>): boolean {
  if (prefix === null || at === null) return waves.has(wave)
  return !holdsOn(prefix, isoTime(at).slice(0, 10))
}

/**
 * Where a reading of the address itself belongs. Who knows the dates before a crawl takes no capture from across them (watchOwners), and asks
 * for nothing that is nobody's on the day of the wave: such readings are set aside.
 */
export function sideOfReading(sides: DatedSides, reading: Pick<Reading, 'wave' | 'at' | 'captured'>): PageSide {
  const { prefix, waves, days, isReviewed } = sides
  if (prefix === null) return inside
  const { wave, captured } = reading
  const day = days.get(wave)
  if (captured !== null && day !== undefined) {
    const taken = isoTime(captured).slice(0, 10)
    if (sideOn(prefix, taken) !== sideOn(prefix, day)) return holdsOn(prefix, taken) ? asideInside : asideOutside
  }
  if (!waves.has(wave)) return inside
  return isReviewed ? outside : asideOutside
}

const dayMs = 86_400_000

/** Whether captures that count for a wave of the past may lie on another side of these dates than its day. */
export function isCrossedBy(dates: Pick<Dated, 'from' | 'to'>, { past }: Pick<Wave, 'past'>): boolean {
  if (past === null) return false
  const noon = noonOf(past.date)!
  const [first, last] = [-1, 1].map(way => isoTime(noon + way * past.withinDays * dayMs).slice(0, 10))
  return sideOn(dates, first!) !== sideOn(dates, last!)
}

/** Waves of `crawl --from-archive` without `--past`: they have no target day, so each capture may lie on either side of a prefix's dates. */
export const wavesOfAnyDay = (corpus: Corpus): ReadonlySet<number> =>
  new Set(
    corpus
      .sql<{ id: number }>(
        `SELECT DISTINCT wave.id FROM wave JOIN run ON run.wave_id = wave.id
         WHERE wave.past = '' AND json_valid(run.options) AND json_extract(run.options, '$.fromArchive') IS NOT NULL`,
      )
      .all()
      .map(({ id }) => id),
  )

/** Waves whose last visit to the rows `pages` of an address is not inside. Those that never asked are told by their day. */
export function wavesReadAway(corpus: Corpus, sides: DatedSides, pages: readonly number[]): ReadonlySet<number> {
  const found = new Set(sides.waves)
  if (sides.prefix === null) return found
  const visits = corpus
    .sql<Reading>(
      `SELECT ${readingColumns} FROM visit JOIN wave ON wave.id = wave_id
       WHERE page_id IN (SELECT value FROM json_each(?)) ORDER BY visit.id`,
    )
    .all(JSON.stringify(pages))
  for (const visit of visits)
    if (sideOfReading(sides, visit) === inside) found.delete(visit.wave)
    else found.add(visit.wave)
  return found
}

/** Condition on `visit`, the same as isReadOutside: with @list of the waves and @first and @last of `datesOf`. */
export const readOutside = `CASE WHEN captured_at IS NOT NULL AND wave_id IN (SELECT id FROM wave WHERE past <> '')
  THEN date(captured_at / 1000, 'unixepoch') NOT BETWEEN @first AND @last
  ELSE wave_id IN (SELECT value FROM json_each(@list)) END`

/** Parameters of readOutside. */
export const datesOf = ({
  prefix,
  waves,
}: Pick<DatedSides, 'prefix' | 'waves'>): { first: string; last: string; list: string } => ({
  first: daysOfDate(prefix?.from ?? '')?.first ?? '',
  last: daysOfDate(prefix?.to ?? '')?.last ?? '9999-12-31',
  list: JSON.stringify([...waves]),
})
