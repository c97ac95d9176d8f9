import type { Corpus } from '../base/corpus.ts'
import { forgottenEntities } from '../entities/forgotten-entities.ts'
import { loadPrefixTable } from '../entities/entities.ts'
import { withoutHostsOf } from '../tools/keep-borrowed.ts'
import { columnsOfTable } from './attach-part.ts'
import { mapTexts } from './map-staged.ts'

/** Inserts staged rows: each column as it is, but for those in `mapped`, which says them in SQL; `old` is the row. */
export function insertStaged(
  { db }: Corpus,
  table: string,
  mapped: Readonly<Record<string, string>>,
  { or = '', from = '' }: { readonly or?: string; readonly from?: string } = {},
): void {
  const columns = columnsOfTable(db, table)
  const values = columns.map(name => mapped[name] ?? `old.${name}`)
  db.exec(
    `INSERT ${or} INTO main.${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM staged_${table} AS old ${from}`,
  )
}

/** The row here of what a share calls by the number in `column`. */
export const page = (column: string): string =>
  `(SELECT new FROM page_map WHERE page_map.part = old.part AND page_map.old = old.${column})`
export const text = (column: string): string =>
  `(SELECT new FROM text_map WHERE text_map.part = old.part AND text_map.old = old.${column})`
/** A visit from before the share was dealt out has its own number still. */
export const visit = (column: string): string =>
  `coalesce((SELECT new FROM visit_map WHERE visit_map.part = old.part AND visit_map.old = old.${column}), old.${column})`

/** Runs, hosts, robots.txt, sitemaps and the start pages that they list. */
export function takeFrame(corpus: Corpus): void {
  const { db } = corpus
  // What was learnt of a host names paths, also of who was forgotten.
  const someForgotten = 'EXISTS (SELECT 1 FROM main.entity WHERE forgotten_at IS NOT NULL)'
  insertStaged(
    corpus,
    'run',
    { id: 'map.new' },
    { from: 'JOIN run_map AS map ON map.part = old.part AND map.old = old.id' },
  )
  db.exec(`
    UPDATE main.host SET last_answer_at = one.last_answer_at, not_before = max(host.not_before, one.not_before), response_ms = one.response_ms,
        failures = one.failures, rendering = CASE WHEN ${someForgotten} THEN host.rendering ELSE coalesce(nullif(one.rendering, ''), host.rendering) END
      FROM (SELECT *, max(last_answer_at) FROM staged_host GROUP BY name) AS one
      WHERE one.name = host.name AND one.last_answer_at > coalesce(host.last_answer_at, -1);
    DELETE FROM main.robots WHERE fetched_at < (SELECT max(fetched_at) FROM staged_robots AS one WHERE one.origin = robots.origin)`)
  // The hosts of who was forgotten are not known here any more.
  const isKnown = `WHERE substr(old.origin, instr(old.origin, '://') + 3) IN (SELECT name FROM main.host)`
  insertStaged(corpus, 'robots', {}, { or: 'OR IGNORE', from: `${isKnown} ORDER BY old.fetched_at DESC` })
  insertStaged(corpus, 'sitemap', {}, { or: 'OR IGNORE', from: isKnown })
  insertStaged(
    corpus,
    'start_page',
    { page_id: 'map.new', entity_id: 'here.entity_id' },
    {
      or: 'OR IGNORE',
      from: `JOIN page_map AS map ON map.part = old.part AND map.old = old.page_id AND NOT gone JOIN main.page AS here ON here.id = map.new`,
    },
  )
}

export function takeVisits(corpus: Corpus): void {
  mapTexts(
    corpus,
    ['borrowed'],
    'FROM visit_map AS kept JOIN staged_visit AS old ON old.part = kept.part AND old.id = kept.old',
  )
  insertStaged(
    corpus,
    'visit',
    {
      id: 'map.new',
      page_id: page('page_id'),
      run_id: '(SELECT new FROM run_map WHERE run_map.part = old.part AND run_map.old = old.run_id)',
      redirect_to: page('redirect_to'),
      borrowed: text('borrowed'),
    },
    { from: 'JOIN visit_map AS map ON map.part = old.part AND map.old = old.id ORDER BY map.new' },
  )
  insertStaged(
    corpus,
    'page_text',
    { visit_id: 'map.new' },
    { from: 'JOIN visit_map AS map ON map.part = old.part AND map.old = old.visit_id' },
  )
  const forgotten = new Set(forgottenEntities(corpus, loadPrefixTable(corpus)).keys())
  if (forgotten.size > 0) removeTexts(corpus, withoutHostsOf(corpus, forgotten))
}

/** Nothing uses them: they came with these visits, or with pages that were read before. */
const removeTexts = ({ db }: Corpus, rows: readonly number[]): void =>
  void db.prepare('DELETE FROM snippet WHERE id IN (SELECT value FROM json_each(?))').run(JSON.stringify(rows))

/** What became of the pages that shares visit, and of those of their sites that they left out. */
export function takePages({ db }: Corpus): void {
  const kept = ['state', 'cause', 'detail', 'depth', 'hop', 'admitted', 'attempts', 'not_before', 'wave_id']
  // One that a detour of two shares led over has two rows: its own share's, which has a state, counts.
  db.exec(`UPDATE main.page SET ${kept.map(name => `${name} = old.${name}`).join(', ')},
      found_on = coalesce(page.found_on, ${page('found_on')}), visit_id = ${visit('visit_id')}
    FROM (SELECT staged_page.*, map.new, row_number() OVER (PARTITION BY map.new ORDER BY state IS NULL, staged_page.part) AS place
          FROM staged_page JOIN page_map AS map ON map.part = staged_page.part AND map.old = staged_page.id WHERE NOT gone) AS old
    WHERE old.place = 1 AND page.id = old.new`)
}
