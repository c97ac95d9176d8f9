import type { Status } from '#data/vocabulary/statuses.ts'
import type { Corpus } from '../base/corpus.ts'
import { isLiving } from '../base/rules.ts'

interface Judgement {
  readonly status: Status
  readonly note: string
}

/** What the researcher said of each entity that was reviewed, by its id: for the table of sites. */
export function judgements(corpus: Corpus): Readonly<Record<string, Judgement>> {
  const rows = corpus
    .sql<Judgement & { readonly id: string }>(
      `SELECT name AS id, status, note FROM entity
       WHERE status <> 'DISCOVERED' AND ${isLiving()}`,
    )
    .all()
  return Object.fromEntries(rows.map(({ id, status, note }) => [id, { status, note }]))
}
