import type { Zone } from '#data/vocabulary/zones.ts'
import type { Corpus } from '../base/corpus.ts'
import { effectiveZone, betweenEntities } from '../base/rules.ts'

/** Hyperlinks between entities by what they are classified as, the most frequent first. */
export interface ClassCounts {
  /** By the first pass alone, and with the second. */
  readonly zones: readonly { readonly zone: Zone; readonly page: number; readonly site: number }[]
  /** The empty mark: a link that is nothing but a link. */
  readonly marks: readonly { readonly mark: string; readonly links: number }[]
}

export const countClasses = (corpus: Corpus): ClassCounts => ({
  zones: corpus
    .sql<ClassCounts['zones'][number]>(
      `SELECT zone, sum(page) AS page, sum(site) AS site FROM (
         SELECT zone, count(*) AS page, 0 AS site FROM link WHERE ${betweenEntities()} GROUP BY 1
         UNION ALL
         SELECT ${effectiveZone()}, 0, count(*) FROM link WHERE ${betweenEntities()} GROUP BY 1)
       GROUP BY zone ORDER BY 3 DESC, 1`,
    )
    .all(),
  marks: corpus
    .sql<ClassCounts['marks'][number]>(
      `SELECT mark, count(*) AS links FROM link WHERE ${betweenEntities()} GROUP BY 1 ORDER BY 2 DESC, 1`,
    )
    .all(),
})
