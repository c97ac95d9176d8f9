import type { Url } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { betweenEntities, isAside } from '../base/rules.ts'
import { discoverEntity, loadPrefixTable } from './entities.ts'
import { movePages } from './move-pages.ts'

/** Those who hold what was set aside live on in somebody on purpose. */
const merged = `SELECT id FROM entity WHERE merged_into IS NOT NULL AND NOT (${isAside()})`

/** Addresses that count for an entity that lives on in another one: by their own row, as start pages, or by a link. */
const strays = `
  SELECT id FROM page WHERE entity_id IN (${merged})
  UNION SELECT page_id FROM start_page WHERE entity_id IN (${merged})
  UNION SELECT page_id FROM link WHERE ${betweenEntities()} AND source_entity IN (${merged})
  UNION SELECT coalesce(named.leads_to, named.id) FROM link JOIN page named ON named.id = target_id
    WHERE ${betweenEntities()} AND target_entity IN (${merged})`

/**
 * Gives what still belongs to entities that were merged away to those they live on in, as prefixes say: addresses with
 * their links and start pages. No change leaves such a thing behind; other programs, and versions of Toile whose crawls
 * did not follow edits made meanwhile, did. The graph leaves such links out. Returns the number of addresses. One
 * transaction, none when there is nothing to mend. O(entities merged away + what is mended).
 */
export function returnStrays(corpus: Corpus, now: number): number {
  if (corpus.sql(`SELECT 1 FROM (${strays}) LIMIT 1`).get() === undefined && !hasStrayPrefix(corpus)) return 0
  return corpus.write(() => {
    corpus.sql(`UPDATE prefix SET entity_id = (${heir}) WHERE entity_id IN (${merged})`).run()
    const entities = loadPrefixTable(corpus)
    const pages = corpus.sql<{ id: number; url: Url }>(`SELECT id, url FROM page WHERE id IN (${strays})`).all()
    movePages(
      corpus,
      pages.map(({ id, url }) => ({ id, owner: entities.find(url) ?? discoverEntity(corpus, entities, url, now) })),
    )
    return pages.length
  })
}

const hasStrayPrefix = (corpus: Corpus): boolean =>
  corpus.sql(`SELECT 1 FROM prefix WHERE entity_id IN (${merged}) LIMIT 1`).get() !== undefined

/** Whom the entity of a prefix lives on in, at the end of the chain. */
const heir = `
  WITH RECURSIVE chain(id, hops) AS (
    SELECT prefix.entity_id, 0 UNION ALL
    SELECT merged_into, hops + 1 FROM chain JOIN entity ON entity.id = chain.id WHERE merged_into IS NOT NULL AND hops < 100)
  SELECT id FROM chain ORDER BY hops DESC LIMIT 1`

/** What is said of addresses that were given back. */
export const sayReturned = (count: number): string =>
  `${count} ${count === 1 ? 'address' : 'addresses'} still belonged to sites that were merged into others: ` +
  `given to those, with ${count === 1 ? 'its' : 'their'} links.\n`
