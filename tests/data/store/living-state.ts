import { expect } from 'vitest'
import type { Corpus } from '#data/store/base/corpus.ts'
import { loadPrefixTable } from '#data/store/entities/entities.ts'
import type { Url } from '#data/url/brand.ts'
import { expectInTime } from './expect-in-time.ts'

/** The other owner of addresses whose dates were undone stays where an event names it, and has nothing any more. */
const isSomewhere = `(status <> 'DISCOVERED' OR EXISTS (SELECT 1 FROM prefix WHERE entity_id = entity.id)
  OR EXISTS (SELECT 1 FROM page WHERE entity_id = entity.id))`

/** All that a reader of the corpus can see of entities, addresses and links, ids of rows left out. */
export function livingState(corpus: Corpus): unknown {
  const rows = (sql: string): unknown[] => corpus.sql(sql).all()
  return {
    entities: rows(
      `SELECT name, label, homepage, country, kind, status, origin, source, note,
         (SELECT json_group_array(lru || valid_from || valid_to ORDER BY lru) FROM prefix WHERE entity_id = entity.id) AS prefixes,
         (SELECT json_group_array(category || '=' || value ORDER BY category, value) FROM tag WHERE entity_id = entity.id) AS tags,
         (SELECT json_group_array(name || valid_from || valid_to ORDER BY id) FROM entity_name WHERE entity_id = entity.id) AS names
       FROM entity WHERE merged_into IS NULL AND ${isSomewhere} ORDER BY name`,
    ),
    pages: rows(
      'SELECT url, entity.name, state, cause FROM page JOIN entity ON entity.id = entity_id ORDER BY url, outside',
    ),
    starts: rows(
      `SELECT url, entity.name, start_page.origin FROM start_page JOIN page ON page.id = page_id
         JOIN entity ON entity.id = start_page.entity_id WHERE start_page.origin <> 'user' ORDER BY url`,
    ),
    links: rows(
      `SELECT link.id, source.name AS source, target.name AS target FROM link JOIN entity source ON source.id = source_entity
         JOIN entity target ON target.id = target_entity ORDER BY link.id`,
    ),
  }
}

/** Every address belongs to whom its prefix says, every link to whom its addresses do, and nobody merged holds anything. */
export function expectInStep(corpus: Corpus): void {
  const table = loadPrefixTable(corpus)
  const pages = corpus
    .sql<{ url: Url; entityId: number }>('SELECT url, entity_id AS entityId FROM page WHERE outside = 0')
    .all()
  expect(pages.map(({ url }) => [url, table.find(url)])).toEqual(pages.map(({ url, entityId }) => [url, entityId]))
  expectInTime(corpus)
  const stray = (sql: string): unknown[] => corpus.sql(sql).all()
  expect(
    stray(
      `SELECT link.id FROM link JOIN page ON page.id = page_id JOIN page named ON named.id = target_id
         JOIN page final ON final.id = coalesce(named.leads_to, named.id)
       WHERE source_entity <> page.entity_id OR target_entity <> final.entity_id`,
    ),
  ).toEqual([])
  expect(
    stray('SELECT * FROM start_page JOIN page ON page.id = page_id WHERE start_page.entity_id <> page.entity_id'),
  ).toEqual([])
  expect(stray('SELECT lru FROM prefix JOIN entity ON entity.id = entity_id WHERE merged_into IS NOT NULL')).toEqual([])
  expect(
    stray(`SELECT name FROM entity WHERE merged_into IN (SELECT id FROM entity WHERE merged_into IS NOT NULL)`),
  ).toEqual([])
  expect(corpus.db.pragma('foreign_key_check')).toEqual([])
}
