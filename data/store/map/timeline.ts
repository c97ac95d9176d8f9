import type { Status } from '#data/vocabulary/statuses.ts'
import type { Zone } from '#data/vocabulary/zones.ts'
import type { Corpus } from '../base/corpus.ts'
import { seenInNamed, shownVisit } from '../graph/seen-in-wave.ts'
import { inMatter, inZones, betweenEntities, chosenEntities } from '../base/rules.ts'

export interface MonthOfLinks {
  /** 'YYYY-MM'. */
  readonly month: string
  readonly links: number
}

export interface Timeline {
  /** Months with links, in their order. */
  readonly months: readonly MonthOfLinks[]
  /** Links of pages that state no date, and those in templates and comments, of which a page's date says nothing. */
  readonly undated: number
  /** Pages read of these entities, and those of them that state a date. */
  readonly pages: { readonly read: number; readonly dated: number }
}

/**
 * Hyperlinks in the matter of pages, between different entities of these statuses, in these zones, by the month their page was published; with the label
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
       SELECT CASE WHEN ${inMatter()} THEN substr(visit.published, 1, 7) ELSE '' END AS month, count(*) AS links
       FROM link JOIN visit ON visit.id = ${shownVisit(wave)}
       WHERE ${betweenEntities()} AND source_entity IN chosen AND +target_entity IN chosen
         AND ${inZones()} ${seenInNamed(wave)}
       GROUP BY 1 ORDER BY 1`,
    )
    .all({ statuses: JSON.stringify(statuses), zones: JSON.stringify(zones), ...(wave !== undefined && { wave }) })
  const months = rows.filter(({ month }) => /^\d{4}-\d{2}$/.test(month))
  const sum = (list: readonly MonthOfLinks[]): number => list.reduce((total, { links }) => total + links, 0)
  return { months, undated: sum(rows) - sum(months), pages: datedPages(corpus, statuses) }
}

const datedPages = (corpus: Corpus, statuses: readonly Status[]): Timeline['pages'] =>
  corpus
    .sql<Timeline['pages']>(
      `WITH chosen AS (${chosenEntities})
       SELECT count(*) AS read, count(*) FILTER (WHERE published <> '') AS dated
       FROM page JOIN visit ON visit.id = page.visit_id WHERE state = 'fetched' AND page.entity_id IN chosen`,
    )
    .get({ statuses: JSON.stringify(statuses) })!
