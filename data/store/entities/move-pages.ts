import type { Corpus } from '../base/corpus.ts'
import { removeTextIndex } from '../words/text-index.ts'

/** A page and the entity that it goes to. */
export interface Move {
  readonly id: number
  readonly owner: number
}

/**
 * Moves pages to other entities, with their links and start pages; each found by index. Part of the caller's
 * transaction. The index of texts knows links between entities alone: it goes, and the next analysis makes it anew.
 */
export function movePages(corpus: Corpus, moves: readonly Move[]): void {
  if (moves.length === 0) return
  corpus.db.exec(`CREATE TEMP TABLE IF NOT EXISTS moved (page_id INTEGER PRIMARY KEY, entity_id INTEGER NOT NULL);
    DELETE FROM temp.moved`)
  const note = corpus.sql('INSERT INTO temp.moved VALUES (?, ?)')
  for (const { id, owner } of moves) note.run(id, owner)
  corpus.db.exec(`
    UPDATE page SET entity_id = (SELECT entity_id FROM temp.moved WHERE page_id = page.id)
      WHERE id IN (SELECT page_id FROM temp.moved);
    UPDATE start_page SET entity_id = (SELECT entity_id FROM page WHERE id = page_id)
      WHERE page_id IN (SELECT page_id FROM temp.moved);
    UPDATE link SET source_entity = (SELECT entity_id FROM page WHERE id = page_id), target_entity = (
        SELECT final.entity_id FROM page named JOIN page final ON final.id = coalesce(named.leads_to, named.id)
        WHERE named.id = target_id)
      WHERE id IN (${linksOn} UNION ${linksTo} UNION ${linksThrough});
    DELETE FROM temp.moved;
  `)
  removeTextIndex(corpus)
}

// Both ends at once: a link inside the entity stands in no index of edges, and would pass through two between two updates.
// CROSS JOIN keeps the few pages outside: SQLite knows no size of a temporary table and would read all links instead.
const linksOn = 'SELECT link.id FROM temp.moved CROSS JOIN link ON link.page_id = moved.page_id'
const linksTo = `SELECT link.id FROM temp.moved CROSS JOIN page named ON named.id = moved.page_id AND named.leads_to IS NULL
  CROSS JOIN link ON link.target_id = named.id`
const linksThrough = `SELECT link.id FROM temp.moved CROSS JOIN page named INDEXED BY page_leads ON named.leads_to = moved.page_id
  CROSS JOIN link ON link.target_id = named.id`

/** The indexes whose order depends on the entity of a page or link. */
const ordered = ['page_entity', 'page_waiting', 'page_scope', 'link_edge', 'link_back']

/**
 * As movePages, for much of the corpus at once: one pass over pages and links in the order of the file, without the
 * indexes that each move would have to be filed in; they are made anew afterwards. `ownerOf` has the entity of every page.
 * Rejected: a table of owners joined in SQL, half again as slow; single updates from here, three times.
 */
export function moveAllPages(corpus: Corpus, ownerOf: Int32Array): void {
  const definitions = corpus
    .sql<{ name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND name IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ordered))
  const leadsTo = ownersBehindRedirects(corpus, ownerOf)
  // Replaced by those of the next call: a connection keeps its functions.
  corpus.db.function('owner_of', { deterministic: true }, id => ownerOf[id as number]!)
  corpus.db.function('owner_behind', { deterministic: true }, id => leadsTo[id as number]!)
  for (const { name } of definitions) corpus.db.exec(`DROP INDEX ${name}`)
  corpus.db.exec(`
    UPDATE page SET entity_id = owner_of(id);
    UPDATE start_page SET entity_id = owner_of(page_id);
    UPDATE link SET source_entity = owner_of(page_id), target_entity = owner_behind(target_id);
  `)
  for (const { sql } of definitions) corpus.db.exec(sql)
  removeTextIndex(corpus)
}

/** By page, the entity of the address where it is known to lead. */
function ownersBehindRedirects(corpus: Corpus, ownerOf: Int32Array): Int32Array {
  const behind = ownerOf.slice()
  const redirects = corpus.sql<{ id: number; leadsTo: number }>(
    'SELECT id, leads_to AS leadsTo FROM page WHERE leads_to IS NOT NULL',
  )
  for (const { id, leadsTo } of redirects.iterate()) behind[id] = ownerOf[leadsTo]!
  return behind
}
