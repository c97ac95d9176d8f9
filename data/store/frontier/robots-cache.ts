import type { Corpus } from '../base/corpus.ts'

/** robots.txt of an origin, as read. */
export interface RobotsRow {
  /** Scheme, host and port: 'https://example.org'. */
  readonly origin: string
  /** Milliseconds since 1970, UTC. */
  readonly fetchedAt: number
  readonly expiresAt: number
  readonly outcome: 'rules' | 'unreachable'
  /** Status or failure slug. */
  readonly detail: string
  readonly tries: number
  /** JSON: what the file says to Toile. */
  readonly rules: string
}

export const readRobots = (corpus: Corpus, origin: string): RobotsRow | undefined =>
  corpus
    .sql<RobotsRow>(
      `SELECT origin, fetched_at AS fetchedAt, expires_at AS expiresAt, outcome, detail, tries, rules FROM robots WHERE origin = ?`,
    )
    .get(origin)

export function writeRobots(corpus: Corpus, row: RobotsRow): void {
  corpus
    .sql(
      `INSERT OR REPLACE INTO robots (origin, fetched_at, expires_at, outcome, detail, tries, rules)
       VALUES (@origin, @fetchedAt, @expiresAt, @outcome, @detail, @tries, @rules)`,
    )
    .run(row)
}

/** A new call of the command asks again for what could not be reached. */
export function forgetUnreachableRobots(corpus: Corpus): void {
  corpus.sql(`DELETE FROM robots WHERE outcome = 'unreachable'`).run()
}
