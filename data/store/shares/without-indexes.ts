import type { Corpus } from '../base/corpus.ts'

/**
 * Takes the indexes of `table` away until the result is called: rows that come in another order than an index has them would each be put on another page of it,
 * and once the indexes have no room in memory, each is a read and a write. Made of all rows at once they are sorted.
 */
export function withoutIndexes({ db }: Corpus, table: string): () => void {
  const indexes = db
    .prepare<[string], { readonly name: string; readonly sql: string }>(
      `SELECT name, sql FROM main.sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL ORDER BY rowid`,
    )
    .all(table)
  for (const { name } of indexes) db.exec(`DROP INDEX main.${name}`)
  return () => {
    for (const { sql } of indexes) db.exec(sql)
  }
}
