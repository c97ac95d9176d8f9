import type { PrefixTable } from '../entity/assign-entity.ts'
import type { Url } from '../url/brand.ts'
import type { Corpus } from './corpus.ts'
import { discoverEntity } from './entities.ts'

/**
 * Gives every address held by `entityIds` (all addresses when null) to the entity whose prefix fits it best, and its
 * links with it. To be called after prefixes were added, moved or taken away. Returns how many addresses moved.
 * O(addresses looked at + links of those that moved).
 */
export function regroupPages(
  corpus: Corpus,
  entities: PrefixTable<number>,
  entityIds: readonly number[] | null,
  now: number,
): number {
  return corpus.write(() => {
    corpus.db.exec('CREATE TEMP TABLE IF NOT EXISTS moved (page_id INTEGER PRIMARY KEY, entity_id INTEGER NOT NULL)')
    corpus.db.exec('DELETE FROM temp.moved')
    const moved = listMoves(corpus, entities, entityIds, now)
    if (moved > 0) applyMoves(corpus)
    return moved
  })
}

interface Held {
  readonly id: number
  readonly url: Url
  readonly entityId: number
}

/** Pages are read in slices: entities made on the way would otherwise be written under an open cursor. */
const slice = 20_000

function listMoves(
  corpus: Corpus,
  entities: PrefixTable<number>,
  entityIds: readonly number[] | null,
  now: number,
): number {
  const held = corpus.sql<Held>(
    entityIds === null
      ? 'SELECT id, url, entity_id AS entityId FROM page WHERE id > @after ORDER BY id LIMIT @slice'
      : `SELECT id, url, entity_id AS entityId FROM page INDEXED BY page_entity
         WHERE entity_id IN (SELECT value FROM json_each(@ids)) AND id > @after ORDER BY id LIMIT @slice`,
  )
  const note = corpus.sql('INSERT INTO temp.moved VALUES (?, ?)')
  const ids = JSON.stringify(entityIds)
  let moved = 0
  for (let after = 0; ;) {
    const pages = held.all(entityIds === null ? { after, slice } : { after, slice, ids })
    for (const page of pages) {
      const owner = entities.find(page.url) ?? discoverEntity(corpus, entities, page.url, now)
      if (owner !== page.entityId) {
        note.run(page.id, owner)
        moved += 1
      }
    }
    if (pages.length < slice) return moved
    after = pages.at(-1)!.id
  }
}

function applyMoves(corpus: Corpus): void {
  corpus.db.exec(`
    UPDATE page SET entity_id = moved.entity_id FROM temp.moved WHERE moved.page_id = page.id;
    UPDATE link SET source_entity = moved.entity_id FROM temp.moved WHERE moved.page_id = link.page_id;
    UPDATE link SET target_entity = moved.entity_id FROM temp.moved WHERE moved.page_id = link.target_id
      AND (SELECT leads_to FROM page WHERE id = link.target_id) IS NULL;
    UPDATE link SET target_entity = moved.entity_id FROM temp.moved JOIN page named ON named.leads_to = moved.page_id
      WHERE named.id = link.target_id;
  `)
}
