import { z } from 'zod'
import { Mistake } from '#data/mistake.ts'
import type { Corpus } from '../base/corpus.ts'
import { readMeta, writeMeta } from '../base/meta.ts'
import { namesGone } from '../entities/names-gone.ts'

/** A table of the user's own that a corpus keeps among its facts, so that each crawl and copy has it. */
export interface OwnTable<Row> {
  readonly name: 'marks' | 'tools'
  readonly row: z.ZodType<Row>
  /** What stays of rows once nothing names those whose addresses are gone, forgotten on objection. */
  readonly withoutGone: (rows: readonly Row[], isGone: (address: string) => boolean) => Row[]
}

/** Rules are asked of every hyperlink: nobody's own table is longer. */
const mostRows = 10_000
const mostLetters = 20_000_000

/**
 * Reads such a table. A corpus travels, and a stranger may have written what it holds: it is checked row by row, within bounds.
 * @throws Mistake that names the first row that is none.
 */
export function readOwnTable<Row>(corpus: Corpus, { name, row }: OwnTable<Row>): readonly Row[] {
  const kept = readMeta(corpus, name) ?? '[]'
  const rows = z
    .array(row)
    .max(mostRows)
    .safeParse(kept.length > mostLetters ? null : parsed(kept))
  if (rows.success) return rows.data
  const [at] = rows.error.issues[0]?.path ?? []
  throw new Mistake({
    code: 'own-table-unfit',
    values: { table: name, row: String(typeof at === 'number' ? at + 1 : 1) },
  })
}

/** Keeps these rows but for what names somebody who was forgotten on objection; returns how many were left out. */
export function setOwnTable<Row>(corpus: Corpus, table: OwnTable<Row>, rows: readonly Row[]): number {
  const kept = table.withoutGone(rows, namesGone(corpus))
  write(corpus, table, kept)
  return rows.length - kept.length
}

/** Takes out of the table what names entities that are gone. */
export function forgetInOwnTable<Row>(corpus: Corpus, table: OwnTable<Row>, gone: ReadonlySet<number>): void {
  const rows = readOwnTable(corpus, table)
  const kept = table.withoutGone(rows, namesGone(corpus, gone))
  if (JSON.stringify(kept) !== JSON.stringify(rows)) write(corpus, table, kept)
}

const write = <Row>(corpus: Corpus, { name }: OwnTable<Row>, rows: readonly Row[]): void =>
  writeMeta(corpus, name, JSON.stringify(rows))

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
