import type { EntityId } from '#data/url/brand.ts'
import type { Corpus } from '../base/corpus.ts'
import { loadPrefixTable } from '../entities/entities.ts'
import { internPage } from '../base/intern-page.ts'
import type { ImportedEntity } from './imported-records.ts'

/** Adds the start pages of entities; returns how many were left out, as they are under the prefixes of others. */
export function addImportedStarts(
  corpus: Corpus,
  records: readonly ImportedEntity[],
  rows: ReadonlyMap<EntityId, number>,
): number {
  const withStarts = records.filter(({ id, starts }) => starts.length > 0 && rows.has(id))
  if (withStarts.length === 0) return 0
  const table = loadPrefixTable(corpus)
  const add = corpus.sql(`INSERT OR IGNORE INTO start_page (page_id, entity_id, origin) VALUES (?, ?, 'import')`)
  let leftOut = 0
  for (const { id, starts } of withStarts)
    for (const url of starts) {
      const row = rows.get(id)!
      if (table.find(url) === row) add.run(internPage(corpus, table, url, () => row).id, row)
      else leftOut += 1
    }
  return leftOut
}
