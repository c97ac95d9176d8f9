import type { Corpus } from './corpus.ts'

/** Moves the pages that temp.moved lists to their new entities, with their links and start pages; each found by index. */
export function movePages(corpus: Corpus): void {
  corpus.db.exec(`
    UPDATE page SET entity_id = moved.entity_id FROM temp.moved WHERE moved.page_id = page.id;
    UPDATE start_page SET entity_id = moved.entity_id FROM temp.moved WHERE moved.page_id = start_page.page_id;
    UPDATE link INDEXED BY link_page SET source_entity = moved.entity_id FROM temp.moved
      WHERE moved.page_id = link.page_id;
    UPDATE link INDEXED BY link_target SET target_entity = moved.entity_id FROM temp.moved
      WHERE moved.page_id = link.target_id AND (SELECT leads_to FROM page WHERE id = link.target_id) IS NULL;
    UPDATE link INDEXED BY link_target SET target_entity = moved.entity_id
      FROM temp.moved JOIN page named INDEXED BY page_leads ON named.leads_to = moved.page_id
      WHERE named.id = link.target_id;
  `)
}

/** The indexes whose order depends on the entity of a page or link. */
const ordered = ['page_entity', 'page_waiting', 'page_scope', 'link_edge', 'link_back']

/**
 * As movePages, for much of the corpus at once: one pass over pages and links in the order of the file, without the
 * indexes that each move would have to be filed in; they are made anew afterwards. The owners of all addresses stand in
 * memory meanwhile, some 20 bytes each.
 */
export function moveAllPages(corpus: Corpus): void {
  const definitions = corpus
    .sql<{ name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND name IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ordered))
  for (const { name } of definitions) corpus.db.exec(`DROP INDEX ${name}`)
  // The table of owners is asked for every end of every link: it must stay in memory.
  corpus.db.pragma('temp.cache_size = -131072')
  corpus.db.exec(`
    UPDATE page SET entity_id = moved.entity_id FROM temp.moved WHERE moved.page_id = page.id;
    UPDATE start_page SET entity_id = (SELECT entity_id FROM page WHERE id = page_id);
    CREATE TEMP TABLE owner (page_id INTEGER PRIMARY KEY, own INTEGER NOT NULL, led INTEGER NOT NULL);
    INSERT INTO temp.owner SELECT id, entity_id, entity_id FROM page ORDER BY id;
    UPDATE temp.owner SET led = final.entity_id FROM page named JOIN page final ON final.id = named.leads_to
      WHERE named.leads_to IS NOT NULL AND named.id = owner.page_id;
    UPDATE link SET
      source_entity = (SELECT own FROM temp.owner WHERE owner.page_id = link.page_id),
      target_entity = (SELECT led FROM temp.owner WHERE owner.page_id = link.target_id);
    DROP TABLE temp.owner;
  `)
  for (const { sql } of definitions) corpus.db.exec(sql)
}
