import type { PageRow } from '#data/evidence-rows.ts'
import type { Status } from '#data/vocabulary/statuses.ts'
import type { Corpus } from '../base/corpus.ts'
import { isoDate } from '../base/iso-date.ts'
import { isLiving } from '../base/rules.ts'

type Row = Omit<PageRow, 'rendered' | 'fetchedAt'> & { rendered: number; at: number | null }

/** Every page that the crawl of these entities met, with its state and cause, by entity and address. */
export function* pagesOfCorpus(corpus: Corpus, statuses: readonly Status[]): Generator<PageRow> {
  const rows = corpus
    .sql<Row>(
      `SELECT entity.name AS entity, page.url, final.url AS finalUrl, page.state, visit.http_status AS httpStatus,
         page.cause AS failure, page.depth, coalesce(visit.content_type, '') AS contentType,
         coalesce(visit.charset, '') AS charset, coalesce(visit.language, '') AS language, coalesce(visit.title, '') AS title,
         coalesce(visit.published, '') AS published, coalesce(visit.published_from, '') AS publishedFrom,
         visit.bytes, coalesce(visit.rendered, 0) AS rendered, visit.at
       FROM page JOIN entity ON entity.id = page.entity_id
         JOIN page final ON final.id = coalesce(page.leads_to, page.id)
         LEFT JOIN visit ON visit.id = page.visit_id
       WHERE page.state IS NOT NULL AND ${isLiving('entity')}
         AND entity.status IN (SELECT value FROM json_each(@statuses))
       ORDER BY entity.name, page.url`,
    )
    .iterate({ statuses: JSON.stringify(statuses) })
  for (const { at, rendered, ...row } of rows) yield { ...row, rendered: rendered === 1, fetchedAt: isoDate(at) }
}
