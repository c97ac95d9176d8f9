import type { PrefixTable } from '../entity/assign-entity.ts'
import type { Url } from '../url/brand.ts'
import type { Corpus } from './corpus.ts'
import { discoverEntity } from './entities.ts'

/**
 * Gives every address now held by `entityIds` to the entity whose prefix fits it best, and its links with it, after
 * prefixes were added, moved or taken away. Returns how many addresses moved. One transaction of the caller's.
 */
export function regroupPages(
  corpus: Corpus,
  entities: PrefixTable<number>,
  entityIds: readonly number[],
  now: number,
): number {
  const move = corpus.sql('UPDATE page SET entity_id = ? WHERE id = ?')
  const moved: number[] = []
  for (const entityId of entityIds)
    for (const page of corpus
      .sql<{ id: number; url: Url }>('SELECT id, url FROM page WHERE entity_id = ?')
      .all(entityId)) {
      const owner = entities.find(page.url) ?? discoverEntity(corpus, entities, page.url, now)
      if (owner === entityId) continue
      move.run(owner, page.id)
      moved.push(page.id)
    }
  for (const pageId of moved) followPage(corpus, pageId)
  return moved.length
}

/** Brings the links from and to `pageId`, and to all addresses that lead to it, in step with its entity. */
export function followPage(corpus: Corpus, pageId: number): void {
  corpus
    .sql('UPDATE link SET source_entity = (SELECT entity_id FROM page WHERE id = @pageId) WHERE page_id = @pageId')
    .run({ pageId })
  corpus
    .sql(
      `UPDATE link SET target_entity = (
         SELECT final.entity_id FROM page named JOIN page final ON final.id = coalesce(named.leads_to, named.id)
         WHERE named.id = link.target_id)
       WHERE target_id = @pageId OR target_id IN (SELECT id FROM page WHERE leads_to = @pageId)`,
    )
    .run({ pageId })
}
