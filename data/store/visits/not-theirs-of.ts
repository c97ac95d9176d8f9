import type { Corpus } from '../base/corpus.ts'
import { isSomebodys } from '../base/rules.ts'
import { prefixesInTime } from '../entities/prefixes-in-time.ts'
import { notTheirsThen } from '../frontier/not-theirs-then.ts'

/** Addresses that were somebody else's in the last wave, as the dates of their prefixes say. */
export interface NotTheirs {
  /** In the scope of the crawl, and not asked for; of so many sites. */
  readonly pages: number
  readonly sites: number
  /** Hyperlinks to such addresses: they count for another owner. */
  readonly links: number
}

/** Null: no prefix of the corpus has dates. */
export function notTheirsOf(corpus: Corpus): NotTheirs | null {
  if (prefixesInTime(corpus).length === 0) return null
  return corpus
    .sql<NotTheirs>(
      `WITH last AS (SELECT max(id) AS id FROM wave),
         passed AS (SELECT entity_id FROM page WHERE state = 'failed' AND cause = '${notTheirsThen}' AND wave_id = (SELECT id FROM last))
       SELECT (SELECT count(*) FROM passed) AS pages, (SELECT count(DISTINCT entity_id) FROM passed) AS sites,
         (SELECT count(*) FROM page target JOIN link ON link.target_id = target.id JOIN visit ON visit.id = link.last_visit
          WHERE target.outside = 1 AND ${isSomebodys('link.source_entity')} AND visit.wave_id = (SELECT id FROM last)) AS links`,
    )
    .get()!
}
