import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { asidePrefix, isAside } from '../base/rules.ts'
import { eventMentions } from '../map/event-mentions.ts'
import { createEntity } from './entities.ts'
import { otherOwner, type PrefixInTime } from './prefixes-in-time.ts'
import { asideInside, type PageSide } from './read-sides.ts'

/**
 * Who holds what was read of the addresses of a dated prefix and counts for nobody: an entity without prefixes that lives on in whoever the readings are
 * of, so that no question about sites meets it, and forgetting that owner takes it along. Made where there is none yet.
 */
export function asideOwner(corpus: Corpus, prefix: PrefixInTime, side: PageSide, now: number): number {
  const owner = side === asideInside ? prefix.entityId : otherOwner(corpus, prefix, now)
  const written = `${asidePrefix}${side === asideInside ? 'within' : 'beyond'} ${prefix.lru}`
  const id = asideOf(corpus, written, now)
  corpus.sql('UPDATE entity SET merged_into = @owner WHERE id = @id AND merged_into IS NOT @owner').run({ id, owner })
  return id
}

/** A file may have brought a site that is called so: it stays what it is. */
function asideOf(corpus: Corpus, written: string, now: number): number {
  for (let n = 1; ; n += 1) {
    const name = (n === 1 ? written : `${written}~${n}`) as EntityId
    const found = corpus
      .sql<{ id: number; isAside: number }>(`SELECT id, ${isAside()} AS isAside FROM entity WHERE name = ?`)
      .get(name)
    if (found === undefined) return makeAside(corpus, name, now)
    if (found.isAside === 1) return found.id
  }
}

const makeAside = (corpus: Corpus, name: EntityId, now: number): number =>
  createEntity(corpus, { name, label: '', homepage: '', status: 'DISCOVERED', origin: 'discovered', prefixes: [] }, now)

/** Addresses of which something was set aside. */
export const addressesAside = <Row>(corpus: Corpus, columns: string): Row[] =>
  corpus
    .sql<Row>(
      `SELECT ${columns} FROM entity CROSS JOIN page INDEXED BY page_entity ON page.entity_id = entity.id WHERE ${isAside('entity')}`,
    )
    .all()

/** Those who hold nothing any more, and whom no event names. */
export function dropEmptyAsides(corpus: Corpus): void {
  const empty = corpus
    .sql<{ id: number }>(
      `SELECT id FROM entity WHERE ${isAside()} AND NOT EXISTS (SELECT 1 FROM page WHERE entity_id = entity.id)`,
    )
    .all()
  if (empty.length === 0) return
  corpus
    .sql(
      `DELETE FROM entity WHERE id IN (SELECT value FROM json_each(?)) AND id NOT IN (SELECT entity_id FROM (${eventMentions}))`,
    )
    .run(JSON.stringify(empty.map(({ id }) => id)))
}
