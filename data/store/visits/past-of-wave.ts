import type { PastTarget } from '#data/past-target.ts'
import type { Corpus } from '../base/corpus.ts'
import { isSomebodys } from '../base/rules.ts'
import { wasRead } from '../base/was-read.ts'
import type { Wave } from '../frontier/waves.ts'

/** What asking for a day of the past did to the result of a wave. Days are whole ones; those of captures before the day are negative. */
export interface PastOfWave extends PastTarget {
  /** Addresses that an archive has in the window, and its captures of them. */
  readonly archived: number
  readonly captures: number
  /** Of the pages read; null: none was. */
  readonly drift: DriftOfPages | null
  /** Sites with two pages read or more: the days between a site's first capture and its last, the median site and the widest. */
  readonly spread: { readonly sites: number; readonly median: number; readonly most: number } | null
  /** Addresses that the archive has at other times only, those that it never had, and those of which its list of the window says no more. */
  readonly outside: number
  readonly never: number
  readonly unlisted: number
  /** Of `outside` those whose nearest capture is of another owner, whenever it was taken: see watchOwners. */
  readonly others: number
}

export interface DriftOfPages {
  readonly pages: number
  readonly least: number
  readonly lowerQuartile: number
  readonly median: number
  readonly upperQuartile: number
  readonly most: number
}

/** Null: the wave is of its own day. Of each address its last visit in the wave counts. */
export function pastOfWave(corpus: Corpus, { id, past }: Pick<Wave, 'id' | 'past'>): PastOfWave | null {
  if (past === null) return null
  return { ...past, ...countArchived(corpus, id), ...countMissing(corpus, id), ...driftOf(readDays(corpus, id)) }
}

const lastOfWave = `SELECT max(visit.id) FROM visit JOIN page ON page.id = visit.page_id
  WHERE visit.wave_id = ? AND ${isSomebodys('page.entity_id')} GROUP BY visit.page_id`

const countArchived = (corpus: Corpus, waveId: number): Pick<PastOfWave, 'archived' | 'captures'> =>
  corpus
    .sql<Pick<PastOfWave, 'archived' | 'captures'>>(
      `SELECT count(*) AS archived, coalesce(sum(captures), 0) AS captures FROM visit
       WHERE id IN (${lastOfWave}) AND captures > 0`,
    )
    .get(waveId)!

type Missing = Pick<PastOfWave, 'outside' | 'never' | 'unlisted' | 'others'>

const countMissing = (corpus: Corpus, waveId: number): Missing =>
  corpus
    .sql<Missing>(
      `SELECT count(*) FILTER (WHERE detail LIKE 'nearest capture %') AS outside,
         count(*) FILTER (WHERE detail LIKE 'nearest capture %, of another owner') AS others,
         count(*) FILTER (WHERE detail = 'none in those days') AS unlisted,
         count(*) FILTER (WHERE detail NOT LIKE 'nearest capture %' AND detail <> 'none in those days') AS never
       FROM visit WHERE id IN (${lastOfWave}) AND failure = 'not-archived'`,
    )
    .get(waveId)!

interface ReadDay {
  readonly entityId: number
  readonly drift: number
}

const readDays = (corpus: Corpus, waveId: number): ReadDay[] =>
  corpus
    .sql<ReadDay>(
      `SELECT page.entity_id AS entityId, drift_days AS drift FROM visit JOIN page ON page.id = visit.page_id
       WHERE visit.id IN (${lastOfWave}) AND ${wasRead('visit')} AND drift_days IS NOT NULL ORDER BY drift_days`,
    )
    .all(waveId)

function driftOf(days: readonly ReadDay[]): Pick<PastOfWave, 'drift' | 'spread'> {
  if (days.length === 0) return { drift: null, spread: null }
  const drifts = days.map(({ drift }) => drift)
  const bySite = Map.groupBy(days, ({ entityId }) => entityId)
  const spreads = [...bySite.values()]
    .filter(site => site.length > 1)
    .map(site => site.at(-1)!.drift - site[0]!.drift)
    .sort((a, b) => a - b)
  return {
    drift: {
      pages: days.length,
      least: drifts[0]!,
      lowerQuartile: quantile(drifts, 0.25),
      median: quantile(drifts, 0.5),
      upperQuartile: quantile(drifts, 0.75),
      most: drifts.at(-1)!,
    },
    spread:
      spreads.length === 0 ? null : { sites: spreads.length, median: quantile(spreads, 0.5), most: spreads.at(-1)! },
  }
}

/** The least value that a share of all is not above: always one that there is. */
const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]!
