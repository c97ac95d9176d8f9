import type { Corpus } from '../base/corpus.ts'

/** What politeness needs to know of a host. Times by the clock of the run, milliseconds. */
export interface HostTimes {
  readonly id: number
  readonly name: string
  /** End of its last answer; null: never asked. */
  readonly lastAnswerAt: number | null
  /** Retry-After, back-off. */
  readonly notBefore: number
  /** Smoothed time of its answers. */
  readonly responseMs: number
  /** Connection failures in a row. */
  readonly failures: number
}

export const readHost = (corpus: Corpus, id: number): HostTimes =>
  corpus
    .sql<HostTimes>(
      `SELECT id, name, last_answer_at AS lastAnswerAt, not_before AS notBefore, response_ms AS responseMs, failures
       FROM host WHERE id = ?`,
    )
    .get(id)!

/** Values by position: by name, binding them takes longer than storing the row. */
export function writeHost(corpus: Corpus, host: HostTimes): void {
  corpus
    .sql('UPDATE host SET last_answer_at = ?, not_before = ?, response_ms = ?, failures = ? WHERE id = ?')
    .run(host.lastAnswerAt, host.notBefore, host.responseMs, host.failures, host.id)
}
