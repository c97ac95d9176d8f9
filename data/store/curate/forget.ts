import type { Corpus } from '../corpus.ts'
import type { Author } from './change-entities.ts'
import { entityRow } from './entity-row.ts'

export interface Forgotten {
  readonly pages: number
  readonly links: number
}

/**
 * Answers an objection (GDPR art. 17 and 21): removes the entity's pages, visits, texts, links in both directions, tags,
 * names, notes, values and codes for good. What stays is a tombstone: its id and prefixes, so that it is never crawled
 * or discovered again, and an event without content. Can't be undone. The file is rewritten, so that nothing of it
 * remains in free pages; WARC archives are files of their own and are named in the answer of the command.
 */
export function forgetEntity(corpus: Corpus, author: Author, name: string): Forgotten {
  const id = entityRow(corpus, name)
  corpus.db.pragma('secure_delete = ON')
  const forgotten = corpus.write(() => {
    const counts = countContent(corpus, id)
    for (const sql of removals) corpus.sql(sql).run(sql.includes('@now') ? { id, now: author.now } : { id })
    corpus
      .sql(
        `INSERT INTO event (at, actor, action, entity_id, before, after, reason) VALUES (@now, @actor, 'forget', @id, '[]', '[]', @reason)`,
      )
      .run({ id, ...author })
    return counts
  })
  corpus.db.exec('VACUUM')
  corpus.db.pragma('wal_checkpoint(TRUNCATE)')
  return forgotten
}

function countContent(corpus: Corpus, id: number): Forgotten {
  const pages = corpus.sql<{ n: number }>('SELECT count(*) AS n FROM page WHERE entity_id = ?').get(id)!.n
  const links = corpus
    .sql<{ n: number }>('SELECT count(*) AS n FROM link WHERE source_entity = @id OR target_entity = @id')
    .get({ id })!.n
  return { pages, links }
}

const itsPages = 'SELECT id FROM page WHERE entity_id = @id'

/** In the order that foreign keys allow. */
const removals: readonly string[] = [
  `DELETE FROM link WHERE source_entity = @id OR target_entity = @id
     OR page_id IN (${itsPages}) OR target_id IN (${itsPages})`,
  `DELETE FROM snippet WHERE id NOT IN (
     SELECT href FROM link WHERE href IS NOT NULL UNION SELECT anchor FROM link WHERE anchor IS NOT NULL
     UNION SELECT context FROM link WHERE context IS NOT NULL UNION SELECT heading FROM link WHERE heading IS NOT NULL
     UNION SELECT place FROM link WHERE place IS NOT NULL)`,
  `UPDATE page SET leads_to = NULL WHERE leads_to IN (${itsPages})`,
  `UPDATE page SET found_on = NULL WHERE found_on IN (${itsPages})`,
  `UPDATE visit SET redirect_to = NULL WHERE redirect_to IN (${itsPages})`,
  `DELETE FROM start_page WHERE entity_id = @id`,
  `UPDATE page SET visit_id = NULL, leads_to = NULL, found_on = NULL WHERE entity_id = @id`,
  `DELETE FROM visit WHERE page_id IN (${itsPages})`,
  `DELETE FROM page WHERE entity_id = @id`,
  `DELETE FROM tag WHERE entity_id = @id`,
  `DELETE FROM entity_name WHERE entity_id = @id`,
  `DELETE FROM node_value WHERE entity_id = @id`,
  `DELETE FROM edge_code WHERE source_entity = @id OR target_entity = @id`,
  `DELETE FROM imported_edge WHERE source_entity = @id OR target_entity = @id`,
  `DELETE FROM imported_node WHERE entity_id = @id`,
  `DELETE FROM pin WHERE entity_id = @id`,
  `DELETE FROM finding`,
  `UPDATE event SET before = '[]', after = '[]', reason = '' WHERE id IN (
     SELECT event.id FROM event, json_each(event.before) was WHERE json_extract(was.value, '$.id') = @id)`,
  `UPDATE entity SET label = '', homepage = '', country = '', kind = '', source = '', note = '', status = 'OUT',
     forgotten_at = @now WHERE id = @id`,
]
