import { pageStates, type PageState } from '#data/vocabulary/page-states.ts'
import { statuses, type Status } from '#data/vocabulary/statuses.ts'
import type { Corpus } from './corpus.ts'
import { isLiving, isSomebodys } from './rules.ts'

/** Entities by status, merged and forgotten ones left out. */
export const countEntities = (corpus: Corpus): Record<Status, number> =>
  tally(corpus, statuses, `SELECT status AS name, count(*) AS n FROM entity WHERE ${isLiving()} GROUP BY status`)

/** Pages of the crawl's scope by state. First by entity, in the order of the index: by state alone a million pages would be sorted. */
export const countPages = (corpus: Corpus): Record<PageState, number> =>
  tally(
    corpus,
    pageStates,
    `SELECT state AS name, sum(pages) AS n FROM (
       SELECT state, count(*) AS pages FROM page INDEXED BY page_scope WHERE state IS NOT NULL AND ${isSomebodys('entity_id')} GROUP BY entity_id, state)
     GROUP BY state`,
  )

/** What `sql` counts of each name; 0 for those that no row has. */
function tally<Name extends string>(corpus: Corpus, names: readonly Name[], sql: string): Record<Name, number> {
  const counts = new Map(
    corpus
      .sql<{ name: Name; n: number }>(sql)
      .all()
      .map(({ name, n }) => [name, n]),
  )
  return Object.fromEntries(names.map(name => [name, counts.get(name) ?? 0])) as Record<Name, number>
}
