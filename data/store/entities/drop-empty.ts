import type { Corpus } from '../base/corpus.ts'
import { isLiving } from '../base/rules.ts'
import { eventMentions } from '../map/event-mentions.ts'

/** Takes away the row that an address had outside its dates, once nothing was read of it or led to it there; what names it names `inside`. */
export function dropEmpty(corpus: Corpus, outside: number, inside: number): void {
  const isNeeded = corpus
    .sql(
      `SELECT 1 WHERE EXISTS (SELECT 1 FROM visit WHERE page_id = @outside) OR EXISTS (SELECT 1 FROM link WHERE page_id = @outside)
         OR EXISTS (SELECT 1 FROM link WHERE target_id = @outside) OR EXISTS (SELECT 1 FROM page WHERE leads_to = @outside)`,
    )
    .get({ outside })
  if (isNeeded !== undefined) return
  corpus.sql('UPDATE page SET found_on = @inside WHERE found_on = @outside').run({ inside, outside })
  corpus.sql('UPDATE visit SET redirect_to = @inside WHERE redirect_to = @outside').run({ inside, outside })
  for (const table of ['start_page', 'unasked']) corpus.sql(`DELETE FROM ${table} WHERE page_id = ?`).run(outside)
  corpus.sql('DELETE FROM page WHERE id = ?').run(outside)
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
    AND id NOT IN (SELECT entity_id FROM imported_node)`
