import type { PageRow } from '#data/evidence-rows.ts'
import type { Status } from '#data/vocabulary/statuses.ts'
import type { Corpus } from '../base/corpus.ts'
import { isoTime } from '../base/iso-time.ts'
import { isLiving } from '../base/rules.ts'
import { notTheirsThen } from '../frontier/not-theirs-then.ts'
import { type ToldColumn, toldColumns, type PageVisitFacts } from '../visits/visit-columns.ts'

type Row = Omit<PageRow, keyof PageVisitFacts> & Readonly<Record<string, unknown>>

/** Every page that the crawl of these entities met, with its state and cause, by entity and address. */
export function* pagesOfCorpus(corpus: Corpus, statuses: readonly Status[]): Generator<PageRow> {
  const rows = corpus
    .sql<Row>(
      `SELECT entity.name AS entity, page.url, final.url AS finalUrl, page.state, page.cause AS failure, page.depth,
         ${toldColumns.map(({ key, visit }) => `visit.${visit.name} AS ${key}`).join(', ')}
       FROM page JOIN entity ON entity.id = page.entity_id
         JOIN page final ON final.id = coalesce(page.leads_to, page.id)
         LEFT JOIN visit ON visit.id = page.visit_id AND page.cause <> '${notTheirsThen}'
       WHERE page.state IS NOT NULL AND ${isLiving('entity')}
         AND entity.status IN (SELECT value FROM json_each(@statuses))
       ORDER BY entity.name, page.url`,
    )
    .iterate({ statuses: JSON.stringify(statuses) })
  for (const row of rows) yield { ...row, ...visitIn(row) }
}

/** What the last visit told; of a page without one, as little as of a visit that told nothing. */
function visitIn(row: Row): PageVisitFacts {
  const values = toldColumns.map(({ key, ...column }) => [key, valueOf(column, row[key] ?? null)])
  // Each property has the type that the column declares.
  return Object.fromEntries(values) as PageVisitFacts
}

function valueOf({ column, visit }: Omit<ToldColumn, 'key'>, stored: unknown): unknown {
  if (visit.kind === 'moment' || visit.kind === 'moment-if-any') return isoTime(stored as number | null)
  if (column.type === 'boolean') return stored === 1
  return column.type === 'integer' ? stored : (stored ?? '')
}
