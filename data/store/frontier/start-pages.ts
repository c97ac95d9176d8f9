import type { PrefixTable } from '#data/entity/assign-entity.ts'
import type { Url } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { crawlable } from './crawlable.ts'
import { findPage, insertPage, internPage } from '../base/intern-page.ts'

/** Gives each crawled entity without start pages its home page as one: those that a person took IN have none yet. */
export function addMissingStartPages(corpus: Corpus, entities: PrefixTable<number>): void {
  const without = corpus
    .sql<{ id: number; homepage: Url }>(
      `SELECT id, homepage FROM entity WHERE id IN (${crawlable}) AND homepage <> ''
         AND NOT EXISTS (SELECT 1 FROM start_page WHERE entity_id = entity.id)`,
    )
    .all()
  for (const { id, homepage } of without) {
    const page = internPage(corpus, entities, homepage, () => id)
    if (page.entityId !== id) continue
    corpus
      .sql(`INSERT OR IGNORE INTO start_page (page_id, entity_id, origin) VALUES (?, ?, 'homepage')`)
      .run(page.id, id)
  }
}

/** Begins the crawl of an entity at `url` too, because a person gave it. */
export function addStartPage(corpus: Corpus, entityId: number, url: Url): void {
  const page = findPage(corpus, url) ?? insertPage(corpus, url, entityId)
  corpus
    .sql(
      `INSERT INTO start_page (page_id, entity_id, origin) VALUES (?, ?, 'user')
       ON CONFLICT (page_id) DO UPDATE SET entity_id = excluded.entity_id, origin = 'user' WHERE origin = 'user'`,
    )
    .run(page.id, entityId)
}
