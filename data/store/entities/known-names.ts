import type { PrefixTable } from '#data/entity/assign-entity.ts'
import type { EntityId, Url } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { loadPrefixTable } from './entities.ts'
import { isLiving } from '../base/rules.ts'

/** What the rows of a table can be joined with. */
export interface KnownNames {
  /** The living entities by each name that they bear or bore. */
  readonly entities: readonly { readonly id: EntityId; readonly label: string }[]
  /** The living entity that owns an address. */
  readonly find: (url: Url) => EntityId | null
}

export function knownNames(corpus: Corpus): KnownNames {
  const rows = corpus
    .sql<{ row: number; id: EntityId; label: string }>(
      `SELECT entity.id AS row, entity.name AS id, label FROM entity WHERE ${isLiving()}
       UNION ALL
       SELECT entity.id, entity.name, entity_name.name FROM entity_name JOIN entity ON entity.id = entity_id
       WHERE ${isLiving()}`,
    )
    .all()
  const ids = new Map(rows.map(({ row, id }) => [row, id]))
  const table: PrefixTable<number> = loadPrefixTable(corpus)
  return { entities: rows, find: url => ids.get(table.find(url) ?? -1) ?? null }
}
