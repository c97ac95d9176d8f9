import type { Corpus } from '../base/corpus.ts'

export interface EntityTime {
  readonly entityId: number
  /** Sum of the answers' times, milliseconds. */
  readonly answersMs: number
  readonly requests: number
}

/** What the requests of a wave took so far, by entity. */
export const timeSpent = (corpus: Corpus, waveId: number): EntityTime[] =>
  corpus
    .sql<EntityTime>(
      `SELECT page.entity_id AS entityId, sum(visit.duration_ms) AS answersMs, count(*) AS requests
       FROM visit JOIN page ON page.id = visit.page_id WHERE visit.wave_id = ? GROUP BY 1`,
    )
    .all(waveId)
