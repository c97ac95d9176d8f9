import type { Corpus } from '../base/corpus.ts'
import { columns, type Evidence, type EvidenceRow, joinsOf, readable } from '../evidence/evidence.ts'

/** A hyperlink with the label of the wave of its last sighting. */
export interface LinkOfWave extends Evidence {
  readonly wave: string
}

/** Hyperlinks by the number of their row, as the last sighting shows them. */
export function linksByRow(corpus: Corpus, rows: readonly number[]): ReadonlyMap<number, LinkOfWave> {
  const found = corpus
    .sql<EvidenceRow & { row: number; wave: string }>(
      `SELECT link.id AS row, ${columns}, (SELECT label FROM wave WHERE wave.id = last.wave_id) AS wave
       FROM link ${joinsOf(undefined)} WHERE link.id IN (SELECT value FROM json_each(@rows))`,
    )
    .all({ rows: JSON.stringify(rows) })
  return new Map(found.map(({ row, wave, ...evidence }) => [row, { ...readable(evidence), wave }]))
}
