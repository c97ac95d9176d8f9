import type { Corpus } from '../base/corpus.ts'
import { isLiving, isReadForSomebody } from '../base/rules.ts'
import { eventMentions } from '../map/event-mentions.ts'

interface TwoRows {
  readonly outside: number
  readonly inside: number
}

/**
 * Takes away the rows that addresses had outside their dates, or for what was set aside, once nothing was read of them or led to them there; what names one names
 * `inside`. In one step for all: neither `found_on` nor `redirect_to` has an index.
 */
export function dropEmpty(corpus: Corpus, addresses: readonly TwoRows[]): void {
  corpus.db.exec(
    'CREATE TEMP TABLE IF NOT EXISTS dropped (outside INTEGER PRIMARY KEY, inside INTEGER NOT NULL); DELETE FROM temp.dropped',
  )
  const note = corpus.sql(
    `INSERT INTO temp.dropped SELECT @outside, @inside WHERE NOT EXISTS (SELECT 1 FROM visit WHERE page_id = @outside)
       AND NOT EXISTS (SELECT 1 FROM link WHERE page_id = @outside) AND NOT EXISTS (SELECT 1 FROM link WHERE target_id = @outside)
       AND NOT EXISTS (SELECT 1 FROM page WHERE leads_to = @outside)
       AND NOT EXISTS (SELECT 1 FROM page WHERE id = @outside AND state IS NOT NULL AND NOT ${isReadForSomebody()})`,
  )
  let dropped = 0
  for (const { outside, inside } of addresses) dropped += note.run({ outside, inside }).changes
  if (dropped === 0) return
  for (const [table, column] of [
    ['page', 'found_on'],
    ['visit', 'redirect_to'],
  ])
    corpus
      .sql(
        `UPDATE ${table} SET ${column} = (SELECT dropped.inside FROM temp.dropped WHERE dropped.outside = ${table}.${column})
         WHERE ${column} IN (SELECT dropped.outside FROM temp.dropped)`,
      )
      .run()
  for (const table of ['start_page', 'unasked'])
    corpus.sql(`DELETE FROM ${table} WHERE page_id IN (SELECT dropped.outside FROM temp.dropped)`).run()
  corpus.sql('DELETE FROM page WHERE id IN (SELECT dropped.outside FROM temp.dropped)').run()
}

const undated = `SELECT lru FROM other_owner WHERE lru NOT IN (
  SELECT lru FROM prefix WHERE valid_from <> '' OR valid_to <> '')`

/** Other owners of prefixes that have no dates any more, and that nobody ever touched. */
export function dropUnneededOwners(corpus: Corpus): void {
  const rows = corpus.sql<{ lru: string; id: number }>(
    `SELECT lru, entity_id AS id FROM other_owner WHERE lru IN (${undated})`,
  )
  for (const { lru, id } of rows.all()) {
    corpus.sql('DELETE FROM other_owner WHERE lru = ?').run(lru)
    corpus.sql(`DELETE FROM entity WHERE id = ? AND id IN (${untouched})`).run(id)
  }
}

const untouched = `
  SELECT id FROM entity WHERE status = 'DISCOVERED' AND origin = 'discovered' AND note = '' AND ${isLiving()}
    AND NOT EXISTS (SELECT 1 FROM prefix WHERE entity_id = entity.id)
    AND NOT EXISTS (SELECT 1 FROM page WHERE entity_id = entity.id)
    AND NOT EXISTS (SELECT 1 FROM tag WHERE entity_id = entity.id)
    AND NOT EXISTS (SELECT 1 FROM entity_name WHERE entity_id = entity.id)
    AND NOT EXISTS (SELECT 1 FROM node_value WHERE entity_id = entity.id)
    AND NOT EXISTS (SELECT 1 FROM entity other WHERE other.merged_into = entity.id)
    AND NOT EXISTS (SELECT 1 FROM other_owner WHERE entity_id = entity.id)
    AND NOT EXISTS (SELECT 1 FROM imported_edge WHERE entity.id IN (source_entity, target_entity))
    AND NOT EXISTS (SELECT 1 FROM edge_code WHERE entity.id IN (source_entity, target_entity))
    AND id NOT IN (SELECT entity_id FROM (${eventMentions}))
    AND id NOT IN (SELECT entity_id FROM pin)
    AND id NOT IN (SELECT entity_id FROM named_site)
    AND id NOT IN (SELECT entity_id FROM imported_node)`
