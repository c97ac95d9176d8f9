import type { PrefixTable } from '#data/entity/assign-entity.ts'
import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'

const known = new WeakMap<PrefixTable<number>, ReadonlyMap<number, EntityId>>()

/**
 * The entities that were forgotten on objection, by row, with their ids. Asked once per table of prefixes: nothing is
 * forgotten while a crawl is at work, and other work loads its table anew.
 */
export function forgottenEntities(corpus: Corpus, entities: PrefixTable<number>): ReadonlyMap<number, EntityId> {
  const found = known.get(entities) ?? readForgotten(corpus)
  known.set(entities, found)
  return found
}

function readForgotten(corpus: Corpus): ReadonlyMap<number, EntityId> {
  const rows = corpus.sql<{ id: number; name: EntityId }>('SELECT id, name FROM entity WHERE forgotten_at IS NOT NULL')
  return new Map(rows.all().map(({ id, name }) => [id, name]))
}
