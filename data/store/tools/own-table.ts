import { z } from 'zod'
import { Mistake } from '#data/mistake.ts'
import type { Corpus } from '../base/corpus.ts'
import { readMeta, writeMeta } from '../base/meta.ts'

/** Tables of the user's own that a corpus keeps among its facts, so that each copy has them. */
type OwnTable = 'marks' | 'tools'

/** Rules are asked of every hyperlink: nobody's own table is longer. */
const mostRows = 10_000
const mostLetters = 20_000_000

/**
 * Reads such a table. A corpus travels, and a stranger may have written what it holds: it is checked row by row, within bounds.
 * @throws Mistake that names the first row that is none.
 */
export function readOwnTable<Row>(corpus: Corpus, table: OwnTable, row: z.ZodType<Row>): readonly Row[] {
  const kept = readMeta(corpus, table) ?? '[]'
  const rows = z
    .array(row)
    .max(mostRows)
    .safeParse(kept.length > mostLetters ? null : parsed(kept))
  if (rows.success) return rows.data
  const [at] = rows.error.issues[0]?.path ?? []
  throw new Mistake({ code: 'own-table-unfit', values: { table, row: String(typeof at === 'number' ? at + 1 : 1) } })
}

export const writeOwnTable = (corpus: Corpus, table: OwnTable, rows: readonly object[]): void =>
  writeMeta(corpus, table, JSON.stringify(rows))

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
