import type { Status } from '#data/vocabulary/statuses.ts'
import type { Zone } from '#data/vocabulary/zones.ts'
import type { Corpus } from '../base/corpus.ts'
import { seenInNamed } from '../graph/seen-in-wave.ts'
import { inZones, betweenEntities, chosenEntities } from '../base/rules.ts'

export interface MonthOfLinks {
  /** 'YYYY-MM'. */
  readonly month: string
  readonly links: number
}

export interface Timeline {
  /** Months with links, in their order. */
  readonly months: readonly MonthOfLinks[]
  /** Links of pages that state no date. */
  readonly undated: number
}

/**
 * Hyperlinks between different entities of these statuses, in these zones, by the month their page was published; with the label
 * of a wave, those that a page read in it bore.
 */
export function linksByMonth(
  corpus: Corpus,
  {
    statuses,
    zones,
    wave,
  }: { readonly statuses: readonly Status[]; readonly zones: readonly Zone[]; readonly wave?: string },
): Timeline {
  const rows = corpus
    .sql<MonthOfLinks>(
      `WITH chosen AS (${chosenEntities})
       SELECT substr(visit.published, 1, 7) AS month, count(*) AS links
       FROM link JOIN visit ON visit.id = link.last_visit
       WHERE ${betweenEntities()} AND source_entity IN chosen AND +target_entity IN chosen
         AND ${inZones()} ${seenInNamed(wave)}
       GROUP BY 1 ORDER BY 1`,
    )
    .all({ statuses: JSON.stringify(statuses), zones: JSON.stringify(zones), ...(wave !== undefined && { wave }) })
  const months = rows.filter(({ month }) => /^\d{4}-\d{2}$/.test(month))
  const sum = (list: readonly MonthOfLinks[]): number => list.reduce((total, { links }) => total + links, 0)
  return { months, undated: sum(rows) - sum(months) }
}
