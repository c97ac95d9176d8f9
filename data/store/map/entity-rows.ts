import type { Corpus } from '../base/corpus.ts'
import { isLiving } from '../base/rules.ts'

/** Between the ids of entities, which people see, and their rows, which stay when ids are forgotten. */
export interface EntityRows {
  /** 0: there is none. */
  readonly rowOf: (id: string) => number
  /** What the living entity of a row is called; undefined: it is gone, merged or forgotten. */
  readonly labelOf: (row: number) => string | undefined
}

export function entityRows(corpus: Corpus): EntityRows {
  const rows = corpus
    .sql<{ row: number; id: string; label: string }>(
      `SELECT id AS row, name AS id, label FROM entity WHERE ${isLiving()}`,
    )
    .all()
  const [byId, byRow] = [new Map(rows.map(one => [one.id, one.row])), new Map(rows.map(one => [one.row, one]))]
  return {
    rowOf: id => byId.get(id) ?? 0,
    labelOf: row => {
      const found = byRow.get(row)
      return found && (found.label === '' ? found.id : found.label)
    },
  }
}

/** Whether none of these rows is of an entity that was merged or forgotten; 0 is no row. */
export function areAllLiving(corpus: Corpus, rows: readonly number[]): boolean {
  const asked = new Set(rows.filter(row => row !== 0))
  const living = corpus
    .sql<{ n: number }>(
      `SELECT count(*) AS n FROM entity WHERE id IN (SELECT value FROM json_each(?)) AND ${isLiving()}`,
    )
    .get(JSON.stringify([...asked]))!.n
  return living === asked.size
}
